import { countWhile } from '../text/search';
import type { Heading } from './model';

/** Index of the heading whose section holds a source offset, -1 before the first; O(log headings). */
export function sectionAt(headings: readonly Heading[], offset: number): number {
  return countWhile(headings.length, (index) => (headings[index] as Heading).span.start <= offset) - 1;
}
