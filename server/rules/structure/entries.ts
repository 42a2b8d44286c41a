import { distanceWithin } from '../../entity/distance';
import type { Caption, Heading, Report, TocEntry } from '../../report/model';
import { foldWords, squeeze } from '../reading';

/** An entry of a table of contents or list of figures with what it stands for. */
export interface Entry {
  readonly entry: TocEntry;
  readonly kind: 'heading' | 'caption';
  /** Squeezed number or label ("图表3", "2.1"), "" where none is printed. */
  readonly number: string;
  readonly title: string;
  /** The heading or caption it means, null where the body has none. */
  readonly target: Heading | Caption | null;
}

const label = /^(图表|附图|附表|图|表|Figure|Fig\.|Table|Exhibit|Chart)[ \t\u3000]{0,3}([A-Z]?\d{1,3}(?:[-.–—]\d{1,3}){0,2}|[一二三四五六七八九十]{1,3}(?=[\s：:]))[\s：:.．、]*/u;
/** Note marks that stick to a title. */
const noteMarks = /[¹²³⁰⁴-⁹]+$|\[\^?[\w*]{1,6}\]$/u;

export function cleanTitle(title: string): string {
  return title.replace(/\s+/g, ' ').trim().replace(noteMarks, '').trim();
}

/** What two titles of one number have to do with each other. */
export type Likeness = 'same' | 'width' | 'cut' | 'changed' | 'other';

/** Compares titles: white space never counts; width and punctuation alone are a lesser difference; a cut title may be a wrapped line. */
export function likeness(a: string, b: string): Likeness {
  const x = squeeze(a);
  const y = squeeze(b);
  if (x === y) return 'same';
  const fx = foldWords(a);
  const fy = foldWords(b);
  if (fx === fy) return 'width';
  // A piece more or less at one end is a wrapped line or a label, not another wording.
  if (fx.startsWith(fy) || fy.startsWith(fx) || fx.endsWith(fy) || fy.endsWith(fx)) return 'cut';
  const limit = Math.max(1, Math.floor(Math.max(fx.length, fy.length) * 0.4));
  return distanceWithin(fx, fy, limit) <= limit ? 'changed' : 'other';
}

const foldNumber = (number: string): string => squeeze(number).normalize('NFKC').replace(/[–—]/g, '-').toLowerCase();

const order: readonly Likeness[] = ['same', 'width', 'changed', 'cut', 'other'];
/** The candidate whose title is nearest; the first of equals. */
function nearest<T extends { readonly title: string }>(candidates: readonly T[], title: string): T | null {
  let best: T | null = null;
  let rank = order.length;
  for (const candidate of candidates) {
    const here = order.indexOf(likeness(title, cleanTitle(candidate.title)));
    if (here >= rank) continue;
    rank = here;
    best = candidate;
  }
  return best;
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    const list = map.get(keyOf(item));
    if (list === undefined) map.set(keyOf(item), [item]);
    else list.push(item);
  }
  return map;
}

/** The entries of a report with the headings and captions they stand for: by number and nearest title, else by title. */
export function entriesOf(report: Report): Entry[] {
  const captions = byKey(report.captions.filter(c => c.number !== null), c => foldNumber(c.label));
  const numbered = byKey(report.headings.filter(h => h.number !== null), h => foldNumber(h.number ?? ''));
  const titled = byKey(report.headings, h => foldWords(h.title));
  return report.toc.map((entry): Entry => {
    const figure = label.exec(entry.title) ?? label.exec(`${entry.number ?? ''} ${entry.title}`);
    if (figure !== null) {
      const title = cleanTitle(entry.title.slice(label.exec(entry.title)?.[0].length ?? 0));
      const number = foldNumber(`${figure[1] ?? ''}${figure[2] ?? ''}`);
      return { entry, kind: 'caption', number, title, target: nearest(captions.get(number) ?? [], title) };
    }
    const title = cleanTitle(entry.title);
    const number = foldNumber(entry.number ?? '');
    if (entry.target?.kind === 'caption') return { entry, kind: 'caption', number, title, target: report.captions[entry.target.index] ?? null };
    const linked = entry.target === null ? undefined : report.headings[entry.target.index];
    const target = nearest(number === '' ? [] : numbered.get(number) ?? [], title) ?? linked ?? titled.get(foldWords(title))?.[0] ?? null;
    return { entry, kind: 'heading', number, title, target };
  });
}
