import { againAsInLastRun } from './again';

/** A stretch of a text from the start of a line to the end of one, with its line end. UTF-16 offset. */
export interface Part {
  readonly start: number;
  readonly text: string;
}

/** The text that was cut last: many work on each. */
let latest: { readonly text: string; readonly parts: readonly Part[] } = { text: '', parts: [] };

/** A line of so many characters that ends like a sentence is prose, which says nothing of the lines above it. */
const leastProse = 40;
/** One in so many of these lines may open a part, whatever stands before it. */
const spread = 4;
/** UTF-16 units of a part at least: the work on each costs something beside what is in it. */
const leastPart = 4_000;

/** False for a line that is read by itself, as a title or what a text leaves out is: it is not the next text. */
const isLong = (parts: readonly Part[]): boolean => parts.length > 1;

/**
 * A text in parts that can be read each by itself. Where one may begin depends on the line it begins with alone, so that an edit
 * changes the part that it is made in, and seldom others (content-defined chunking). Together they are the text. Linear.
 */
export function partsOf(text: string): readonly Part[] {
  if (latest.text === text) return latest.parts;
  const parts = cut(text);
  if (isLong(parts)) latest = { text, parts };
  return parts;
}

function cut(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (let line = 0; line < text.length; ) {
    const close = text.indexOf('\n', line);
    const end = close < 0 ? text.length : close;
    if (line - start >= leastPart && opensPart(text, line, end)) {
      parts.push({ start, text: text.slice(start, line) });
      start = line;
    }
    line = end + 1;
  }
  if (start < text.length) parts.push({ start, text: text.slice(start) });
  return parts;
}

const opensPart = (text: string, start: number, end: number): boolean => end - start >= leastProse && (end - start) % spread === 0 && '。！？”'.includes(text[end - 1] as string);

/** What was found in a part. */
export interface InPart<T> {
  readonly part: Part;
  readonly found: T;
}

/**
 * Does `work` for each part of a text, and remembers what it gave for those of the last one: of a report that is typed in all
 * but a part or two are the same again. `work` must depend on the part's text alone, and what it gives must not be changed.
 */
export function byPart<T extends object>(work: (part: string) => T): (text: string) => readonly InPart<T>[] {
  const run = againAsInLastRun(work);
  return (text) => {
    const parts = partsOf(text);
    const read = isLong(parts) ? run() : work;
    return parts.map((part) => ({ part, found: read(part.text) }));
  };
}
