import { isDeepStrictEqual } from 'node:util';
import { anchorIn, type Anchor } from '../annotation/anchor';
import type { Filed } from '../annotation/acts';
import { editBetween, mapThroughEdits, type TextChange } from '../annotation/edits';
import type { Target } from '../annotation/model';
import { anchorTextOf, type AnchorText } from '../annotation/passage';
import { targetOf } from '../annotation/reading';
import { parseReport } from '../report/parse';
import { sourceFromText } from '../text/decode';
import type { Span } from '../text/span';
import { madeOn } from './madeOn';
import { noShelf, type Shelf } from './shelf';

/** Anchors of the annotations of one text. */
export type AnchorsById = ReadonlyMap<string, Anchor>;

/** Keeps where annotations stand, from one text of a report to the next. */
export interface Anchors {
  /**
   * Where the annotations stand in the report's present text: mapped through the edits of an open document, through
   * a diff for other changes, else searched; `ready` prepares that text. Free while nothing changes.
   */
  of(report: string, text: string, annotations: readonly Filed[], ready: () => AnchorText): AnchorsById;
  forget(report: string): void;
}

interface Kept {
  readonly text: string;
  /** What annotation files say of the target, by id: a target that was attached anew is anchored anew. */
  readonly targets: ReadonlyMap<string, Target>;
  readonly anchors: AnchorsById;
}

/** A change this long is no typing: what lies inside it is looked for by a diff. */
const MOST_TYPED = 2000;

/** `shelf` brings texts that annotations were made on before this start. */
export function createAnchors(shelf: Shelf = noShelf): Anchors {
  const kept = new Map<string, Kept>();
  return {
    of(report, text, annotations, ready) {
      const before = kept.get(report) ?? null;
      const targets = new Map(annotations.map(({ annotation }) => [annotation.id, targetOf(annotation)]));
      const isKnown = (id: string): boolean => before?.anchors.has(id) === true && isDeepStrictEqual(before.targets.get(id), targets.get(id));
      if (before !== null && before.text === text && before.targets.size === targets.size && [...targets.keys()].every(isKnown)) return before.anchors;
      const anchors = new Map<string, Anchor>();
      const pending: Filed[] = [];
      const edit = before === null ? null : editBetween(before.text, text);
      for (const filed of annotations) {
        const old = isKnown(filed.annotation.id) ? before?.anchors.get(filed.annotation.id) : undefined;
        const moved = old === undefined ? null : edit === null ? old : typed(old, edit);
        if (moved === null || (moved.state === 'orphaned' && edit !== null)) pending.push(filed);
        else anchors.set(filed.annotation.id, moved);
      }
      if (pending.length > 0) {
        const after = ready();
        const earlier = earlierOf(report, before, edit, isKnown, pending);
        const [search, searchFromMade] = [anchorIn(after, earlier), madeOn(report, after, shelf)];
        for (const { annotation } of pending) {
          const target = targetOf(annotation);
          const hasEarlier = earlier !== null && earlier.spansOf(target) !== null;
          anchors.set(annotation.id, (hasEarlier ? null : searchFromMade(target)) ?? search(target));
        }
      }
      kept.set(report, { text, targets, anchors });
      return anchors;
    },
    forget: (report) => void kept.delete(report),
  };
}

/** The anchor after an edit of an open document; null where only a closer look can tell. */
function typed(anchor: Anchor, edit: TextChange): Anchor | null {
  if (anchor.state === 'orphaned') return anchor;
  const spans: Span[] = [];
  for (const span of anchor.spans) {
    const moved = isTyping(edit, span) ? mapThroughEdits(span, [edit]) : null;
    if (moved === null) return null;
    spans.push(moved);
  }
  return { state: 'anchored', spans };
}

/** Beside the span, or a short change that does not replace text across one of its ends: that may be several edits in one. */
function isTyping(edit: TextChange, span: Span): boolean {
  if (edit.end <= span.start || edit.start >= span.end) return true;
  const across = edit.start < span.start || edit.end > span.end;
  const replaces = edit.end > edit.start && edit.text !== '';
  return edit.end - edit.start + edit.text.length <= MOST_TYPED && !(across && replaces);
}

/** The text before, for a diff; not where nothing that is looked for stood in it. */
function earlierOf(
  report: string, before: Kept | null, edit: TextChange | null, isKnown: (id: string) => boolean, pending: readonly Filed[],
): { text: AnchorText; spansOf: (target: Target) => readonly Span[] | null } | null {
  if (before === null || edit === null) return null;
  const spans = new Map<Target, readonly Span[]>();
  for (const { annotation } of pending) {
    const old = before.anchors.get(annotation.id);
    if (isKnown(annotation.id) && old?.state === 'anchored') spans.set(targetOf(annotation), old.spans);
  }
  if (spans.size === 0) return null;
  const text = anchorTextOf(parseReport(report, sourceFromText(before.text)));
  return { text, spansOf: (target) => spans.get(target) ?? null };
}
