import type { Span } from '../text/span';
import type { Block, Heading, Report } from './model';
import { countWhile } from '../text/search';

function lastAtOrBefore(items: readonly { readonly span: Span }[], offset: number): number {
  return countWhile(items.length, (index) => (items[index] as { readonly span: Span }).span.start <= offset) - 1;
}

/** Index of the heading whose section holds a source offset, -1 before the first; O(log headings). */
export function sectionAt(headings: readonly Heading[], offset: number): number {
  return lastAtOrBefore(headings, offset);
}

/** Indexes of the headings from the top down to the section at `offset`: a breadcrumb. */
export function sectionPath(headings: readonly Heading[], offset: number): number[] {
  const path: number[] = [];
  for (let index = sectionAt(headings, offset); index >= 0; index = (headings[index] as Heading).parent) path.push(index);
  return path.reverse();
}

/** The heading and all that stands under it, in source offsets. */
export function sectionSpan(heading: Heading): Span {
  return { start: heading.span.start, end: heading.end };
}

/** Index of the block that holds a source offset or ends there, -1 between blocks; O(log blocks). */
export function blockAt(blocks: readonly Block[], offset: number): number {
  const index = lastAtOrBefore(blocks, offset);
  return index >= 0 && offset <= (blocks[index] as Block).span.end ? index : -1;
}

/** The heading's name as an outline shows it: number and title. */
export function headingName(heading: Heading): string {
  return [heading.number ?? '', heading.title].filter((part) => part !== '').join(' ');
}

/** The indexes of the headings directly under `parent` (-1 for the top), in order; O(headings). */
export function childrenOf(report: Report, parent: number): number[] {
  return report.headings.flatMap((heading, index) => (heading.parent === parent ? [index] : []));
}
