import type { Report } from '../../../server/report/model';
import { parseReport } from '../../../server/report/parse';
import { sourceFromText } from '../../../server/text/decode';
import { toSource } from '../../../server/text/logical';
import type { Span } from '../../../server/text/span';
import { added, joined, mapped, original, replaced, slice, type Tracked } from './tracked';

/** What happens to a report between two looks at it. */
export interface Transformation {
  readonly name: string;
  readonly apply: (report: Report, random: () => number) => Tracked;
  /** True where several changes come in turn. */
  readonly several?: true;
}

export const transformations: readonly Transformation[] = [
  { name: 're-wrapped, 34 columns', apply: (report) => rewrapped(report, 34, '\n') },
  { name: 're-wrapped, 21 columns, blank lines between', apply: (report) => rewrapped(report, 21, '\n\n') },
  { name: 'one line per paragraph', apply: (report) => rewrapped(report, Infinity, '') },
  { name: 'page breaks inserted', apply: pageBreaks },
  { name: 'full width to half width', apply: (report) => mapped(original(report.source.text), toHalf) },
  { name: 'half width to full width', apply: fullWidth },
  { name: 'paragraphs moved', apply: movedParagraphs },
  { name: 'sentences inserted', apply: insertedSentences },
  { name: 'words inserted in sentences', apply: insertedWords },
  { name: 'sentences deleted', apply: deletedSentences },
  { name: 'near twin put before the sentence', apply: twinsBefore },
  { name: 'near twin put after the sentence', apply: (report, random) => withSentences(report, (s, chosen) => (chosen ? withTwin(s, 'after') : null), random, 0.3) },
  { name: 'near twin instead of the sentence', apply: twinsInstead },
  { name: 'twin with another year at the end, sentence gone', apply: farTwins },
  { name: 'lines cut at 40 columns, no parser asked', apply: cutLines },
  { name: 'blocks deleted and moved, half width', apply: everything },
  { name: 'wrapped, page breaks', several: true, apply: inTurn((report) => rewrapped(report, 30, '\n\n'), pageBreaks) },
  { name: 'half width, moved, wrapped', several: true, apply: inTurn((report) => mapped(original(report.source.text), toHalf), movedParagraphs, (report) => rewrapped(report, 38, '\n')) },
  { name: 'inserted, deleted, twins, moved', several: true, apply: inTurn(insertedSentences, deletedSentences, twinsBefore, movedParagraphs) },
  { name: 'twins instead, wrapped, page breaks', several: true, apply: inTurn(twinsInstead, (report) => rewrapped(report, 26, '\n\n'), pageBreaks) },
  { name: 'words and sentences inserted, deleted, wrapped', several: true, apply: inTurn(insertedWords, insertedSentences, deletedSentences, (report) => rewrapped(report, 34, '\n')) },
];

type Apply = Transformation['apply'];

/** Several changes, each of what the one before left. */
function inTurn(...changes: readonly Apply[]): Apply {
  return (report, random) => changes.reduce<{ report: Report; tracked: Tracked }>((last, change) => {
    const next = change(last.report, random);
    const origin = next.origin.map((offset) => (offset < 0 ? -1 : (last.tracked.origin[offset] as number)));
    return { report: parseReport(report.path, sourceFromText(next.text)), tracked: { text: next.text, origin } };
  }, { report, tracked: original(report.source.text) }).tracked;
}


/** The reading text flowed into lines of a width, as another conversion of the same report would. */
function rewrapped(report: Report, width: number, between: string): Tracked {
  const source = original(report.source.text);
  const parts: Tracked[] = [];
  let column = 0;
  for (let i = 0; i < report.logical.text.length; i++) {
    const c = report.logical.text.charAt(i);
    const at = toSource(report.logical, i);
    if (c === '\n') {
      parts.push(added('\n\n'));
      column = 0;
      continue;
    }
    const isLow = c >= '\udc00' && c <= '\udfff';
    if (column >= width && !isLow) {
      parts.push(added(between));
      column = 0;
    }
    parts.push(source.text.charAt(at) === c ? slice(source, at, at + 1) : added(c));
    column++;
  }
  return joined(parts);
}

