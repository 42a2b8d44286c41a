import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLMap } from 'yaml';
import type { Annotation, JsonObject } from '../annotation/model';
import { annotatorOf, isAnnotation, isObject, listOf, targetOf } from '../annotation/reading';
import { annotationLine } from '../annotation/file';

/**
 * Annotations as a W3C AnnotationCollection with one page (Web Annotation Data Model, section 5). `label` names the
 * corpus. The annotations are those of the files, each on its own line.
 */
export function w3cOf(annotations: readonly Annotation[], label: string): string {
  const head = JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:wenmai:${encodeURIComponent(label)}`, type: 'AnnotationCollection', label, total: annotations.length });
  const items = annotations.map(annotationLine).join(',\n');
  const page = `{"id":${JSON.stringify(`urn:wenmai:${encodeURIComponent(label)}#page1`)},"type":"AnnotationPage","startIndex":0,"items":[\n${items}${items === '' ? '' : '\n'}]}`;
  return `${head.slice(0, -1)},"first":${page}}\n`;
}

/** Something that keeps a file or one of its annotations from being taken in. `line` is 1-based. */
export interface ImportProblem {
  readonly line: number;
  readonly problem:
    | 'syntax' | 'noAnnotations' | 'noId' | 'duplicateId' | 'noTarget' | 'noSource' | 'bodyAndBodyValue' | 'noValue' | 'noExact' | 'badPosition' | 'unknownReport';
  /** The parser's message, or the word it is about. */
  readonly value: string;
}

/** What a W3C file holds. Annotations with a problem are left out; the others are taken as they are. */
export interface W3cImport {
  readonly annotations: readonly Annotation[];
  readonly problems: readonly ImportProblem[];
}

/**
 * Reads a collection, a page, a list or a single annotation, or one annotation a line. `isReport` tells which sources
 * are reports of the corpus; a percent-encoded source is tried decoded. Never throws.
 */
export function readW3c(text: string, isReport: (source: string) => boolean): W3cImport {
  const lines = new LineCounter();
  const source = text.replace(/^\ufeff/, '');
  const document = parseDocument(listed(source), { lineCounter: lines, logLevel: 'silent', schema: 'json', uniqueKeys: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length > 0) {
    return { annotations: [], problems: document.errors.map((error) => ({ line: lineAt(error.pos[0]), problem: 'syntax', value: error.message.split('\n')[0] ?? '' })) };
  }
  const items = itemsOf(document);
  const annotations = new Map<string, Annotation>();
  const problems: ImportProblem[] = items.length === 0 ? [{ line: 1, problem: 'noAnnotations', value: '' }] : [];
  for (const item of items) {
    const line = lineAt(item.range?.[0] ?? 0);
    const object = withSource(item.toJS(document) as JsonObject, isReport);
    const id = typeof object.id === 'string' ? object.id : '';
    const found = annotations.has(id) ? 'duplicateId' : problemOf(object, isReport);
    if (found !== null) problems.push({ line, problem: found, value: found === 'unknownReport' && isAnnotation(object) ? targetOf(object).source : id });
    else if (isAnnotation(object)) annotations.set(object.id, object);
  }
  const known = [...annotations.values()].filter((annotation) => isKnown(annotation, annotations, isReport));
  return { annotations: known, problems };
}

/** One annotation a line reads as a list. */
function listed(text: string): string {
  const rows = text.split('\n').filter((line) => line.trim() !== '');
  const isLines = rows.length > 1 && rows.every((line) => line.trimStart().startsWith('{') && line.trimEnd().endsWith('}'));
  return isLines ? `[${text.replace(/\}[ \t\r]*\n(?=\s*\{)/g, '},\n')}]` : text;
}

function itemsOf(document: Document): YAMLMap[] {
  const root = document.contents;
  const maps = (node: unknown): YAMLMap[] => (isSeq(node) ? node.items.filter((item) => isMap(item)) : []);
  if (isSeq(root)) return maps(root);
  if (!isMap(root)) return [];
  const first = root.get('first', true);
  const items = maps(root.get('items', true)).concat(isMap(first) ? maps(first.get('items', true)) : []);
  const type: unknown = root.get('type', true);
  const types: readonly unknown[] = isSeq(type) ? type.items : [type];
  const isOne = types.some((entry) => isScalar(entry) && entry.value === 'Annotation');
  return items.length > 0 ? items : isOne ? [root] : [];
}

/** What the data model demands of an annotation, and that it is about a report of this corpus. */
function problemOf(object: JsonObject, isReport: (source: string) => boolean): ImportProblem['problem'] | null {
  if (typeof object.id !== 'string' || object.id === '') return 'noId';
  if (object.target === undefined || object.target === null || listOf(object.target).length === 0) return 'noTarget';
  if (!isAnnotation(object)) return 'noAnnotations';
  if (object.bodyValue !== undefined && object.body !== undefined) return 'bodyAndBodyValue';
  if (listOf(object.body).some((body) => isObject(body) && body.type === 'TextualBody' && typeof body.value !== 'string')) return 'noValue';
  for (const target of listOf(object.target)) {
    if (!isObject(target)) continue;
    if (typeof target.source !== 'string' && !isObject(target.source) && typeof target.id !== 'string') return 'noSource';
    for (const selector of listOf(target.selector).filter(isObject)) {
      if (selector.type === 'TextQuoteSelector' && typeof selector.exact !== 'string') return 'noExact';
      if (selector.type === 'TextPositionSelector' && !isPosition(selector)) return 'badPosition';
    }
  }
  const { source } = targetOf(object);
  return isReport(source) || source.startsWith('urn:') ? null : 'unknownReport';
}

function isPosition({ start, end }: JsonObject): boolean {
  const isOffset = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  return isOffset(start) && isOffset(end) && start <= end;
}

/** Sources of the targets as the corpus names its reports. */
function withSource(object: JsonObject, isReport: (source: string) => boolean): JsonObject {
  const named = (source: string): string => {
    if (isReport(source)) return source;
    try {
      const decoded = decodeURIComponent(source);
      return isReport(decoded) ? decoded : source;
    } catch {
      return source;
    }
  };
  const target = listOf(object.target).map((entry) => {
    if (typeof entry === 'string') return named(entry);
    return isObject(entry) && typeof entry.source === 'string' ? { ...entry, source: named(entry.source) } : entry;
  });
  if (object.target === undefined || object.target === null) return object;
  return { ...object, target: Array.isArray(object.target) ? target : (target[0] ?? null) };
}

/** A reply needs the annotation it answers. */
function isKnown(annotation: Annotation, all: ReadonlyMap<string, Annotation>, isReport: (source: string) => boolean): boolean {
  const { source } = targetOf(annotation);
  return isReport(source) || all.has(source);
}

/** The report an imported annotation belongs to: its own, or that of the annotation it answers; null where there is none. */
export function reportOfImported(annotation: Annotation, all: ReadonlyMap<string, Annotation>): string | null {
  let at: Annotation | undefined = annotation;
  for (let depth = 0; at !== undefined && depth < all.size + 1; depth++) {
    const { source } = targetOf(at);
    if (!source.startsWith('urn:')) return source;
    at = all.get(source);
  }
  return null;
}

/** Name for the file of an imported annotation; `fallback` where it does not say who made it. */
export function annotatorOfImported(annotation: Annotation, fallback: string): string {
  return annotatorOf(annotation) || fallback;
}
