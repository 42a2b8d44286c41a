import type { CodebookTag } from '../model';

/** Longest line of parents that is followed, should they run in a circle. */
const deepest = 20;

export function isAbove(codebook: readonly CodebookTag[], above: CodebookTag, tag: CodebookTag): boolean {
  let parent = tag.parent;
  for (let i = 0; i < deepest && parent !== null; i++) {
    if (parent === above.id) return true;
    const next = parent;
    parent = codebook.find(t => t.id === next)?.parent ?? null;
  }
  return false;
}
