import type { Draft, Line } from './draft';

/** Longest front matter that is looked for, in lines. */
const LONGEST = 400;

/** Number of lines, from the first, that are YAML front matter with its fences; 0 when there is none. */
export function frontMatterLines(draft: Draft): number {
  const { lines } = draft;
  if (lines[0]?.text !== '---') return 0;
  for (let i = 1; i < Math.min(lines.length, LONGEST); i++) {
    const { text } = lines[i] as Line;
    if (text === '---' || text === '...') return i + 1;
  }
  return 0;
}
