import { t } from '@vscode/l10n';
import type { Snapshot } from '../corpus/corpus';
import { introductionsTo } from '../corpus/entities';
import type { EntityList, ListProblem } from '../entity/list';
import type { Target } from '../reference/model';
import { touches, type Span } from '../text/span';
import { entityTypes } from './entityTree';
import { offersFor } from './nameCompletion';

/** The entry of `entities.yaml` at an offset. */
export function listedAt(list: EntityList, offset: number): { readonly id: string; readonly span: Span } | null {
  const at = list.spans.findIndex((span) => touches(span, offset));
  const entity = list.entities[at];
  const span = list.spans[at];
  return entity && span ? { id: entity.id, span } : null;
}

/** Where the entry at an offset is introduced in the reports. */
export function introductionsFromList(snapshot: Snapshot, offset: number): readonly Target[] {
  const listed = listedAt(snapshot.entityList, offset);
  return listed ? introductionsTo(snapshot, listed.id) : [];
}

/** The entry of an entity in `entities.yaml`, as a span of its text. */
export function entryOf(snapshot: Snapshot, id: string): Span | null {
  const at = snapshot.entityList.entities.findIndex((entity) => entity.id === id);
  return snapshot.entityList.spans[at] ?? null;
}

/** A problem of the list in the user's language. */
export function problemMessage({ kind, value }: ListProblem): string {
  switch (kind) {
    case 'syntax':
      return value;
    case 'shape':
      return t('An entry with a name was expected here.');
    case 'missingName':
      return t('The entity has no name.');
    case 'duplicateId':
      return t('The id “{0}” is used twice.', value);
    case 'unknownType':
      return t('“{0}” is no entity type; add it under types.', value);
    case 'ambiguousAlias':
      return t('“{0}” names several entities.', value);
    case 'aliasIsName':
      return t('The alias “{0}” is the name of another entity.', value);
  }
}

export interface Completion {
  readonly label: string;
  readonly detail: string;
  /** What is typed so far, as a span to replace. */
  readonly span: Span;
}

/** What can stand at an offset of `entities.yaml`: a type after `type:`, a name the reports hold after `name:` or in a list. */
export function completionsAt(snapshot: Snapshot, yaml: string, offset: number): { readonly items: Completion[]; readonly complete: boolean } {
  const lineStart = yaml.lastIndexOf('\n', offset - 1) + 1;
  const before = yaml.slice(lineStart, offset);
  const match = /^\s*(?:- )?(?:(type|name): *|- +)(["']?)([^"':#]*)$/.exec(before);
  if (!match) return { items: [], complete: true };
  const typed = match[3] ?? '';
  const span = { start: offset - typed.length, end: offset };
  if (match[1] === 'type') {
    return { items: entityTypes(snapshot).map(({ type, label }) => ({ label: type, detail: label, span })), complete: true };
  }
  const { offers, complete } = offersFor(snapshot, typed);
  return { items: offers.map(({ name, detail }) => ({ label: name, detail, span })), complete };
}