function pageBreaks(report: Report, random: () => number): Tracked {
  const source = original(report.source.text);
  const title = report.meta.title.slice(0, 20);
  const changes: { start: number; end: number; by: Tracked }[] = [];
  let page = 1;
  for (let at = 500 + Math.floor(random() * 300); at < source.text.length; at += 500 + Math.floor(random() * 300)) {
    const inPair = /[\udc00-\udfff]/.test(source.text.charAt(at));
    if (inPair) continue;
    changes.push({ start: at, end: at, by: added(`\n\n- ${page} -\n\f${title}\n\n`) });
    page++;
  }
  return replaced(source, changes);
}

function toHalf(c: string): string {
  const code = c.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return c === '“' || c === '”' ? '"' : c;
}

function fullWidth(report: Report): Tracked {
  const source = original(report.source.text);
  const words = [...source.text.matchAll(/(?:<[^<>]*>)+/g)].map((tags) => ({ start: tags.index, end: tags.index + tags[0].length }));
  const pieces: Tracked[] = [];
  let from = 0;
  for (const { start, end } of words) {
    pieces.push(mapped(slice(source, from, start), toFull), slice(source, start, end));
    from = end;
  }
  return joined([...pieces, mapped(slice(source, from, source.text.length), toFull)]);
}

function toFull(c: string): string {
  const code = c.charCodeAt(0);
  return code >= 0x21 && code <= 0x7e && c !== '*' && c !== '#' && c !== '|' ? String.fromCharCode(code + 0xfee0) : c;
}

/** Stretches of one to three blocks change places. */
function movedParagraphs(report: Report, random: () => number): Tracked {
  const source = original(report.source.text);
  const starts = report.blocks.filter((block) => block.kind !== 'furniture').map((block) => block.span.start);
  const pieces: Tracked[] = [];
  for (let i = 0; i < starts.length;) {
    const next = Math.min(starts.length, i + 1 + Math.floor(random() * 3));
    const end = starts[next] ?? source.text.length;
    pieces.push(joined([slice(source, starts[i] as number, end), added('\n\n')]));
    i = next;
  }
  for (let i = pieces.length - 1; i > 0; i--) {
    if (random() > 0.4) continue;
    const j = Math.floor(random() * (i + 1));
    [pieces[i], pieces[j]] = [pieces[j] as Tracked, pieces[i] as Tracked];
  }
  return joined([slice(source, 0, starts[0] ?? 0), ...pieces]);
}

const NEW_SENTENCES = [
  '据编者补充，2024年该项工作又有12家单位参与。',
  '业内人士认为，这一趋势还将持续。',
  '相关数据由各地主管部门汇总，口径与上一年一致。',
  '需要说明的是，上述判断并不适用于所有机构。',
];

function insertedSentences(report: Report, random: () => number): Tracked {
  const source = original(report.source.text);
  const places = sentencesOf(report).filter((sentence) => /[。！？]$/.test(source.text.slice(sentence.start, sentence.end)) && random() < 0.4);
  return replaced(source, places.map((sentence) => ({
    start: sentence.end, end: sentence.end, by: added(NEW_SENTENCES[Math.floor(random() * NEW_SENTENCES.length)] as string),
  })));
}

const NEW_WORDS = ['事实上，', '与此同时，', '（详见后文）', '从整体看，'];

function insertedWords(report: Report, random: () => number): Tracked {
  const source = original(report.source.text);
  const changes: { start: number; end: number; by: Tracked }[] = [];
  for (let at = source.text.indexOf('，'); at >= 0; at = source.text.indexOf('，', at + 1)) {
    if (random() > 0.3) continue;
    changes.push({ start: at + 1, end: at + 1, by: added(NEW_WORDS[Math.floor(random() * NEW_WORDS.length)] as string) });
  }
  return replaced(source, changes);
}

