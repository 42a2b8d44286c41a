import type { Draft, Line } from './draft';
import { continues } from './join';
import type { Group } from './logicalText';
import type { BlockKind } from './model';
import type { TablePlace } from './tables';
import type { Wrap } from './wrap';

const JOINABLE = new Set<BlockKind>(['paragraph', 'listItem', 'note', 'source']);

/**
 * Gathers classified lines into blocks: cut paragraphs are one block again, also across page furniture; a line in
 * `tied` belongs to the one before it whatever they look like. Linear.
 */
export function groupsOf(draft: Draft, wrap: Wrap, tables: readonly TablePlace[], tied: ReadonlySet<number>): Group[] {
  const groups: Group[] = [];
  const tableAt = new Map(tables.map((place, index) => [place.first, index]));
  let broken = false;
  // The last group may still grow; a table closes it.
  let closed = true;
  for (let i = 0; i < draft.lines.length; i++) {
    const line = draft.lines[i] as Line;
    const table = tableAt.get(i);
    if (table !== undefined) {
      closed = true;
      const { last } = tables[table] as TablePlace;
      groups.push({ kind: 'table', first: i, last, table });
      i = last;
      continue;
    }
    const kind = kindOf(draft, i);
    if (kind === 'furniture') {
      broken = true;
      continue;
    }
    const before = closed ? undefined : groups[groups.length - 1];
    if (before !== undefined && (tied.has(i) || goesOn(draft, wrap, before, i, kind, broken || line.page))) groups[groups.length - 1] = { ...before, last: i };
    else groups.push({ kind, first: i, last: i, table: -1 });
    closed = false;
    broken = false;
  }
  return groups;
}

function kindOf(draft: Draft, i: number): BlockKind {
  const kind = draft.kinds[i];
  if (kind !== null && kind !== undefined) return kind === 'table' ? 'paragraph' : kind;
  const { marks, numbering } = draft.lines[i] as Line;
  return marks.bullet !== null || (numbering !== null && !numbering.bare) ? 'listItem' : 'paragraph';
}

function goesOn(draft: Draft, wrap: Wrap, open: Group, i: number, kind: BlockKind, broken: boolean): boolean {
  if (kind === 'frontMatter') return open.kind === kind;
  return kind === 'paragraph' && JOINABLE.has(open.kind) && continues(wrap, draft.lines[open.last] as Line, draft.lines[i] as Line, broken);
}
