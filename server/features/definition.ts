import type { Snapshot } from '../corpus/corpus';
import { entityOf } from '../corpus/entities';
import type { ReportIndex } from '../corpus/model';
import { targetsOf } from '../corpus/resolve';
import { documentKey } from '../reference/keys';
import type { Target } from '../reference/model';
import type { TocEntry } from '../report/model';
import type { Span } from '../text/span';
import { extentOf, mentionAt, noteMarkAt, noteTextAt, referenceAt, tocEntryAt } from './at';
import { definitionsOf, type Subject } from './subject';

/** The text that leads somewhere, and the places it leads to. */
export interface Definition {
  readonly origin: Span;
  readonly targets: readonly Target[];
}

/** Most places offered for one name. */
const mostTargets = 20;

/** Where a line of a table of contents leads. */
export function tocTarget(index: ReportIndex, entry: TocEntry): Span | null {
  if (!entry.target) return null;
  const items = entry.target.kind === 'heading' ? index.headings : index.captions;
  return items[entry.target.index]?.span ?? null;
}

/**
 * Where what stands at the cursor is defined: the note of a mark (and back), the target of a reference or a line of
 * contents, the introduction of an entity, in whichever report it stands. Null where the cursor is on nothing of these.
 */
export function definitionAt(snapshot: Snapshot, path: string, offset: number): Definition | null {
  const index = snapshot.reports.get(path);
  if (!index) return null;
  return (
    fromNote(index, offset) ?? fromReference(snapshot, index, offset) ?? fromContents(snapshot, index, offset) ?? fromMention(snapshot, index, offset)
  );
}

function fromNote(index: ReportIndex, offset: number): Definition | null {
  const link = noteMarkAt(index, offset);
  if (link?.note) return { origin: link.mark, targets: [{ report: index.path, span: link.note }] };
  return null;
}

function fromContents(snapshot: Snapshot, index: ReportIndex, offset: number): Definition | null {
  const entry = tocEntryAt(index, offset);
  const span = entry && tocTarget(index, entry);
  if (!entry || !span) return null;
  const named = fromMention(snapshot, index, offset);
  const line = { report: index.path, span };
  // On a name in a line of contents both are meant: where the line leads, and what the name is.
  const others = named?.targets.filter((target) => target.report !== index.path || target.span.start !== span.start) ?? [];
  return { origin: named?.origin ?? entry.span, targets: [line, ...others] };
}

function fromReference(snapshot: Snapshot, index: ReportIndex, offset: number): Definition | null {
  const reference = referenceAt(index, offset);
  if (!reference || reference.kind === 'toc' || reference.kind === 'note') return null;
  const targets = targetsOf(snapshot, index.path, reference).slice(0, mostTargets);
  return targets.length > 0 ? { origin: reference.span, targets } : null;
}

function fromMention(snapshot: Snapshot, index: ReportIndex, offset: number): Definition | null {
  const mention = referenceAt(index, offset)?.kind === 'url' ? null : mentionAt(index, offset);
  if (!mention) return fromNoteText(index, offset);
  const subjects = [mention.entity, ...(mention.alternatives ?? [])].map((id): Subject => {
    const { type, name } = entityOf(snapshot, id);
    return type === 'document' ? { kind: 'document', key: documentKey(name), ids: [id] } : { kind: 'entity', id };
  });
  const targets = subjects.flatMap((subject) => definitionsOf(snapshot, subject)).slice(0, mostTargets);
  return targets.length > 0 ? { origin: extentOf(mention), targets } : null;
}

function fromNoteText(index: ReportIndex, offset: number): Definition | null {
  const link = noteTextAt(index, offset);
  return link?.note ? { origin: link.note, targets: [{ report: index.path, span: link.mark }] } : null;
}