/** Sentences of the reading text, as source spans, without white space around them. */
function sentencesOf(report: Report): Span[] {
  const { logical } = report;
  const sentences: Span[] = [];
  for (const match of logical.text.matchAll(/[^。！？\n]*[。！？][”’」』）)]*|[^。！？\n]+/g)) {
    const start = match.index + match[0].length - match[0].trimStart().length;
    const end = match.index + match[0].trimEnd().length;
    if (end > start) sentences.push({ start: toSource(logical, start), end: toSource(logical, end - 1) + 1 });
  }
  return sentences;
}

function withSentences(report: Report, change: (sentence: Tracked, chosen: boolean) => Tracked | null, random: () => number, share: number): Tracked {
  const source = original(report.source.text);
  const changes = sentencesOf(report).flatMap((span) => {
    const by = change(slice(source, span.start, span.end), random() < share);
    return by === null ? [] : [{ ...span, by }];
  });
  return replaced(source, changes);
}

function deletedSentences(report: Report, random: () => number): Tracked {
  return withSentences(report, (_, chosen) => (chosen ? added('') : null), random, 0.3);
}

function twinsBefore(report: Report, random: () => number): Tracked {
  return withSentences(report, (s, chosen) => (chosen ? withTwin(s, 'before') : null), random, 0.3);
}

function twinsInstead(report: Report, random: () => number): Tracked {
  return withSentences(report, (s, chosen) => (chosen ? twinOf(s) : null), random, 0.5);
}

/** Sentences go, and at the end of the report stands each of them that had a figure, with one figure changed. */
function farTwins(report: Report, random: () => number): Tracked {
  const twins: string[] = [];
  const rest = withSentences(report, (sentence, chosen) => {
    if (!chosen || twinOf(sentence) === null) return null;
    twins.push(sentence.text.replace(/\d(?!\d)/, (digit) => String((Number(digit) + 1) % 10)));
    return added('');
  }, random, 0.4);
  return joined([rest, added(`\n\n${twins.join('\n\n')}\n`)]);
}

const COLUMNS = 40;

/** Long lines of the file itself are cut. */
function cutLines(report: Report): Tracked {
  const source = original(report.source.text);
  const changes: { start: number; end: number; by: Tracked }[] = [];
  let column = 0;
  for (let i = 0; i < source.text.length; i++) {
    const c = source.text.charAt(i);
    column = c === '\n' ? 0 : column + 1;
    if (column <= COLUMNS || /[\udc00-\udfff]/.test(c)) continue;
    changes.push({ start: i, end: i, by: added('\n') });
    column = 1;
  }
  return replaced(source, changes);
}

/** A sentence that ends as one, with its twin beside it. */
function withTwin(sentence: Tracked, side: 'before' | 'after'): Tracked | null {
  const twin = /[。！？][”’」』）)]*$/.test(sentence.text) ? twinOf(sentence) : null;
  if (twin === null) return null;
  return joined(side === 'before' ? [twin, sentence] : [sentence, twin]);
}

/** The sentence with other figures; null where it holds none outside page numbers. */
function twinOf(sentence: Tracked): Tracked | null {
  if (/\n/.test(sentence.text.trim()) && /\n\s*[-－]?\s*\d+\s*[-－]?\s*\n/.test(sentence.text)) return null;
  const text = sentence.text.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10));
  return text === sentence.text ? null : added(text);
}

function everything(report: Report, random: () => number): Tracked {
  const source = original(report.source.text);
  const blocks = report.blocks.filter((block) => block.kind !== 'furniture');
  const kept = blocks.map((block, i) => joined([slice(source, block.span.start, blocks[i + 1]?.span.start ?? source.text.length), added('\n\n')]));
  const moved = kept.filter(() => random() > 0.1);
  const cut = Math.floor(moved.length / 3);
  const text = joined([...moved.slice(cut), added(NEW_SENTENCES[0] as string), added('\n\n'), ...moved.slice(0, cut)]);
  return mapped(text, toHalf);
}
