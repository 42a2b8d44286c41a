import type { LogicalText } from '../text/logical';
import { logicalWriter, type LogicalWriter } from '../text/mapping';
import type { Draft, Line } from './draft';
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
 * matter, no bold marks. Linear.
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
      keepFlat(writer, draft.source.text, cell.start, cell.end);
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

/** Keeps a stretch, each line end in it as a space, tags left out. */
function keepFlat(writer: LogicalWriter, text: string, start: number, end: number): void {
  let from = start;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const tag = code === 0x3c ? tagLength(text, i, end) : 0;
    if (code !== 10 && code !== 13 && tag === 0) continue;
    writer.keep(from, i);
    if (tag === 0) writer.put(' ', i);
    from = i + Math.max(1, tag);
    i = from - 1;
  }
  writer.keep(from, end);
}

function writeLines(writer: LogicalWriter, draft: Draft, group: Group, words: () => ReadonlySet<string>): number {
  let before: Line | null = null;
  for (let i = group.first; i <= group.last; i++) {
    if (draft.kinds[i] === 'furniture' && group.kind !== 'furniture') continue;
    const line = draft.lines[i] as Line;
    if (before !== null && glue(before.text, line.text, words, cutsUrl(before, line)) === ' ') writer.put(' ', before.end);
    keepWithoutBold(writer, draft.source.text, line);
    before = line;
  }
  return before === null ? (draft.lines[group.first] as Line).end : before.end;
}

function keepWithoutBold(writer: LogicalWriter, text: string, line: Line): void {
  let from = line.start;
  if (!line.text.includes('**')) return writer.keep(from, line.end);
  for (let at = text.indexOf('**', from); at >= 0 && at < line.end; at = text.indexOf('**', at + 2)) {
    writer.keep(from, at);
    from = at + 2;
  }
  writer.keep(Math.min(from, line.end), line.end);
}
