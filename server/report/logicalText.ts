import type { LogicalText } from '../text/logical';
import { logicalWriter, type LogicalWriter } from '../text/mapping';
import { matchAt } from '../text/sticky';
import type { Draft, Line } from './draft';
import { formulaAt, type Part } from './formulas';
import { cutsUrl, glue, wordsOf } from './join';
import type { BlockKind, Table } from './model';

const LONGEST_TAG = 400;

/** Lines `first..last` (indexes of the draft) make one block. */
export interface Group {
  readonly kind: BlockKind;
  readonly first: number;
  readonly last: number;
  /** Index into the tables, for a table. */
  readonly table: number;
}

/**
 * The reading text: one line per block, table rows each a line with tabs between cells, no furniture, no front
 * matter, no bold marks, no anchors, no page links, no tags that only set; figures that are set as formulas in plain
 * characters. Linear.
 */
export function logicalTextOf(draft: Draft, groups: readonly Group[], tables: readonly Table[]): LogicalText {
  const writer = logicalWriter(draft.source.text);
  let known: ReadonlySet<string> | null = null;
  const words = (): ReadonlySet<string> => (known ??= wordsOf(draft.lines));
  let end = -1;
  for (const group of groups) {
    if (group.kind === 'furniture' || group.kind === 'frontMatter') continue;
    if (end >= 0) writer.put('\n', end);
    end = group.kind === 'table' ? writeTable(writer, draft, tables[group.table] as Table) : writeLines(writer, draft, group, words);
  }
  return writer.finish();
}

function writeTable(writer: LogicalWriter, draft: Draft, table: Table): number {
  let end = table.span.start;
  table.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (r > 0 || c > 0) writer.put(c === 0 ? '\n' : '\t', end);
      end = Math.max(end, cell.end);
      writeReading(writer, draft.source.text, cell.start, cell.end, true);
    });
  });
  return end;
}

/** Length of the HTML tag at `at`, 0 when there is none. Bounded. */
function tagLength(text: string, at: number, end: number): number {
  if (!/[a-zA-Z/]/.test(text.charAt(at + 1))) return 0;
  const close = text.slice(at, Math.min(end, at + LONGEST_TAG)).indexOf('>');
  return close < 0 ? 0 : close + 1;
}

/** What may read otherwise than it stands: bold marks, tags, line ends, formulas, links. */
const SPECIAL = /\*\*|[<$\\[\r\n]/g;
/** A place that a conversion has marked for links to it, in HTML or as Pandoc does. */
const ANCHOR = /<(span|a)\s[^<>]{0,200}>\s*<\/\1>|\[\]\{#[^{}\r\n]{1,120}\}/iy;
/** Tags that only say how or where something is set. */
const FRAME = /<\/?(?:div|center|p|font|u|b|i|strong|em)(?:\s[^<>\r\n]{0,300})?>/iy;
/** A sign that Markdown would read as its own, with a backslash before it. */
const ESCAPED = /\\[%~<>*_#$&+]/y;
/** A link within the report by the number of its page, as a conversion makes of every reference. */
const PAGE_LINK = /\[((?:[^[\]\r\n]|\[[^[\]\r\n]{0,80}\]){1,200})\]\(#page-\d{1,4}-\d{1,4}\)/y;

/** How what stands at `at` reads, and where it ends; null where it reads as it stands. */
function readingAt(text: string, at: number, end: number, inTable: boolean): { readonly end: number; readonly parts: readonly Part[] } | null {
  const character = text.charAt(at);
  if (character === '*') return { end: at + 2, parts: [] };
  if (character === '\\' && matchAt(ESCAPED, text, at)) return { end: at + 1, parts: [] };
  if (character === '$' || character === '\\') return formulaAt(text, at);
  const frame = matchAt(ANCHOR, text, at) ?? matchAt(FRAME, text, at);
  if (frame) return { end: at + frame[0].length, parts: [] };
  if (character === '[') {
    const link = matchAt(PAGE_LINK, text, at);
    return link && { end: at + link[0].length, parts: [{ start: at + 1, end: at + 1 + (link[1] as string).length }] };
  }
  if (!inTable) return null;
  if (character !== '<') return { end: at + 1, parts: [{ start: at, end: at + 1, drawn: ' ' }] };
  const tag = tagLength(text, at, end);
  return tag === 0 ? null : { end: at + tag, parts: [] };
}

/** Writes a stretch as it reads; in a table without tags, and with a space for a line end. */
function writeReading(writer: LogicalWriter, text: string, start: number, end: number, inTable: boolean): void {
  const stretch = text.slice(start, end);
  // Nearly every line reads as it stands.
  if (stretch.search(SPECIAL) < 0) return writer.keep(start, end);
  let from = start;
  for (const { index } of stretch.matchAll(SPECIAL)) {
    const at = start + index;
    const other = at < from ? null : readingAt(text, at, end, inTable);
    if (!other) continue;
    writer.keep(from, at);
    for (const part of other.parts) {
      if (part.drawn === undefined) writer.keep(part.start, part.end);
      else writer.put(part.drawn, part.start);
    }
    from = other.end;
  }
  writer.keep(Math.min(from, end), end);
}

function writeLines(writer: LogicalWriter, draft: Draft, group: Group, words: () => ReadonlySet<string>): number {
  let before: Line | null = null;
  for (let i = group.first; i <= group.last; i++) {
    if (draft.kinds[i] === 'furniture' && group.kind !== 'furniture') continue;
    const line = draft.lines[i] as Line;
    if (before !== null && glue(before.text, line.text, words, cutsUrl(before, line)) === ' ') writer.put(' ', before.end);
    writeReading(writer, draft.source.text, line.start, line.end, false);
    before = line;
  }
  return before === null ? (draft.lines[group.first] as Line).end : before.end;
}
