import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { Span } from '../text/span';
import { fold } from './fold';
import { builtInEntityTypes, type Entity, type EntityType } from './model';

export type ListProblemKind =
  | 'syntax'
  | 'shape'
  | 'missingName'
  | 'duplicateId'
  | 'unknownType'
  | 'ambiguousAlias'
  | 'aliasIsName';

/** Something wrong in `entities.yaml`. `value` is the id, type or alias concerned, or the parser's own message. */
export interface ListProblem {
  readonly kind: ListProblemKind;
  readonly value: string;
  readonly span: Span;
  /** 0-based. */
  readonly line: number;
  /** The other place that it clashes with. */
  readonly other: Span | null;
}

/** An entity type that `entities.yaml` adds. */
export interface AddedType {
  readonly id: EntityType;
  readonly name: string;
}

/** `entities.yaml` read: its entities with their places, names that are declared to be none, and problems. */
export interface EntityList {
  readonly entities: readonly Entity[];
  /** Per entity: the span of its whole item in the YAML text (UTF-16). */
  readonly spans: readonly Span[];
  readonly types: readonly AddedType[];
  readonly ignored: readonly string[];
  readonly problems: readonly ListProblem[];
}

export const emptyList: EntityList = { entities: [], spans: [], types: [], ignored: [], problems: [] };

interface Draft {
  readonly entity: Entity;
  readonly span: Span;
  readonly forms: readonly { readonly text: string; readonly span: Span; readonly isName: boolean }[];
  readonly idSpan: Span;
  readonly typeSpan: Span;
}

/**
 * Reads the text of `entities.yaml`: keys `types` (id, name), `entities` (id, name, type, aliases,
 * attributes, note) and `ignore` (names that are no entities). What cannot be read becomes a problem
 * with its place; the rest is used. Never throws.
 */
export function parseEntityList(text: string): EntityList {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const problems: ListProblem[] = [];
  const report = (kind: ListProblemKind, value: string, span: Span, other: Span | null = null): void => {
    problems.push({ kind, value, span, other, line: Math.max(0, lines.linePos(span.start).line - 1) });
  };
  for (const error of document.errors) report('syntax', error.message, { start: error.pos[0], end: error.pos[1] });
  const root = document.contents;
  if (!isMap(root)) {
    if (root !== null) report('shape', '', spanOf(root));
    return { ...emptyList, problems };
  }
  const types = items(root, 'types').flatMap((item): AddedType[] => {
    if (!isMap(item)) return [];
    const id = scalar(item, 'id')?.text ?? '';
    return id === '' ? [] : [{ id, name: scalar(item, 'name')?.text ?? id }];
  });
  const drafts = items(root, 'entities').flatMap((item): Draft[] => {
    if (!isMap(item)) {
      report('shape', '', spanOf(item));
      return [];
    }
    const draft = readEntity(item);
    if (!draft) report('missingName', '', spanOf(item));
    return draft ? [draft] : [];
  });
  const ignored = items(root, 'ignore').flatMap((item) => (isScalar(item) && textOf(item) !== '' ? [textOf(item)] : []));
  checkTypes(drafts, types, report);
  checkIds(drafts, report);
  checkForms(drafts, report);
  return { entities: drafts.map((d) => d.entity), spans: drafts.map((d) => d.span), types, ignored, problems };
}

type Report = (kind: ListProblemKind, value: string, span: Span, other?: Span | null) => void;

function readEntity(item: YAMLMap): Draft | null {
  const name = scalar(item, 'name');
  if (!name || name.text === '') return null;
  const type = scalar(item, 'type');
  const id = scalar(item, 'id');
  const aliases = items(item, 'aliases').flatMap((node) => (isScalar(node) && textOf(node) !== '' ? [{ text: textOf(node), span: spanOf(node) }] : []));
  const attributes: Record<string, string> = {};
  const attributeMap = item.get('attributes', true);
  if (isMap(attributeMap)) {
    for (const pair of attributeMap.items) {
      if (isScalar(pair.key) && isScalar(pair.value)) attributes[textOf(pair.key)] = textOf(pair.value);
    }
  }
  const typeText = type?.text || 'organization';
  const entity: Entity = {
    id: id?.text || `${typeText}:${name.text}`,
    name: name.text,
    type: typeText,
    aliases: aliases.map((a) => a.text),
    attributes,
    note: scalar(item, 'note')?.text ?? null,
    origin: 'list',
  };
  const forms = [{ ...name, isName: true }, ...aliases.map((a) => ({ ...a, isName: false }))];
  return { entity, span: spanOf(item), forms, idSpan: id?.span ?? name.span, typeSpan: type?.span ?? name.span };
}

function checkTypes(drafts: readonly Draft[], types: readonly AddedType[], report: Report): void {
  const known = new Set<string>([...builtInEntityTypes, ...types.map((t) => t.id)]);
  for (const draft of drafts) if (!known.has(draft.entity.type)) report('unknownType', draft.entity.type, draft.typeSpan);
}

function checkIds(drafts: readonly Draft[], report: Report): void {
  const seen = new Map<string, Span>();
  for (const draft of drafts) {
    const first = seen.get(draft.entity.id);
    if (first) report('duplicateId', draft.entity.id, draft.idSpan, first);
    else seen.set(draft.entity.id, draft.idSpan);
  }
}

/** One form of two entities: an alias equal to another's name, or an alias that both have. */
function checkForms(drafts: readonly Draft[], report: Report): void {
  const names = new Map<string, { draft: Draft; span: Span }>();
  for (const draft of drafts) {
    const form = draft.forms[0];
    if (form && !names.has(fold(form.text))) names.set(fold(form.text), { draft, span: form.span });
  }
  const aliases = new Map<string, { draft: Draft; span: Span }>();
  for (const draft of drafts) {
    for (const form of draft.forms) {
      const key = fold(form.text);
      const name = names.get(key);
      if (name && name.draft !== draft) report(form.isName ? 'ambiguousAlias' : 'aliasIsName', form.text, form.span, name.span);
      if (form.isName) continue;
      const other = aliases.get(key);
      if (other && other.draft !== draft) report('ambiguousAlias', form.text, form.span, other.span);
      else if (!other) aliases.set(key, { draft, span: form.span });
    }
  }
}

function items(map: YAMLMap, key: string): Node[] {
  const value = map.get(key, true);
  return isSeq(value) ? (value.items as Node[]) : [];
}

function scalar(map: YAMLMap, key: string): { text: string; span: Span } | null {
  const value = map.get(key, true);
  return isScalar(value) && textOf(value) !== '' ? { text: textOf(value), span: spanOf(value) } : null;
}

/** A scalar as text: names that YAML reads as numbers or dates (3M, 360) keep their spelling. */
function textOf(node: Scalar): string {
  if (typeof node.value === 'string') return node.value.trim();
  return (node.source ?? '').trim();
}

function spanOf(node: unknown): Span {
  const range = (node as Node | null)?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
