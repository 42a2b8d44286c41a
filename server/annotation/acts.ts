import { bodyList, bodyOf, isTag, withBodies, withTagReplaced } from './bodies';
import type { Annotation, JsonObject, Quote, Target } from './model';
import { annotationPath } from './place';
import { annotatorOf, isObject, listOf, tagsOf, targetOf } from './reading';

/** Who acts, when, and how new annotations are named. */
export interface Actor {
  readonly name: string;
  /** Now, as xsd:dateTime in UTC. */
  readonly time: string;
  /** A fresh "urn:uuid:…". */
  readonly newId: () => string;
}

/** An annotation with the file it stands in. */
export interface Filed {
  readonly path: string;
  readonly annotation: Annotation;
}

/** One file's change of one annotation; null stands for "is not there". */
export interface Step {
  readonly path: string;
  readonly id: string;
  readonly before: Annotation | null;
  readonly after: Annotation | null;
}

export type ActKind = 'tag' | 'untag' | 'comment' | 'reply' | 'resolve' | 'reopen' | 'edit' | 'delete' | 'reattach' | 'undo';

/** What was done: enough to do it, undo it, and say it. */
export interface Act {
  readonly kind: ActKind;
  readonly steps: readonly Step[];
  /** Tag ids or the words that were written, for the message that says what was done. */
  readonly what: readonly string[];
}

/** Passages of one report to act on; `quotes` empty for the report as a whole. */
export type Passages = Pick<Target, 'source' | 'quotes' | 'textHash'>;

/** Tags passages. Where the annotator has an annotation of the same passage, it gets the tags; nothing changes for tags it has. */
export function tag(actor: Actor, passages: readonly Passages[], tags: readonly string[], present: readonly Filed[]): Act {
  const steps = passages.flatMap((passage): Step[] => {
    const path = annotationPath(passage.source, actor.name);
    const known = present.find((filed) => filed.path === path && isSame(targetOf(filed.annotation), passage) && tagsOf(filed.annotation).length > 0);
    if (known === undefined) return [added(path, fresh(actor, 'classifying', tags.map((id) => bodyOf('tagging', id)), passage))];
    const missing = tags.filter((id) => !tagsOf(known.annotation).includes(id));
    if (missing.length === 0) return [];
    const bodies = [...bodyList(known.annotation), ...missing.map((id) => bodyOf('tagging', id))];
    return [changed(known, withBodies(known.annotation, bodies, actor.time))];
  });
  return { kind: 'tag', steps, what: tags };
}

/** Takes a tag away; an annotation that says nothing without it goes. */
export function untag(actor: Actor, filed: Filed, id: string): Act {
  const { annotation } = filed;
  if (!bodyList(annotation).some((body) => isTag(body, id, annotation))) return { kind: 'untag', steps: [], what: [id] };
  const after = withTagReplaced(annotation, id, null, actor.time);
  return { kind: 'untag', steps: [listOf(after.body).length === 0 ? removed(filed) : changed(filed, after)], what: [id] };
}

/** Gives an annotation another tag for one it has; it keeps everything else. */
export function retag(actor: Actor, filed: Filed, from: string, to: string): Act {
  const { annotation } = filed;
  const isTagged = bodyList(annotation).some((body) => isTag(body, from, annotation));
  return { kind: 'tag', steps: isTagged ? [changed(filed, withTagReplaced(annotation, from, to, actor.time))] : [], what: [to] };
}

/** Comments on passages. */
export function comment(actor: Actor, passage: Passages, text: string): Act {
  const annotation = fresh(actor, 'commenting', [bodyOf('commenting', text)], passage);
  return { kind: 'comment', steps: [added(annotationPath(passage.source, actor.name), annotation)], what: [text] };
}

/** Answers another annotation, in the annotator's own file of the same report. */
export function reply(actor: Actor, report: string, to: string, text: string): Act {
  const annotation = about(actor, 'replying', bodyOf('replying', text), to);
  return { kind: 'reply', steps: [added(annotationPath(report, actor.name), annotation)], what: [text] };
}

