import type { Span } from '../text/span';

/** One replacement in a text: `text` takes the place of `start` to `end` (UTF-16). */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Where a span lies after edits of an open document, each in offsets of the text the ones before it left behind.
 * What is typed at its edges stays outside, what is typed inside belongs to it; null when all of it was deleted.
 */
export function mapThroughEdits(span: Span, edits: readonly TextChange[]): Span | null {
  let { start, end } = span;
  for (const edit of edits) {
    const growth = edit.text.length - (edit.end - edit.start);
    if (edit.end <= start) {
      start += growth;
      end += growth;
    } else if (edit.start < end) {
      if (edit.start <= start && edit.end >= end) return null;
      // A replacement over one edge leaves the part that stayed.
      if (edit.start <= start) start = edit.start + edit.text.length;
      end = edit.end >= end ? edit.start : end + growth;
    }
  }
  return { start, end };
}

/** The one replacement that makes `after` of `before`; null when they are equal. Linear. */
export function editBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** The text with changes made; they must not overlap. */
export function withChanges(text: string, changes: readonly TextChange[]): string {
  let result = text;
  for (const change of [...changes].sort((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, change.start) + change.text + result.slice(change.end);
  }
  return result;
}
