import type { Annotation, Json, JsonObject } from './model';
import { isObject, listOf, motivationOf } from './reading';

/** A text body with its purpose, as annotation files hold it. */
export function bodyOf(purpose: string, value: string): JsonObject {
  return { type: 'TextualBody', purpose, value };
}

export function isTag(body: Json, tag: string, annotation: Annotation): boolean {
  if (!isObject(body) || body.value !== tag) return false;
  const purpose = listOf(body.purpose)[0] ?? motivationOf(annotation);
  return purpose === 'tagging' || purpose === 'classifying';
}

/** The bodies as a list, a bare `bodyValue` made one of them. */
export function bodyList(annotation: Annotation): readonly Json[] {
  if (typeof annotation.bodyValue === 'string') return [bodyOf('commenting', annotation.bodyValue)];
  return listOf(annotation.body);
}

/** The annotation with other bodies and `modified` set. */
export function withBodies(annotation: Annotation, body: readonly Json[], modified: string): Annotation {
  const entries = Object.entries(annotation).filter(([field]) => field !== 'bodyValue');
  return { ...Object.fromEntries(entries), id: annotation.id, body, modified };
}

/** The annotation with one tag replaced by another, or taken away (`to` null). A tag it has already is not doubled. */
export function withTagReplaced(annotation: Annotation, from: string, to: string | null, modified: string): Annotation {
  const bodies = bodyList(annotation);
  const has = to !== null && bodies.some((body) => isTag(body, to, annotation));
  const next = bodies.flatMap((body): Json[] => {
    if (!isTag(body, from, annotation)) return [body];
    return to === null || has ? [] : [{ ...(body as JsonObject), value: to }];
  });
  return withBodies(annotation, next, modified);
}