/** Marks a thread as resolved or open; anyone may, each in the own file, and the latest mark counts (see `threads.ts`). */
export function resolve(actor: Actor, report: string, thread: string, resolved: boolean): Act {
  const annotation = about(actor, 'assessing', bodyOf('assessing', resolved ? 'resolved' : 'open'), thread);
  return { kind: resolved ? 'resolve' : 'reopen', steps: [added(annotationPath(report, actor.name), annotation)], what: [] };
}

/** Replaces the memo (or the words of a reply); "" takes it away. Tags stay. */
export function editMemo(actor: Actor, filed: Filed, text: string): Act {
  const { annotation } = filed;
  const isReply = bodyList(annotation).some((body) => isObject(body) && body.purpose === 'replying');
  const others = bodyList(annotation).filter((body) => !isMemo(body));
  const bodies = text === '' ? others : [...others, bodyOf(isReply ? 'replying' : 'commenting', text)];
  const step = bodies.length === 0 ? removed(filed) : changed(filed, withBodies(annotation, bodies, actor.time));
  return { kind: 'edit', steps: [step], what: [text] };
}

function isMemo(body: unknown): boolean {
  return isObject(body) && ['commenting', 'replying', 'describing', undefined].includes(body.purpose as string | undefined) && typeof body.value === 'string';
}

export function remove(filed: Filed): Act {
  return { kind: 'delete', steps: [removed(filed)], what: tagsOf(filed.annotation) };
}

/** Gives an annotation another place in its report: an orphan confirmed or attached by hand. Other fields stay. */
export function reattach(actor: Actor, filed: Filed, passage: Passages): Act {
  const after: Annotation = { ...filed.annotation, target: targetJson(actor.time, passage), modified: actor.time };
  return { kind: 'reattach', steps: [changed(filed, after)], what: passage.quotes.map((quote) => quote.exact) };
}

/** True when the annotation is the actor's own: only those are edited and deleted. */
export function isOwn(actor: Pick<Actor, 'name'>, annotation: Annotation): boolean {
  return annotatorOf(annotation) === actor.name;
}

function fresh(actor: Actor, motivation: string, body: readonly JsonObject[], passage: Passages): Annotation {
  return { ...head(actor, motivation), body, target: targetJson(actor.time, passage) };
}

function about(actor: Actor, motivation: string, body: JsonObject, id: string): Annotation {
  return { ...head(actor, motivation), body: [body], target: id };
}

function head(actor: Actor, motivation: string): Annotation {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: actor.newId(), type: 'Annotation', motivation,
    created: actor.time, creator: { type: 'Person', name: actor.name },
  };
}

function targetJson(time: string, { source, quotes, textHash }: Passages): JsonObject | readonly JsonObject[] {
  const state = { type: 'TimeState', sourceDate: time, ...(textHash === null ? {} : { 'wenmai:textHash': textHash }) };
  const targets = quotes.map(({ exact, prefix, suffix, start, end, occurrences, sentence }) => ({
    source,
    selector: [
      {
        type: 'TextQuoteSelector', exact, prefix, suffix,
        ...(occurrences > 0 ? { 'wenmai:occurrences': occurrences } : {}), ...(sentence === undefined ? {} : { 'wenmai:sentence': sentence }),
      },
      { type: 'TextPositionSelector', start, end },
    ],
    state,
  }));
  return targets.length === 0 ? { source, state } : targets.length === 1 ? (targets[0] as JsonObject) : targets;
}

function isSame({ source, quotes }: Passages, other: Passages): boolean {
  const isQuote = ({ start, end, exact }: Quote, i: number): boolean =>
    other.quotes[i]?.start === start && other.quotes[i].end === end && other.quotes[i].exact === exact;
  return source === other.source && quotes.length === other.quotes.length && quotes.every(isQuote);
}

function added(path: string, annotation: Annotation): Step {
  return { path, id: annotation.id, before: null, after: annotation };
}
function changed({ path, annotation }: Filed, after: Annotation): Step {
  return { path, id: annotation.id, before: annotation, after };
}
function removed({ path, annotation }: Filed): Step {
  return { path, id: annotation.id, before: annotation, after: null };
}
