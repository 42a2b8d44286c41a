import type { Span } from '../../text/span';
import { isTag, bodyList, withTagReplaced } from '../bodies';
import type { TextChange } from '../edits';
import { annotationLine, readAnnotationFile } from '../file';
import type { Annotation } from '../model';
import type { CodebookAction, Refusal } from './actions';
import { ancestry, childrenOf, tagNamed, tagPath, type Codebook, type Tag } from './model';
import { readCodebook } from './read';
import { addItem, openCodebook, removeItem, removeKey, setKey, type CodebookFile } from './yamlEdits';

/** All that an edit of the codebook may have to change. */
export interface CodebookUses {
  /** The text of `codebook.yaml`; null where there is none. */
  readonly yaml: string | null;
  /** Tags in reports' front matter: `text` is what stands at `span` of the report at `path`. */
  readonly frontMatter: readonly { readonly path: string; readonly span: Span; readonly text: string }[];
  /** Texts of the annotation files by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Changes of one file; spans in the file's present text. */
export interface FileChanges {
  readonly path: string;
  readonly changes: readonly TextChange[];
}

const codebookPath = 'codebook.yaml';

/**
 * The edits that an action means, over the codebook, front matter and annotation files; plain data to be shown first.
 * `time` goes into `modified` of the annotations that change. Linear in what is given.
 */
export function codebookEdit(uses: CodebookUses, action: CodebookAction, time: string): readonly FileChanges[] | Refusal {
  const yaml = uses.yaml ?? '';
  const file = openCodebook(yaml);
  if (file === null) return { refused: 'damaged', value: '' };
  const codebook = readCodebook(yaml);
  if (action.kind !== 'create' && !codebook.byId.has(action.tag)) return { refused: 'unknownTag', value: action.tag };
  const context: Context = { uses, file, codebook, time };
  switch (action.kind) {
    case 'create': return create(context, action);
    case 'rename': return rename(context, action.tag, action.name.trim());
    case 'renameId': return renameId(context, action.tag, action.id.trim());
    case 'move': return move(context, action.tag, action.parent);
    case 'recolor': return inCodebook([setKey(file, itemOf(context, action.tag), 'color', action.color)]);
    case 'merge': return merge(context, action.tag, action.into);
    case 'split': return split(context, action.tag, action.names, action.assign);
    case 'deprecate': return deprecate(context, action.tag, action.replacedBy);
    case 'delete': return remove(context, action.tag);
  }
}

interface Context {
  readonly uses: CodebookUses;
  readonly file: CodebookFile;
  readonly codebook: Codebook;
  readonly time: string;
}
type Result = readonly FileChanges[] | Refusal;

function create({ file, codebook }: Context, action: Extract<CodebookAction, { kind: 'create' }>): Result {
  const name = action.name.normalize('NFC').trim();
  const parent = action.parent ?? null;
  if (name === '') return { refused: 'emptyName', value: '' };
  if (parent !== null && !codebook.byId.has(parent)) return { refused: 'unknownTag', value: parent };
  if (childrenOf(codebook, parent).some((tag) => tag.name === name)) return { refused: 'nameTaken', value: name };
  const id = action.id?.trim() ?? freeId(codebook, name);
  if (codebook.byId.has(id)) return { refused: 'idTaken', value: id };
  return inCodebook([newItem(file, codebook, parent, { id, name, parent, description: action.description ?? null, color: action.color ?? null })]);
}

/** Behind the last tag of the same family, else at the end. */
function newItem(file: CodebookFile, codebook: Codebook, parent: string | null, entry: Readonly<Record<string, string | null>>): TextChange {
  const family = parent === null ? [] : codebook.tags.filter((tag) => ancestry(codebook, tag.id).includes(parent));
  return addItem(file, file.items.get(family.at(-1)?.id ?? '') ?? null, entry);
}

/** The name itself where it can be an id, with a number behind where that is taken. */
export function freeId(codebook: Codebook, name: string): string {
  const base = name.replace(/[\s/／:#,[\]{}"'|>&*!%@`]+/g, '-').replace(/^-+|-+$/g, '') || 'tag';
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!codebook.byId.has(id)) return id;
  }
}

function rename(context: Context, id: string, name: string): Result {
  const { codebook, file } = context;
  const tag = codebook.byId.get(id) as Tag;
  if (name === '') return { refused: 'emptyName', value: '' };
  if (childrenOf(codebook, tag.parent).some((other) => other !== tag && other.name === name)) return { refused: 'nameTaken', value: name };
  const item = itemOf(context, id);
  // A tag that had its name for an id keeps that id.
  const changes = item.has('id') || id === name ? [setKey(file, item, 'name', name)] : [setKey(file, item, 'id', id), setKey(file, item, 'name', name)];
  const renamed: Codebook = withTag(codebook, { ...tag, name });
  return joined([{ path: codebookPath, changes }], frontMatterEdits(context, (text, used) => {
    if (text === used.id) return null;
    const [before, after] = [tagPath(codebook, used.id), tagPath(renamed, used.id)];
    return text === used.name ? (used.id === id ? name : null) : before === after ? null : after;
  }));
}

function renameId(context: Context, id: string, next: string): Result {
  const { codebook, file } = context;
  if (next === '') return { refused: 'emptyName', value: '' };
  if (next === id) return [];
  if (codebook.byId.has(next)) return { refused: 'idTaken', value: next };
  const changes = [setKey(file, itemOf(context, id), 'id', next), ...linkEdits(context, id, next)];
  return joined(
    [{ path: codebookPath, changes }],
    frontMatterEdits(context, (text, used) => (used.id === id && text === id ? next : null)),
    annotationEdits(context, (annotation) => replaced(context, annotation, id, next)),
  );
}

function move(context: Context, id: string, parent: string | null): Result {
  const { codebook, file } = context;
  if (parent !== null && !codebook.byId.has(parent)) return { refused: 'unknownTag', value: parent };
  if (parent !== null && ancestry(codebook, parent).includes(id)) return { refused: 'cycle', value: parent };
  const tag = codebook.byId.get(id) as Tag;
  if (tag.parent === parent) return [];
  if (childrenOf(codebook, parent).some((other) => other.name === tag.name)) return { refused: 'nameTaken', value: tag.name };
  const item = itemOf(context, id);
  const changes = parent === null ? removeKey(file, item, 'parent') : [setKey(file, item, 'parent', parent)];
  const moved = withTag(codebook, { ...tag, parent });
  return joined([{ path: codebookPath, changes }], frontMatterEdits(context, (text, used) => {
    const isPath = text !== used.id && text !== used.name;
    return isPath && tagPath(codebook, used.id) !== tagPath(moved, used.id) ? tagPath(moved, used.id) : null;
  }));
}

function merge(context: Context, id: string, into: string): Result {
  const { codebook, file } = context;
  const target = codebook.byId.get(into);
  if (target === undefined) return { refused: 'unknownTag', value: into };
  if (id === into) return { refused: 'sameTag', value: id };
  if (ancestry(codebook, into).includes(id)) return { refused: 'cycle', value: into };
  const changes = [removeItem(file, itemOf(context, id)), ...linkEdits(context, id, into)];
  return joined(
    [{ path: codebookPath, changes }],
    frontMatterEdits(context, (text, used) => {
      if (used.id !== id) return null;
      return text === id ? into : text === used.name ? target.name : tagPath(codebook, into);
    }),
    annotationEdits(context, (annotation) => replaced(context, annotation, id, into)),
  );
}

function split(context: Context, id: string, names: readonly string[], assign: Readonly<Record<string, number>>): Result {
  const { codebook, file } = context;
  const tag = codebook.byId.get(id) as Tag;
  const wanted = names.map((name) => name.normalize('NFC').trim());
  const taken = wanted.find((name, i) => wanted.indexOf(name) < i || childrenOf(codebook, tag.parent).some((other) => other.name === name));
  if (wanted.includes('')) return { refused: 'emptyName', value: '' };
  if (taken !== undefined) return { refused: 'nameTaken', value: taken };
  const ids = wanted.map((name) => freeId(codebook, name));
  const behind = itemOf(context, id);
  const changes = wanted.map((name, i) => addItem(file, behind, { id: ids[i] as string, name, parent: tag.parent, color: tag.color, group: tag.group }));
  const together = changes.slice(0, 1).map((first) => ({ ...first, text: changes.map((change) => change.text).join('') }));
  return joined([{ path: codebookPath, changes: together }], annotationEdits(context, (annotation) => {
    const next = ids[assign[annotation.id] ?? -1];
    return next === undefined ? null : replaced(context, annotation, id, next);
  }));
}

function deprecate(context: Context, id: string, replacedBy: string | null): Result {
  const { codebook, file } = context;
  if (replacedBy !== null && !codebook.byId.has(replacedBy)) return { refused: 'unknownTag', value: replacedBy };
  if (replacedBy === id) return { refused: 'sameTag', value: id };
  const item = itemOf(context, id);
  const changes = [setKey(file, item, 'deprecated', true), ...(replacedBy === null ? removeKey(file, item, 'replacedBy') : [setKey(file, item, 'replacedBy', replacedBy)])];
  return inCodebook(together(changes));
}

/** Only a tag that nothing uses is deleted: what uses it would lose what it says. Its children move up. */
function remove(context: Context, id: string): Result {
  const { codebook, file, uses } = context;
  const used = uses.frontMatter.some(({ text }) => tagNamed(codebook, text)?.id === id) || annotationEdits(context, (annotation) => replaced(context, annotation, id, id)).length > 0;
  if (used || codebook.links.some((link) => link.id === id && link.key === 'replacedBy')) return { refused: 'inUse', value: id };
  const parent = codebook.byId.get(id)?.parent ?? null;
  const children = childrenOf(codebook, id).flatMap((child) => {
    const item = itemOf(context, child.id);
    return parent === null ? removeKey(file, item, 'parent') : [setKey(file, item, 'parent', parent)];
  });
  return inCodebook([removeItem(file, itemOf(context, id)), ...children]);
}

function itemOf({ file }: Context, id: string): NonNullable<ReturnType<CodebookFile['items']['get']>> {
  return file.items.get(id) as NonNullable<ReturnType<CodebookFile['items']['get']>>;
}

/** Other tags' `parent` and `replacedBy` made to name another tag. */
function linkEdits({ codebook, file }: Context, from: string, to: string): TextChange[] {
  return codebook.links.flatMap((link) => {
    const item = link.id === from && link.tag !== from ? file.items.get(link.tag) : undefined;
    return item === undefined ? [] : [setKey(file, item, link.key, to)];
  });
}

function frontMatterEdits({ uses, codebook }: Context, next: (text: string, tag: Tag) => string | null): FileChanges[] {
  const changes = new Map<string, TextChange[]>();
  for (const { path, span, text } of uses.frontMatter) {
    const tag = tagNamed(codebook, text);
    const fresh = tag === null ? null : next(text, tag);
    if (fresh !== null) changes.set(path, [...(changes.get(path) ?? []), { ...span, text: fresh }]);
  }
  return [...changes].map(([path, list]) => ({ path, changes: list }));
}

/** Rewrites the lines of the annotations that `next` changes; other lines stay byte for byte. */
function annotationEdits({ uses }: Context, next: (annotation: Annotation) => Annotation | null): FileChanges[] {
  return [...uses.files].flatMap(([path, text]) => {
    const changes: TextChange[] = [];
    let start = 0;
    for (const line of text.split('\n')) {
      const [annotation] = readAnnotationFile(line).annotations;
      const fresh = annotation === undefined ? null : next(annotation);
      if (fresh !== null) changes.push({ start, end: start + line.trimEnd().length, text: annotationLine(fresh) });
      start += line.length + 1;
    }
    return changes.length === 0 ? [] : [{ path, changes }];
  });
}

function replaced({ time }: Context, annotation: Annotation, from: string, to: string): Annotation | null {
  return bodyList(annotation).some((body) => isTag(body, from, annotation)) ? withTagReplaced(annotation, from, to, time) : null;
}

function withTag(codebook: Codebook, tag: Tag): Codebook {
  const tags = codebook.tags.map((other) => (other.id === tag.id ? tag : other));
  return { ...codebook, tags, byId: new Map(tags.map((other) => [other.id, other])) };
}

function inCodebook(changes: readonly TextChange[]): FileChanges[] {
  return changes.length === 0 ? [] : [{ path: codebookPath, changes }];
}

/** Insertions at one place become one, in their order. */
function together(changes: readonly TextChange[]): TextChange[] {
  const result: TextChange[] = [];
  for (const change of changes) {
    const same = result.findIndex((other) => other.start === change.start && other.end === change.end && change.start === change.end);
    if (same < 0) result.push(change);
    else result[same] = { ...change, text: (result[same] as TextChange).text + change.text };
  }
  return result;
}

function joined(...parts: readonly FileChanges[][]): FileChanges[] {
  return parts.flat().filter((part) => part.changes.length > 0).map((part) => ({ ...part, changes: together(part.changes) }));
}
