import { emptyFile, type Annotation, type AnnotationFile, type DamagedLine, type Json, type JsonObject } from './model';
import { changedOf, createdOf, isAnnotation, isObject, targetOf } from './reading';

/**
 * Reads a JSONL annotation file. Never throws: a line that is no annotation, and the older of two lines with one id,
 * come back as damaged. Annotations that `before`, an earlier reading, has with the same line are taken from there. Linear.
 */
export function readAnnotationFile(text: string, before: AnnotationFile = emptyFile): AnnotationFile {
  if (text === '') return emptyFile;
  const annotations = new Map<string, Annotation>();
  const known = new Map(before.annotations.map((annotation) => [annotationLine(annotation), annotation]));
  const damaged: DamagedLine[] = [];
  let after: string | null = null;
  for (const [line, raw] of text.split('\n').entries()) {
    const content = raw.trim().replace(/^\ufeff/, '');
    if (content === '') continue;
    const value = known.get(content) ?? parse(content);
    if (!isAnnotation(value)) {
      damaged.push({ line, text: raw.replace(/\r$/, ''), reason: value === undefined ? 'json' : 'shape', after });
      continue;
    }
    const twin = annotations.get(value.id);
    const [kept, dropped] = twin !== undefined && changedOf(twin) > changedOf(value) ? [twin, value] : [value, twin];
    if (dropped !== undefined && annotationLine(dropped) !== annotationLine(kept)) {
      damaged.push({ line, text: annotationLine(dropped), reason: 'duplicate', after });
    }
    annotations.set(kept.id, kept);
    after = value.id;
  }
  return { annotations: [...annotations.values()], damaged };
}

/** The file's text: annotations by position, damaged lines where they stood, LF line ends. Reading it gives the same. */
export function writeAnnotationFile(file: AnnotationFile): string {
  const lines: string[] = [];
  const known = new Set(file.damaged.length === 0 ? [] : file.annotations.map((annotation) => annotation.id));
  const damagedAfter = (id: string | null): string[] =>
    file.damaged.filter((line) => line.after === id || (id === null && !known.has(line.after ?? ''))).map((line) => line.text);
  if (file.damaged.length > 0) lines.push(...new Set(damagedAfter(null)));
  for (const annotation of sorted(file.annotations)) {
    lines.push(annotationLine(annotation));
    if (file.damaged.length > 0) lines.push(...damagedAfter(annotation.id));
  }
  return lines.length === 0 ? '' : lines.join('\n') + '\n';
}

/** Order of a file: whole-report annotations, then by position, then what is about other annotations; ties by time and id. */
export function sorted(annotations: readonly Annotation[]): Annotation[] {
  const keyed = annotations.map((annotation) => ({ annotation, ...orderOf(annotation) }));
  keyed.sort((a, b) => a.start - b.start || a.end - b.end || compare(a.created, b.created) || compare(a.annotation.id, b.annotation.id));
  return keyed.map((key) => key.annotation);
}

function orderOf(annotation: Annotation): { start: number; end: number; created: string } {
  const { source, quotes } = targetOf(annotation);
  const created = createdOf(annotation);
  const first = quotes[0];
  if (first !== undefined) return { start: first.start, end: first.end, created };
  return { start: source.startsWith('urn:') ? Number.MAX_SAFE_INTEGER : -1, end: -1, created };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const fieldOrder = [
  '@context', 'id', 'type', 'motivation', 'created', 'modified', 'creator', 'body', 'bodyValue', 'target',
  'purpose', 'value', 'source', 'selector', 'state', 'exact', 'prefix', 'suffix', 'start', 'end', 'sourceDate',
];
const rank = new Map(fieldOrder.map((field, index) => [field, index]));

/** One annotation as a line, without line end: known fields in a fixed order, others after them by name. Made once for each. */
export function annotationLine(annotation: Annotation): string {
  const line = lines.get(annotation) ?? JSON.stringify(ordered(annotation));
  lines.set(annotation, line);
  return line;
}
const lines = new WeakMap<Annotation, string>();

function ordered(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(ordered);
  if (!isObject(value)) return value;
  const fields = Object.keys(value).sort((a, b) => fieldRank(value, a) - fieldRank(value, b) || compare(a, b));
  const entries = fields.map((field): [string, Json] => [field, ordered(value[field] as Json)]);
  return Object.fromEntries(entries);
}

/** Inner objects begin with their type. */
function fieldRank(object: JsonObject, field: string): number {
  if (field === 'type') return object.id === undefined ? -1 : 1.5;
  return rank.get(field) ?? fieldOrder.length;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
