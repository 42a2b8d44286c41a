import { annotationLine, sorted } from './file';
import type { Annotation, AnnotationFile, DamagedLine, Json } from './model';
import { changedOf, listOf } from './reading';

/**
 * Brings two versions of an annotation file together that both come from `base`: another window's or a pull's with
 * ours. By id: what only one side changed is taken; what one side deleted and the other changed stays; what both
 * changed keeps the bodies of both and the other fields of the later one. The order of the sides does not matter.
 */
export function mergeFiles(base: AnnotationFile, one: AnnotationFile, other: AnnotationFile): AnnotationFile {
  const [old, left, right] = [base, one, other].map(byId) as [Lines, Lines, Lines];
  const annotations: Annotation[] = [];
  for (const id of new Set([...left.keys(), ...right.keys()])) {
    const merged = mergeOne(old.get(id), left.get(id), right.get(id));
    if (merged !== undefined) annotations.push(merged);
  }
  return { annotations: sorted(annotations), damaged: mergeDamaged(base.damaged, one.damaged, other.damaged) };
}

interface Line {
  readonly annotation: Annotation;
  readonly text: string;
}
type Lines = ReadonlyMap<string, Line>;

function byId(file: AnnotationFile): Lines {
  return new Map(file.annotations.map((annotation) => [annotation.id, { annotation, text: annotationLine(annotation) }]));
}

function mergeOne(base: Line | undefined, one: Line | undefined, other: Line | undefined): Annotation | undefined {
  if (one?.text === other?.text || other?.text === base?.text) return one?.annotation;
  if (one?.text === base?.text) return other?.annotation;
  if (one === undefined || other === undefined) return (one ?? other)?.annotation;
  return mergeFields(base, one, other);
}

function mergeFields(base: Line | undefined, one: Line, other: Line): Annotation {
  const [later, earlier] = isLater(one, other) ? [one.annotation, other.annotation] : [other.annotation, one.annotation];
  const body = mergeLists(listOf(base?.annotation.body), listOf(later.body), listOf(earlier.body));
  return { ...earlier, ...later, id: later.id, ...(body.length > 0 ? { body } : {}) };
}

function isLater(one: Line, other: Line): boolean {
  const [a, b] = [changedOf(one.annotation), changedOf(other.annotation)];
  return a === b ? one.text > other.text : a > b;
}

/** Everything either side has, less what one of them took out of the base. */
function mergeLists(base: readonly Json[], one: readonly Json[], other: readonly Json[]): Json[] {
  const keys = (list: readonly Json[]): Set<string> => new Set(list.map((item) => JSON.stringify(item)));
  const [old, left, right] = [keys(base), keys(one), keys(other)];
  const kept = new Map<string, Json>();
  for (const item of [...one, ...other]) {
    const key = JSON.stringify(item);
    if (!old.has(key) || (left.has(key) && right.has(key))) kept.set(key, item);
  }
  return [...kept.values()];
}

/** A damaged line goes only where a side that had it no longer has it. */
function mergeDamaged(base: readonly DamagedLine[], one: readonly DamagedLine[], other: readonly DamagedLine[]): DamagedLine[] {
  const texts = (lines: readonly DamagedLine[]): Set<string> => new Set(lines.map((line) => line.text));
  const [old, left, right] = [texts(base), texts(one), texts(other)];
  const order = (a: DamagedLine, b: DamagedLine): number => b.line - a.line || ((b.after ?? '') < (a.after ?? '') ? -1 : 1);
  const all = new Map([...one, ...other].sort(order).map((line) => [line.text, line]));
  return [...all.values()]
    .filter(({ text }) => !old.has(text) || (left.has(text) && right.has(text)))
    .sort((a, b) => a.line - b.line || (a.text < b.text ? -1 : 1));
}
