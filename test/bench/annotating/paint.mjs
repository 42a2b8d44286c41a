// @ts-nocheck These functions run in the page, whose types the project has no other use for.
/** What runs in the page of the workbench to see when it paints. */

/** @typedef {{ shown?: number, marked?: number }} Painted */

/**
 * Notes the first frame that shows a line of these words, and the first one from then on that shows an annotated passage.
 * @param {string} words
 */
export function watchPaint(words) {
  /** @type {Painted} */
  const painted = {};
  Object.assign(globalThis, { painted });
  const look = () => {
    const lines = [...document.querySelectorAll('.editor-instance .view-line')];
    if (painted.shown === undefined && lines.some((line) => (line.textContent ?? '').trim() === words)) painted.shown = performance.now();
    if (painted.shown !== undefined && document.querySelector('.editor-instance .view-line span[class*="ced-"]') !== null) painted.marked = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What was noted. @returns {Painted} */
export function painted() {
  return globalThis.painted;
}
