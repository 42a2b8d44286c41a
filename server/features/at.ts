import type { ReportIndex } from '../corpus/model';
import { extentOf } from '../entity/extent';
import type { Mention } from '../entity/model';
import type { Reference } from '../reference/model';
import type { Caption, Heading, NoteLink, TocEntry } from '../report/model';
import { touches, type Span } from '../text/span';
import { countWhile } from '../text/search';
import { sectionAt } from '../report/sections';

export { extentOf };

/** The item that the cursor is in, else the one it stands behind; items do not overlap. */
function itemAt<T>(items: readonly T[], spanOf: (item: T) => Span, offset: number): T | null {
  const count = countWhile(items.length, (index) => spanOf(items[index] as T).start <= offset);
  const found = items.slice(Math.max(0, count - 2), count).reverse().filter((item) => touches(spanOf(item), offset));
  return found.find((item) => offset < spanOf(item).end) ?? found[0] ?? null;
}

/** The mention at a cursor; O(log mentions). */
export function mentionAt(index: ReportIndex, offset: number): Mention | null {
  return itemAt(index.mentions, extentOf, offset);
}

/** The reference at a cursor; O(log references). */
export function referenceAt(index: ReportIndex, offset: number): Reference | null {
  return itemAt(index.references, (reference) => reference.span, offset);
}

/** Mentions that share something with `span`, in order. */
export function mentionsIn(index: ReportIndex, span: Span): Mention[] {
  const found: Mention[] = [];
  const before = countWhile(index.mentions.length, (at) => extentOf(index.mentions[at] as Mention).start <= span.start);
  for (let i = Math.max(0, before - 1); i < index.mentions.length; i++) {
    const mention = index.mentions[i] as Mention;
    const extent = extentOf(mention);
    if (extent.start >= span.end) break;
    if (extent.end > span.start) found.push(mention);
  }
  return found;
}

export function tocEntryAt(index: ReportIndex, offset: number): TocEntry | null {
  return itemAt(index.toc, (entry) => entry.span, offset);
}

/** The note whose mark the cursor is at. */
export function noteMarkAt(index: ReportIndex, offset: number): NoteLink | null {
  return index.notes.find((note) => touches(note.mark, offset)) ?? null;
}

/** The note whose own text the cursor is in. */
export function noteTextAt(index: ReportIndex, offset: number): NoteLink | null {
  return index.notes.find((note) => note.note && touches(note.note, offset)) ?? null;
}

/** The heading in whose line the cursor is. */
export function headingAt(index: ReportIndex, offset: number): Heading | null {
  return itemAt(index.headings, (heading) => heading.span, offset);
}

export function captionAt(index: ReportIndex, offset: number): Caption | null {
  return index.captions.find((caption) => touches(caption.span, offset)) ?? null;
}

/** The innermost section that holds `offset`; O(log headings + depth). */
export function sectionOf(index: Pick<ReportIndex, 'headings'>, offset: number): Heading | null {
  let at = sectionAt(index.headings, offset);
  while (at >= 0) {
    const heading = index.headings[at] as Heading;
    if (offset <= heading.end) return heading;
    at = heading.parent;
  }
  return null;
}
