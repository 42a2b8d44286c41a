import type { LogicalText } from '../text/logical';
import { toSourceSpans } from '../text/logical';
import type { Span } from '../text/span';
import { countWhile } from '../text/search';

export type LinkKind = 'url' | 'email' | 'doi';

/** An address in running text. A conversion may have cut it, so it has one span per stretch of source. */
export interface Link {
  readonly kind: LinkKind;
  /** As written, joined. */
  readonly text: string;
  /** Where it leads, with its scheme. */
  readonly target: string;
  readonly spans: readonly Span[];
}

// Each pattern begins with a fixed word and runs over one class of characters, so matching is linear.
const URL = /(?:https?:\/\/|www\.)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]{3,2000}/gi;
const EMAIL = /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g;
const DOI = /(?<![A-Za-z0-9/.])(?:doi[:：]?\s?)?(10\.\d{4,9}\/[A-Za-z0-9\-._;()/:]{1,200})/gi;

/** The URLs, e-mail addresses and DOIs of a report's reading text, in order, none inside another. Linear. */
export function linksOf(logical: LogicalText): Link[] {
  const links: (Link & { readonly at: Span })[] = [];
  const { text } = logical;
  const add = (kind: LinkKind, start: number, written: string, target: string): void => {
    const at = { start, end: start + written.length };
    links.push({ kind, text: written, target, spans: toSourceSpans(logical, at), at });
  };
  for (const found of text.matchAll(URL)) {
    const written = trimUrl(found[0]);
    if (!/^(?:https?:\/\/|www\.)[^.]{1,200}\../i.test(written)) continue;
    add('url', found.index, written, /^www/i.test(written) ? `http://${written}` : written);
  }
  const urls = links.length;
  for (const found of text.matchAll(EMAIL)) {
    if (!within(links, urls, found.index)) add('email', found.index, found[0], `mailto:${found[0]}`);
  }
  for (const found of text.matchAll(DOI)) {
    const doi = trimUrl(found[1] as string);
    const start = found.index + found[0].indexOf(found[1] as string);
    if (!within(links, urls, start)) add('doi', start, doi, `https://doi.org/${doi}`);
  }
  return links.sort((a, b) => a.at.start - b.at.start).map(({ kind, text: written, target, spans }) => ({ kind, text: written, target, spans }));
}

/** True when one of the first `count` links, which are in order, covers `offset`. */
function within(links: readonly { readonly at: Span }[], count: number, offset: number): boolean {
  const before = links[countWhile(count, (index) => (links[index] as { at: Span }).at.start <= offset) - 1];
  return before !== undefined && offset < before.at.end;
}

/** Without the punctuation of the sentence around it; a closing bracket stays when its opening one is inside. */
function trimUrl(url: string): string {
  let end = url.length;
  for (;;) {
    const last = url.charAt(end - 1);
    if (/[.,;:!?'*_~]/.test(last) && end > 1) end--;
    else if ((last === ')' || last === ']') && !url.slice(0, end - 1).includes(last === ')' ? '(' : '[')) end--;
    else return url.slice(0, end);
  }
}
