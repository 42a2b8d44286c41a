import { anchorIn, type Anchor } from '../annotation/anchor';
import { toUtf16, withLineFeeds } from '../annotation/codePoints';
import type { Target } from '../annotation/model';
import { anchorTextOf, type AnchorText } from '../annotation/passage';
import { parseReport } from '../report/parse';
import { sourceFromText } from '../text/decode';
import type { Span } from '../text/span';
import type { Shelf } from './shelf';

/**
 * Makes the function that anchors a target through a diff from the text it was made on, where the shelf has that; null
 * where it has not, or the text is the same. A target made on the present text has that put on the shelf. Cost: for each
 * text on the shelf parsing it and comparing it with the present one, once.
 */
export function madeOn(report: string, after: AnchorText, shelf: Shelf): (target: Target) => Anchor | null {
  const found = new Map<string, ((target: Target) => Anchor | null) | null>();
  const from = (hash: string): ((target: Target) => Anchor | null) | null => {
    const text = shelf.get(hash);
    if (text === null) return null;
    const before = anchorTextOf(parseReport(report, sourceFromText(text)));
    const find = anchorIn(after, { text: before, spansOf: (target) => spansIn(target, before) });
    return (target) => (spansIn(target, before) === null ? null : find(target));
  };
  return (target) => {
    const hash = target.textHash;
    if (hash === null || target.quotes.length === 0) return null;
    if (hash === after.hash) {
      shelf.keep(hash, after.text);
      return null;
    }
    if (!found.has(hash)) found.set(hash, from(hash));
    return found.get(hash)?.(target) ?? null;
  };
}

/** Where the target's quotes stand in the text it was made on; null where they do not. */
function spansIn({ quotes, textHash }: Target, { text, codePoints, hash }: AnchorText): Span[] | null {
  if (hash !== textHash) return null;
  const spans = quotes.map((quote) => ({ start: toUtf16(codePoints, quote.start), end: toUtf16(codePoints, quote.end) }));
  const holds = spans.every(({ start, end }, i) => (quotes[i]?.start ?? -1) >= 0 && withLineFeeds(text.slice(start, end)) === quotes[i]?.exact);
  return holds ? spans : null;
}
