import type { Document} from 'yaml';
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { entityOf } from '../corpus/entities';
import type { Snapshot } from '../corpus/corpus';
import { fold } from '../entity/fold';
import type { Entity } from '../entity/model';

/** What can be done to the entity list; entities by id. */
export type EntityAction =
  | { readonly kind: 'confirm'; readonly entity: string }
  | { readonly kind: 'add'; readonly name: string; readonly type: string }
  | { readonly kind: 'alias'; readonly name: string; readonly of: string }
  | { readonly kind: 'reject'; readonly entity: string }
  | { readonly kind: 'merge'; readonly entity: string; readonly into: string }
  | { readonly kind: 'type'; readonly entity: string; readonly type: string }
  | { readonly kind: 'rename'; readonly entity: string; readonly name: string };

/** One replacement in a text, in UTF-16 offsets. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The change of `entities.yaml` that actions mean, one after the other; comments, order and the style of what it does not touch stay.
 * Null where the file has syntax errors or they change nothing.
 */
export function entityEdit(snapshot: Snapshot, yaml: string, ...actions: readonly EntityAction[]): TextChange | null {
  const document = parseDocument(yaml);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return null;
  for (const action of actions) perform(document, snapshot, action);
  const style = { lineWidth: 0, indentSeq: !/^- /m.test(yaml), flowCollectionPadding: /[[{] /.test(yaml) };
  const fresh = document.toString(style);
  return difference(yaml, fresh);
}

function perform(document: Document, snapshot: Snapshot, action: EntityAction): void {
  switch (action.kind) {
    case 'confirm':
      ensure(document, entityOf(snapshot, action.entity));
      break;
    case 'add':
      ensure(document, { ...entityOf(snapshot, `${action.type}:${action.name}`), name: action.name, type: action.type });
      break;
    case 'alias':
      addAliases(document, ensure(document, entityOf(snapshot, action.of)), [action.name]);
      break;
    case 'reject': {
      const entity = entityOf(snapshot, action.entity);
      removeItem(document, entity);
      push(document, sequence(document, document, 'ignore'), entity.name);
      break;
    }
    case 'merge': {
      const entity = entityOf(snapshot, action.entity);
      removeItem(document, entity);
      addAliases(document, ensure(document, entityOf(snapshot, action.into)), [entity.name, ...entity.aliases]);
      break;
    }
    case 'type':
      ensure(document, entityOf(snapshot, action.entity)).set('type', action.type);
      break;
    case 'rename': {
      const entity = entityOf(snapshot, action.entity);
      const item = ensure(document, entity);
      item.set('name', action.name);
      dropAlias(item, action.name);
      addAliases(document, item, [entity.name]);
      break;
    }
  }
}

/** A sequence under a key, made where it is missing. */
function sequence(document: Document, parent: Document | YAMLMap, key: string): YAMLSeq {
  const found = parent.get(key, true);
  if (isSeq(found)) return found;
  const fresh = document.createNode([]) as YAMLSeq;
  parent.set(key, fresh);
  return parent.get(key, true) as YAMLSeq;
}

function push(document: Document, list: YAMLSeq, name: string): void {
  if (list.items.some((item) => isScalar(item) && fold(String(item.value)) === fold(name))) return;
  list.flow = list.flow === true && list.items.length > 0;
  list.add(document.createNode(name));
}

function itemsOf(document: Document): YAMLMap[] {
  const list = document.get('entities', true);
  return isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
}

/** The entry of an entity: by id, else by type and name. */
function itemOf(document: Document, { id, type, name }: Entity): YAMLMap | undefined {
  const items = itemsOf(document);
  return items.find((item) => item.get('id') === id) ?? items.find((item) => item.get('name') === name && item.get('type') === type);
}

/** The entry of an entity, added at the end where it is missing. An id "type:name" is left to be inferred. */
function ensure(document: Document, entity: Entity): YAMLMap {
  const known = itemOf(document, entity);
  if (known) return known;
  const { id, name, type, aliases, attributes } = entity;
  const list = sequence(document, document, 'entities');
  list.flow = false;
  const item = document.createNode({
    ...(id === `${type}:${name}` || id.includes(':') ? {} : { id }),
    name,
    type,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  }) as YAMLMap;
  list.add(item);
  return item;
}

function addAliases(document: Document, item: YAMLMap, names: readonly string[]): void {
  const own = item.get('name');
  for (const name of names) if (name !== own) push(document, sequence(document, item, 'aliases'), name);
}

function dropAlias(item: YAMLMap, name: string): void {
  const list = item.get('aliases', true);
  if (isSeq(list)) list.items = list.items.filter((alias) => !(isScalar(alias) && alias.value === name));
}

function removeItem(document: Document, entity: Entity): void {
  const item = itemOf(document, entity);
  const list = document.get('entities', true);
  if (item && isSeq(list)) list.items = list.items.filter((other) => other !== item);
}

/** The lines that differ, as one change. */
function difference(before: string, after: string): TextChange | null {
  if (before === after) return null;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  start = before.lastIndexOf('\n', start - 1) + 1;
  let common = 0;
  const most = Math.min(before.length, after.length) - start;
  while (common < most && before[before.length - 1 - common] === after[after.length - 1 - common]) common++;
  let end = before.length - common;
  const line = before.indexOf('\n', end - 1);
  if (end > start && line >= 0) end = line + 1;
  else if (end > start) end = before.length;
  return { start, end, text: after.slice(start, after.length - (before.length - end)) };
}
