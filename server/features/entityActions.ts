import { t } from '@vscode/l10n';
import type { Snapshot } from '../corpus/corpus';
import type { ReportIndex } from '../corpus/model';
import { entityOf, nameOf } from '../corpus/entities';
import { fold } from '../entity/fold';
import type { Span } from '../text/span';
import { extentOf, mentionAt, mentionsIn } from './at';
import type { EntityAction } from './entityEdit';
import { entityTypes } from './entityTree';

/** Something that can be done to the entity list about the text under the cursor. */
export interface OfferedAction {
  readonly title: string;
  readonly action: EntityAction;
  /** The one to offer first. */
  readonly preferred: boolean;
}

const longestName = 60;
const mostOwners = 3;
/** Characters to each side in which an entity may be what a selected name is another name of. */
const nearby = 300;

/** What can be done about the entity at a cursor, or the selected text; `text` is the report's. */
export function entityActionsAt(snapshot: Snapshot, path: string, text: string, selection: Span): OfferedAction[] {
  const index = snapshot.reports.get(path);
  if (!index) return [];
  const selected = text.slice(selection.start, selection.end).replace(/\s+/g, ' ').trim();
  const mention = mentionAt(index, selection.start);
  const extent = mention && extentOf(mention);
  const isMention = extent && (selected === '' || (selection.start >= extent.start && selection.end <= extent.end));
  if (mention && isMention) return forEntity(snapshot, mention.entity, entitiesAround(index, extent));
  if (selected === '' || selected.length > longestName || fold(selected).length < 2) return [];
  return [...asAlias(snapshot, selected, entitiesAround(index, selection)), ...asEntity(snapshot, selected)];
}

const entitiesAround = (index: ReportIndex, { start, end }: Span): string[] =>
  mentionsIn(index, { start: start - nearby, end: end + nearby }).map(({ entity }) => entity);

function forEntity(snapshot: Snapshot, id: string, near: readonly string[]): OfferedAction[] {
  const { name, type, origin } = entityOf(snapshot, id);
  const confirm: OfferedAction = { title: t('Confirm Entity “{0}”', name), action: { kind: 'confirm', entity: id }, preferred: true };
  const others = entityTypes(snapshot).filter((other) => other.type !== type);
  return [
    ...(origin === 'list' ? [] : [confirm]),
    { title: t('“{0}” Is Not an Entity', name), action: { kind: 'reject', entity: id }, preferred: false },
    ...merges(snapshot, id, near),
    ...others.map(({ type: other, label }): OfferedAction => ({
      title: t('Change Type of “{0}” to {1}', name, label), action: { kind: 'type', entity: id, type: other }, preferred: false,
    })),
  ];
}

function asEntity(snapshot: Snapshot, name: string): OfferedAction[] {
  return entityTypes(snapshot).map(({ type, label }) => ({
    title: t('Add “{0}” to Entity List as {1}', name, label), action: { kind: 'add', name, type }, preferred: false,
  }));
}

/** Entities, those first whose name shares most characters with `name`. */
function byLikeness(snapshot: Snapshot, name: string, ids: readonly string[]): { readonly id: string; readonly count: number }[] {
  const characters = new Set(fold(name));
  const shared = (id: string): number => [...new Set(fold(nameOf(snapshot, id).name))].filter((character) => characters.has(character)).length;
  return [...new Set(ids)].map((id) => ({ id, count: shared(id) })).sort((a, b) => b.count - a.count);
}

/** Entities of the same type, nearby or in the list, that could be the same: their names share two characters or more. */
function merges(snapshot: Snapshot, id: string, near: readonly string[]): OfferedAction[] {
  const { name, type } = nameOf(snapshot, id);
  const same = [...near, ...snapshot.listed.keys()].filter((other) => other !== id && nameOf(snapshot, other).type === type);
  const alike = byLikeness(snapshot, name, same).filter(({ count }) => count >= 2);
  return alike.slice(0, mostOwners).map(({ id: into }): OfferedAction => ({
    title: t('Merge “{0}” into “{1}”', name, nameOf(snapshot, into).name), action: { kind: 'merge', entity: id, into }, preferred: false,
  }));
}

function asAlias(snapshot: Snapshot, name: string, near: readonly string[]): OfferedAction[] {
  return byLikeness(snapshot, name, near).slice(0, mostOwners).map(({ id }) => ({
    title: t('Add “{0}” as Alias of “{1}”', name, nameOf(snapshot, id).name), action: { kind: 'alias', name, of: id }, preferred: false,
  }));
}

/** The entity at a cursor with its name, for renaming it in the entity list. */
export function renameableAt(snapshot: Snapshot, path: string, offset: number): { readonly id: string; readonly name: string; readonly span: Span } | null {
  const index = snapshot.reports.get(path);
  const mention = index && mentionAt(index, offset);
  return mention ? { id: mention.entity, name: nameOf(snapshot, mention.entity).name, span: extentOf(mention) } : null;
}
