import type { Annotation, Json, JsonObject, Quote, Target } from './model';

/** A body of an annotation: a text with its purpose. */
export interface Body {
  readonly purpose: string;
  readonly value: string;
}

/** True for JSON objects that can be kept as annotations: what reading requires, and no more. */
export function isAnnotation(value: unknown): value is Annotation {
  if (!isObject(value)) return false;
  const { id, type, target } = value;
  return typeof id === 'string' && id !== '' && listOf(type).includes('Annotation') && target !== undefined && target !== null;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text bodies; `bodyValue` counts as a comment, a body without purpose takes the annotation's motivation. */
export function bodiesOf(annotation: Annotation): Body[] {
  if (typeof annotation.bodyValue === 'string') return [{ purpose: 'commenting', value: annotation.bodyValue }];
  const motivated = motivationOf(annotation);
  return listOf(annotation.body).flatMap((body) => {
    if (typeof body === 'string') return [];
    if (!isObject(body) || typeof body.value !== 'string') return [];
    const purpose = listOf(body.purpose)[0];
    return [{ purpose: typeof purpose === 'string' ? purpose : (defaultPurpose[motivated] ?? 'commenting'), value: body.value }];
  });
}
const defaultPurpose: Readonly<Record<string, string>> = { classifying: 'tagging', tagging: 'tagging', replying: 'replying', assessing: 'assessing' };

export function motivationOf(annotation: Annotation): string {
  const first = listOf(annotation.motivation)[0];
  return typeof first === 'string' ? first : '';
}

/** Tag ids, in the order of the file, each once. */
export function tagsOf(annotation: Annotation): string[] {
  const tags = bodiesOf(annotation).filter((body) => body.purpose === 'tagging' || body.purpose === 'classifying');
  return [...new Set(tags.map((body) => body.value))];
}

/** The memo, reply or comment; several are joined by a blank line. */
export function memoOf(annotation: Annotation): string {
  const memos = bodiesOf(annotation).filter((body) => body.purpose === 'commenting' || body.purpose === 'replying' || body.purpose === 'describing');
  return memos.map((body) => body.value).join('\n\n');
}

/** Name of who made it, "" where it does not say. */
export function annotatorOf(annotation: Annotation): string {
  const creator = listOf(annotation.creator)[0];
  if (typeof creator === 'string') return creator;
  if (!isObject(creator)) return '';
  return [creator.name, creator.nickname, creator.id].find((name) => typeof name === 'string') ?? '';
}

export function createdOf(annotation: Annotation): string {
  return typeof annotation.created === 'string' ? annotation.created : '';
}

/** Time of the last change: `modified`, else `created`, else "". */
export function changedOf(annotation: Annotation): string {
  return typeof annotation.modified === 'string' ? annotation.modified : createdOf(annotation);
}

/**
 * What the annotation is about. Several targets in one source are the parts of a discontinuous passage;
 * targets in a second source are left to the file and not read. Read once for each annotation.
 */
export function targetOf(annotation: Annotation): Target {
  const known = targets.get(annotation) ?? readTarget(annotation);
  targets.set(annotation, known);
  return known;
}
const targets = new WeakMap<Annotation, Target>();

function readTarget(annotation: Annotation): Target {
  const targets = listOf(annotation.target);
  const source = sourceOf(targets[0] ?? null);
  const quotes = targets.flatMap((target) => (sourceOf(target) === source ? quotesOf(target) : []));
  return { source, quotes, textHash: hashOf(targets[0] ?? null) };
}

function sourceOf(target: Json): string {
  if (typeof target === 'string') return target;
  if (!isObject(target)) return '';
  const { source } = target;
  if (typeof source === 'string') return source;
  if (isObject(source) && typeof source.id === 'string') return source.id;
  return typeof target.id === 'string' ? target.id : '';
}

function quotesOf(target: Json): Quote[] {
  if (!isObject(target)) return [];
  const selectors = listOf(target.selector).filter(isObject);
  const text = selectors.find((selector) => selector.type === 'TextQuoteSelector' && typeof selector.exact === 'string');
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
  const start = offset(position?.start);
  const end = offset(position?.end);
  if (text === undefined && (start < 0 || end < start)) return [];
  const known = text?.['wenmai:occurrences'];
  const [before, after] = listOf(text?.['wenmai:sentence']).map(offset);
  return [{
    exact: string(text?.exact), prefix: string(text?.prefix), suffix: string(text?.suffix),
    start, end: Math.max(start, end), occurrences: typeof known === 'number' ? known : 0,
    ...(before !== undefined && after !== undefined && before >= 0 && after >= 0 ? { sentence: [before, after] } : {}),
  }];
}

function hashOf(target: Json): string | null {
  if (!isObject(target)) return null;
  const state = listOf(target.state).find(isObject);
  const hash = state?.['wenmai:textHash'];
  return typeof hash === 'string' ? hash : null;
}

function string(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function offset(value: Json | undefined): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : -1;
}

/** JSON-LD lets a single value stand for a list of one. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

/** True for a reply or a mark on a thread: what is about another annotation. */
export function isAnswer(annotation: Annotation): boolean {
  return targetOf(annotation).source.startsWith('urn:');
}
