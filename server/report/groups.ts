import type { Draft, Line } from './draft';
import { continues } from './join';
import type { Group } from './logicalText';
import type { BlockKind } from './model';
import type { Wrap } from './wrap';

const JOINABLE = new Set<BlockKind>(['paragraph', 'listItem', 'note', 'source']);

/** Gathers classified lines into blocks: cut paragraphs are one block again, also across page furniture. Linear. */
export function groupsOf(draft: Draft, wrap: Wrap): Group[] {
  const groups: { kind: BlockKind; first: number; last: number; table: number }[] = [];
  let open: { kind: BlockKind; first: number; last: number; table: number } | null = null;
  let broken = false;
  const furniture: number[] = [];
  draft.lines.forEach((line, i) => {
    const kind = draft.kinds[i] ?? 'paragraph';
    if (kind === 'furniture') {
      furniture.push(i);
      broken = true;
      return;
    }
    const goesOn = open !== null && (kind === open.kind && kind === 'frontMatter' || (kind === 'paragraph' && JOINABLE.has(open.kind) && continues(wrap, draft.lines[open.last] as Line, line, broken || line.page)));
    if (open !== null && goesOn) open.last = i;
    else {
      open = { kind, first: i, last: i, table: -1 };
      groups.push(open);
    }
    broken = false;
  });
  return groups;
}
