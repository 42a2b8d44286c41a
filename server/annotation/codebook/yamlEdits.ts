import { isMap, isScalar, isSeq, parseDocument, stringify, type Scalar, type YAMLMap } from 'yaml';
import type { TextChange } from '../edits';
import { pairOf, spanOf } from './read';

/** Makes text edits of `codebook.yaml`: what they do not touch stays as it is, comments and order included. */
export interface CodebookFile {
  readonly yaml: string;
  readonly items: ReadonlyMap<string, YAMLMap>;
}

/** Null where the file has syntax errors or is no codebook. */
export function openCodebook(yaml: string): CodebookFile | null {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  if (document.errors.length > 0) return null;
  const root = document.contents;
  const list = isMap(root) ? root.get('tags', true) : root;
  if (list !== null && list !== undefined && !isSeq(list) && !(isScalar(list) && list.value === null)) return null;
  const items = new Map<string, YAMLMap>();
  for (const item of isSeq(list) ? list.items : []) {
    if (!isMap(item)) continue;
    const id = item.get('id') ?? item.get('name');
    if (typeof id === 'string' || typeof id === 'number') items.set(String(id).normalize('NFC').trim(), item);
  }
  return { yaml, items };
}

/** Sets a key of an entry: its value is replaced in place, or the key is added below `id` and `name`. */
export function setKey(file: CodebookFile, item: YAMLMap, key: string, value: string | boolean): TextChange {
  const known = pairOf(item, key)?.value;
  if (isScalar(known)) return { ...spanOf(known), text: scalar(value, known) };
  const after = pairOf(item, key === 'name' || !item.has('name') ? 'id' : 'name') ?? item.items[0];
  const at = spanOf(after?.value).end;
  if (item.flow === true) return { start: at, end: at, text: `, ${key}: ${scalar(value)}` };
  const line = lineEnd(file.yaml, at);
  return { start: line, end: line, text: `${newline(file.yaml)}${' '.repeat(column(file.yaml, spanOf(item).start))}${key}: ${scalar(value)}` };
}

/** Takes a key out of an entry with its line; nothing where it is not there. */
export function removeKey(file: CodebookFile, item: YAMLMap, key: string): TextChange[] {
  const pair = pairOf(item, key);
  if (pair === undefined) return [];
  const from = spanOf(pair.key).start;
  const to = pair.value === null ? spanOf(pair.key).end : spanOf(pair.value).end;
  if (item.flow === true) {
    const comma = /^\s*,\s*/.exec(file.yaml.slice(to))?.[0].length ?? 0;
    const before = comma > 0 ? 0 : (/,\s*$/.exec(file.yaml.slice(0, from))?.[0].length ?? 0);
    return [{ start: from - before, end: to + comma, text: '' }];
  }
  // The first key stands behind the "- ": the next key moves up to it.
  if (pair === item.items[0]) {
    const next = item.items[1];
    return next === undefined ? [] : [{ start: from, end: spanOf(next.key).start, text: '' }];
  }
  return [wholeLines(file.yaml, from, to)];
}

/** Takes an entry out with its lines. */
export function removeItem(file: CodebookFile, item: YAMLMap): TextChange {
  const { start, end } = spanOf(item);
  return wholeLines(file.yaml, start, end);
}

/** A new entry behind another one, or at the end. Keys without value are left out. */
export function addItem(file: CodebookFile, behind: YAMLMap | null, entry: Readonly<Record<string, string | null>>): TextChange {
  const last = behind ?? [...file.items.values()].at(-1) ?? null;
  const line = newline(file.yaml);
  const fields = Object.entries(entry).flatMap(([key, value]) => (value === null || value === '' ? [] : [`${key}: ${scalar(value)}`]));
  if (last === null) {
    const lead = /^tags\s*:/m.test(file.yaml) ? '' : `tags:${line}`;
    const at = lead === '' ? lineEnd(file.yaml, file.yaml.search(/^tags\s*:/m)) : file.yaml.length;
    const empty = lead === '' ? /\s*\[\s*\]/.exec(file.yaml.slice(0, at)) : null;
    const text = `${lead}  - ${fields.join(`${line}    `)}`;
    const gap = lead === '' ? line : file.yaml === '' || file.yaml.endsWith('\n') ? '' : line;
    return { start: empty ? at - empty[0].length : at, end: at, text: `${gap}${text}${lead === '' ? '' : line}` };
  }
  const indent = ' '.repeat(dashColumn(file.yaml, spanOf(last).start));
  const { end } = wholeLines(file.yaml, spanOf(last).start, spanOf(last).end);
  const gap = end === 0 || file.yaml[end - 1] === '\n' ? '' : line;
  return { start: end, end, text: `${gap}${indent}- ${fields.join(`${line}${indent}  `)}${line}` };
}

function scalar(value: string | boolean, like?: Scalar): string {
  const type = like?.type;
  if (typeof value === 'string' && type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  return stringify(value, { lineWidth: 0, defaultStringType: type === 'QUOTE_SINGLE' ? 'QUOTE_SINGLE' : 'PLAIN' }).trimEnd();
}

function wholeLines(yaml: string, from: number, to: number): TextChange {
  const start = yaml.lastIndexOf('\n', from - 1) + 1;
  const end = to > from && yaml[to - 1] === '\n' ? to : Math.min(yaml.length, lineEnd(yaml, to) + newlineAt(yaml, lineEnd(yaml, to)));
  return { start, end, text: '' };
}

function lineEnd(yaml: string, at: number): number {
  const end = yaml.indexOf('\n', at);
  if (end < 0) return yaml.length;
  return yaml[end - 1] === '\r' && end > at ? end - 1 : end;
}

function newlineAt(yaml: string, at: number): number {
  return yaml.startsWith('\r\n', at) ? 2 : yaml[at] === '\n' ? 1 : 0;
}

function newline(yaml: string): string {
  return yaml.includes('\r\n') ? '\r\n' : '\n';
}

function column(yaml: string, at: number): number {
  return at - (yaml.lastIndexOf('\n', at - 1) + 1);
}

function dashColumn(yaml: string, at: number): number {
  const start = yaml.lastIndexOf('\n', at - 1) + 1;
  return /^\s*/.exec(yaml.slice(start, at))?.[0].length ?? 0;
}
