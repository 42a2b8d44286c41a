import type { Span } from '../text/span';
import type { Mention } from './model';

/** The whole stretch of a mention, from its first to its last part. */
export function extentOf({ spans }: Mention): Span {
  const first = spans[0] as Span;
  return { start: first.start, end: (spans.at(-1) as Span).end };
}
