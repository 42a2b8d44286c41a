// @ts-nocheck This function runs in the page, whose types the project has no other use for.
/**
 * The middle of some words in the editor's lines, however many colours cut them.
 * @param {string} words
 * @returns {{ x: number, y: number } | undefined} pixels of the page; undefined when no line shows the words
 */
export function placeInPage(words) {
  const line = [...document.querySelectorAll('.view-line')].find((each) => each.textContent.includes(words));
  if (!line) return undefined;
  const range = document.createRange();
  const begin = line.textContent.indexOf(words);
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = passed + node.length;
    if (passed <= begin && begin < end) range.setStart(node, begin - passed);
    if (passed < begin + words.length && begin + words.length <= end) range.setEnd(node, begin + words.length - passed);
    passed = end;
  }
  const box = range.getClientRects()[0];
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
