import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Scalar } from 'yaml';
import type { Span } from '../text/span';
import { readDates } from '../text/dates';
import type { Draft, Line } from './draft';

/** Longest front matter that is looked for, in lines and in characters. */
const LONGEST = 400;
const LARGEST = 40_000;

/** Number of lines, from the first, that are YAML front matter with its fences; 0 when there is none. */
export function frontMatterLines(draft: Draft): number {
  const { lines } = draft;
  if (lines[0]?.text !== '---') return 0;
  for (let i = 1; i < Math.min(lines.length, LONGEST); i++) {
    const { text } = lines[i] as Line;
    if (text === '---' || text === '...') return i + 1;
  }
  return 0;
}

/** What the front matter says, with the places of its title and tags in the source. */
export interface FrontMatter {
  readonly title: string | null;
  readonly titleSpan: Span | null;
  readonly date: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly tags: readonly { readonly name: string; readonly span: Span }[];
}

/** Reads `count` lines of front matter. YAML that cannot be read says nothing. Linear. */
export function readFrontMatter(draft: Draft, count: number): FrontMatter | null {
  const first = draft.lines[1];
  const last = draft.lines[count - 1];
  if (count < 3 || first === undefined || last === undefined || last.start - first.start > LARGEST) return null;
  const { text } = draft.source;
  const document = parseDocument(text.slice(first.start, last.start), { lineCounter: new LineCounter(), logLevel: 'silent' });
  const map = document.contents;
  if (!isMap(map)) return null;
  const node = (name: string): Scalar | null => {
    const found = map.get(name, true);
    return isScalar(found) ? found : null;
  };
  const words = (name: string): string | null => {
    const value = node(name)?.value;
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : value instanceof Date ? value.toISOString() : typeof value === 'number' ? String(value) : null;
  };
  const list = (name: string): Scalar[] => {
    const found = map.get(name, true);
    return isSeq(found) ? found.items.filter((item): item is Scalar => isScalar(item)) : isScalar(found) ? [found] : [];
  };
  const strings = (name: string): { name: string; span: Span }[] => list(name).flatMap((item) => (typeof item.value === 'string' && item.value !== '' ? [{ name: item.value, span: spanOf(item, first.start, text) }] : []));
  const date = words('date') ?? words('published');
  const title = node('title');
  return {
    title: words('title'),
    titleSpan: title === null || words('title') === null ? null : spanOf(title, first.start, text),
    date: date === null ? null : (readDates(date)[0]?.iso ?? (/^\d{4}$/.test(date) ? date : null)),
    authors: [...strings('author'), ...strings('authors')].map((author) => author.name),
    publisher: words('publisher') ?? words('source'),
    tags: strings('tags'),
  };
}

/** The value's own characters, without quotation marks. */
function spanOf(node: Scalar, offset: number, text: string): Span {
  const [start, end] = node.range ?? [0, 0];
  const from = offset + start;
  const to = offset + end;
  const quoted = to - from > 1 && /["']/.test(text.charAt(from)) && text.charAt(to - 1) === text.charAt(from);
  return quoted ? { start: from + 1, end: to - 1 } : { start: from, end: to };
}
