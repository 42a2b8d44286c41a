import type { Act, Step } from './acts';
import { annotationLine, sorted } from './file';
import { emptyFile, type Annotation, type AnnotationFile } from './model';

/** The files of a corpus by path. */
export type Files = ReadonlyMap<string, AnnotationFile>;

/** The files after an act; only the files it names differ. */
export function applyAct(files: Files, act: Act): Map<string, AnnotationFile> {
  const next = new Map(files);
  for (const path of new Set(act.steps.map((step) => step.path))) {
    const file = next.get(path) ?? emptyFile;
    const byId = new Map(file.annotations.map((annotation) => [annotation.id, annotation]));
    for (const step of act.steps) {
      if (step.path !== path) continue;
      if (step.after === null) byId.delete(step.id);
      else byId.set(step.id, step.after);
    }
    next.set(path, { ...file, annotations: sorted([...byId.values()]) });
  }
  return next;
}

/**
 * The act that takes `act` back. Annotations that were changed since stay as they are: what another window or a pull
 * did is not undone; `skipped` counts them.
 */
export function undoOf(files: Files, act: Act): { readonly undo: Act; readonly skipped: number } {
  const steps: Step[] = [];
  for (const step of act.steps) {
    const now = files.get(step.path)?.annotations.find((annotation) => annotation.id === step.id) ?? null;
    if (lineOf(now) === lineOf(step.after)) steps.push({ ...step, before: step.after, after: step.before });
  }
  return { undo: { kind: 'undo', steps, what: act.what }, skipped: act.steps.length - steps.length };
}

function lineOf(annotation: Annotation | null): string {
  return annotation === null ? '' : annotationLine(annotation);
}

const MOST_KEPT = 50;

/** The last acts, latest last, with one more. Acts that change nothing are left out. */
export function journaled(journal: readonly Act[], act: Act): readonly Act[] {
  return act.steps.length === 0 ? journal : [...journal, act].slice(-MOST_KEPT);
}
