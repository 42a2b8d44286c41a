import type { BlockKind, Report } from '../report/model';
import { againAsInLastRun } from '../text/again';
import { toLogical } from '../text/logical';
import type { Quantity } from './model';
import { readQuantities } from './quantity';
import { readTimes, type TimeExpression } from './time';

/** A sentence of the reading text with its figures; all offsets are offsets of `text`. */
export interface Sentence {
  /** Offset of the sentence in the reading text. */
  readonly start: number;
  readonly text: string;
  readonly quantities: readonly Quantity[];
  readonly times: readonly TimeExpression[];
  /** Number of the paragraph (line of the reading text) that holds it. */
  readonly paragraph: number;
  readonly kind: BlockKind;
}

const silent: ReadonlySet<BlockKind> = new Set<BlockKind>(['tocEntry', 'tocTitle', 'furniture', 'frontMatter']);
const kept = new WeakMap<Report, readonly Sentence[]>();

/**
 * The sentences of a report that hold figures, in order; contents and furniture hold none. "今年" is read from the
 * report's own date. Computed once per report; linear.
 */
export function figureSentences(report: Report): readonly Sentence[] {
  const known = kept.get(report);
  if (known !== undefined) return known;
  const sentences = read(report);
  kept.set(report, sentences);
  return sentences;
}

type Figures = Pick<Sentence, 'quantities' | 'times'>;

/** What reads sentences of reports of the year that was read last; who types in one changes few of them. */
let latest: { readonly year: number | null; readonly run: () => (sentence: string) => Figures } | null = null;

function readerFor(year: number | null): (sentence: string) => Figures {
  if (latest?.year !== year) latest = { year, run: againAsInLastRun((sentence) => figuresIn(sentence, year)) };
  return latest.run();
}

function figuresIn(sentence: string, year: number | null): Figures {
  const quantities = readQuantities(sentence);
  return { quantities, times: quantities.length === 0 ? [] : readTimes(sentence, year) };
}

function read(report: Report): Sentence[] {
  const { text } = report.logical;
  const written = /^(\d{4})/.exec(report.meta.date ?? '')?.[1];
  const year = written === undefined ? null : Number(written);
  const figuresOf = readerFor(year);
  const kindAt = blockKinds(report);
  const sentences: Sentence[] = [];
  let start = 0;
  let paragraph = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 10;
    // 。 ！ ？ ； and line ends
    if (code !== 0x3002 && code !== 0xff01 && code !== 0xff1f && code !== 0xff1b && code !== 10) continue;
    if (i > start) {
      const kind = kindAt(start);
      const sentence = text.slice(start, i);
      if (!silent.has(kind)) {
        const found = figuresOf(sentence);
        if (found.quantities.length > 0) sentences.push({ start, text: sentence, ...found, paragraph, kind });
      }
    }
    if (code === 10) paragraph++;
    start = i + 1;
  }
  return sentences;
}

/** Kind of the block at an offset of the reading text; offsets must not decrease from call to call. */
function blockKinds(report: Report): (offset: number) => BlockKind {
  const starts = report.blocks.map(block => toLogical(report.logical, block.span.start));
  let at = 0;
  return offset => {
    while (at + 1 < starts.length && (starts[at + 1] ?? 0) <= offset) at++;
    return report.blocks[at]?.kind ?? 'paragraph';
  };
}
