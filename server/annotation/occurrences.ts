import { RE2JS } from 're2js';
import { toSourceSpans, type LogicalText } from '../text/logical';
import type { Span } from '../text/span';

/** What "tag all occurrences" looks for. */
export type Wanted = { readonly kind: 'string'; readonly text: string } | { readonly kind: 'pattern'; readonly pattern: string };

const MOST_FOUND = 10_000;

/**
 * Places in a report's reading text, as source spans from first to last character, not overlapping, in order; line
 * ends inside a word do not hide it. Patterns are RE2's and matched in linear time. Throws a `RangeError` that holds
 * the reason for a pattern that is none.
 */
export function occurrencesIn(logical: LogicalText, wanted: Wanted): Span[] {
  const found = wanted.kind === 'string' ? stringIn(logical.text, wanted.text) : patternIn(logical.text, wanted.pattern);
  return found.flatMap((span) => {
    const parts = toSourceSpans(logical, span);
    const [first, last] = [parts[0], parts[parts.length - 1]];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
}

function stringIn(text: string, wanted: string): Span[] {
  const spans: Span[] = [];
  if (wanted === '') return spans;
  for (let at = text.indexOf(wanted); at >= 0 && spans.length < MOST_FOUND; at = text.indexOf(wanted, at + wanted.length)) {
    spans.push({ start: at, end: at + wanted.length });
  }
  return spans;
}

function patternIn(text: string, pattern: string): Span[] {
  const matcher = compiled(pattern).matcher(text);
  const spans: Span[] = [];
  while (spans.length < MOST_FOUND && matcher.find()) {
    if (matcher.end() > matcher.start()) spans.push({ start: matcher.start(), end: matcher.end() });
  }
  return spans;
}

function compiled(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : String(error));
  }
}
