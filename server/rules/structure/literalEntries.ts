import { cleanTitle, likeness, type Entry } from './entries';

/** Share of entries that must lead somewhere before one that does not is a fault of the report rather than of the reading. */
export const trusted = 0.7;

/** The contents repeat the headings word for word; others give the gist of each, as slides do. */
export function isLiteral(entries: readonly Entry[]): boolean {
  const compared = entries.flatMap(e => (e.target === null ? ['other'] : [likeness(e.title, cleanTitle(e.target.title))]));
  return compared.filter(kind => kind === 'same' || kind === 'width' || kind === 'cut').length >= compared.length * trusted;
}
