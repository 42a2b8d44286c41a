import { labelAt } from './captions';
import type { Caption, Heading, TocEntry } from './model';
import { coverage, likeness, squeeze } from './stem';
import type { TocLine } from './toc';
import type { Draft, Line } from './draft';

type Target = TocEntry['target'];

/** Titles less alike than this are not linked even when their numbers agree. */
const SAME_NUMBER = 0.4;
const ALIKE = 0.72;
/** Share of an entry's character pairs that a rephrased title must hold, when the order of the others leaves room. */
const REPHRASED = 0.3;
const MOST_PAIRS = 200_000;

interface Place {
  readonly number: string | null;
  readonly stem: string;
  readonly start: number;
  readonly target: NonNullable<Target>;
}

/** Links the entries of the contents to headings and captions: by number and title, by title, and last by order. */
export function linkToc(draft: Draft, entries: readonly TocLine[], headings: readonly Heading[], captions: readonly Caption[]): TocEntry[] {
  const places = placesOf(headings, captions);
  const byStem = groupBy(places, (place) => place.stem);
  const byNumber = groupBy(places, (place) => place.number ?? '');
  const targets: Target[] = entries.map((entry) => findTarget(entry, places, byStem, byNumber));
  alignRest(entries, targets, headings);
  return entries.map((entry, i) => ({
    span: { start: (draft.lines[entry.first] as Line).start, end: (draft.lines[entry.last] as Line).end },
    title: entry.title,
    number: entry.number,
    page: entry.page,
    target: targets[i] ?? null,
  }));
}

function placesOf(headings: readonly Heading[], captions: readonly Caption[]): Place[] {
  const places: Place[] = headings.map((heading, index) => ({ number: squeeze(heading.number ?? '') || null, stem: squeeze(heading.title), start: heading.span.start, target: { kind: 'heading', index } }));
  captions.forEach((caption, index) => places.push({ number: squeeze(caption.label), stem: squeeze(caption.title), start: caption.span.start, target: { kind: 'caption', index } }));
  return places;
}

function groupBy(places: readonly Place[], key: (place: Place) => string): Map<string, Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const list = groups.get(key(place));
    if (list === undefined) groups.set(key(place), [place]);
    else list.push(place);
  }
  return groups;
}

function findTarget(entry: TocLine, places: readonly Place[], byStem: ReadonlyMap<string, readonly Place[]>, byNumber: ReadonlyMap<string, readonly Place[]>): Target {
  if (places.length === 0) return null;
  const stem = squeeze(entry.title);
  const figure = entry.number === null ? labelAt(entry.title) : null;
  if (figure !== null) return best(byNumber.get(figure.label) ?? [], squeeze(entry.title.slice(figure.length)), 0.2);
  const number = entry.number === null ? null : squeeze(entry.number);
  const same = byStem.get(stem)?.filter((place) => place.target.kind === 'heading') ?? [];
  const exact = same.find((place) => place.number === number) ?? (same.length === 1 || number === null ? same[0] : undefined);
  if (exact !== undefined) return exact.target;
  if (number === null) return null;
  return best((byNumber.get(number) ?? []).filter((place) => place.target.kind === 'heading'), stem, SAME_NUMBER);
}

function best(places: readonly Place[], stem: string, least: number): Target {
  let found: Target = null;
  let most = least;
  for (const place of places.slice(0, 50)) {
    const score = place.stem === '' || stem === '' ? least : Math.max(likeness(stem, place.stem), coverage(stem, place.stem));
    if (score > most || (found === null && score >= most)) {
      most = score;
      found = place.target;
    }
  }
  return found;
}

/**
 * Entries without a number whose title was put otherwise in the text: the alignment, in order between the entries
 * that are linked, that covers most of the titles (dynamic programming, as for a longest common subsequence).
 */
function alignRest(entries: readonly TocLine[], targets: Target[], headings: readonly Heading[]): void {
  let from = 0;
  let low = 0;
  while (from < entries.length) {
    if (targets[from] !== null) {
      if (targets[from]?.kind === 'heading') low = Math.max(low, (targets[from] as { index: number }).index + 1);
      from++;
      continue;
    }
    let to = from;
    while (to < entries.length && targets[to] === null) to++;
    const next = targets[to];
    const high = next?.kind === 'heading' ? next.index : headings.length;
    const open = entries.slice(from, to);
    if (high > low && open.length * (high - low) <= MOST_PAIRS) align(open, headings.slice(low, high), low).forEach((target, n) => (targets[from + n] = target));
    from = to;
  }
}

function align(entries: readonly TocLine[], headings: readonly Heading[], offset: number): Target[] {
  const columns = headings.length + 1;
  const scores = new Float64Array((entries.length + 1) * columns);
  const pairs = new Float64Array(entries.length * headings.length);
  const stems = headings.map((heading) => squeeze(heading.title));
  entries.forEach((entry, e) => {
    const stem = squeeze(entry.title);
    if (entry.number !== null || labelAt(entry.title) !== null) return;
    stems.forEach((other, h) => {
      if (headings[h]?.number !== null) return;
      const score = Math.max(coverage(stem, other) >= REPHRASED ? coverage(stem, other) : 0, likeness(stem, other) >= ALIKE ? 1 : 0);
      pairs[e * headings.length + h] = score / (headings[h] as Heading).level;
    });
  });
  for (let e = 1; e <= entries.length; e++) {
    for (let h = 1; h < columns; h++) {
      const pair = pairs[(e - 1) * headings.length + h - 1] as number;
      const diagonal = pair > 0 ? (scores[(e - 1) * columns + h - 1] as number) + pair : 0;
      scores[e * columns + h] = Math.max(diagonal, scores[(e - 1) * columns + h] as number, scores[e * columns + h - 1] as number);
    }
  }
  const targets: Target[] = entries.map(() => null);
  for (let e = entries.length, h = headings.length; e > 0 && h > 0; ) {
    const score = scores[e * columns + h] as number;
    if (score === scores[e * columns + h - 1]) h--;
    else if (score === scores[(e - 1) * columns + h]) e--;
    else {
      targets[e - 1] = { kind: 'heading', index: offset + h - 1 };
      e--;
      h--;
    }
  }
  return targets;
}
