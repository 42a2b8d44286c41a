import type { Candidate } from './candidate';
import { labelAt, type CaptionLine } from './captions';
import type { Draft, Line } from './draft';
import type { TocEntry } from './model';
import { coverage, likeness, squeeze } from './stem';
import type { TocLine } from './toc';
import { alignRest, type Place } from './tocAlign';

type Target = TocEntry['target'];

/** Titles less alike than this are not linked though their numbers agree; captions are called by number alone. */
const SAME_NUMBER = 0.4;
const SAME_FIGURE = 0.2;

/**
 * What the entries of the contents point to, entry by entry: a caption by its label; a heading by number and title,
 * by title, or, last, by its place among the others.
 */
export function tocTargetsOf(draft: Draft, entries: readonly TocLine[], candidates: readonly Candidate[], captions: readonly CaptionLine[]): Target[] {
  if (entries.length === 0) return [];
  const places = placesOf(draft, entries, candidates);
  const byStem = indexBy(places.map((place) => place.stem));
  const byNumber = indexBy(places.map((place) => place.number ?? ''));
  const byLabel = indexBy(captions.map((caption) => squeeze(caption.label)));
  const figures = entries.map((entry) => (entry.number === null ? labelAt(entry.title) : null));
  const headings = entries.map((entry, i) => (figures[i] === null ? headingFor(entry, places, byStem, byNumber) : null));
  alignRest(entries, headings, places, (i) => figures[i] !== null);
  return entries.map((entry, i): Target => {
    const figure = figures[i];
    if (figure === null || figure === undefined) return targetOf('heading', headings[i] ?? null);
    const stem = squeeze(entry.title.slice(figure.length));
    return targetOf('caption', closest(byLabel.get(figure.label) ?? [], (index) => squeeze((captions[index] as CaptionLine).title), stem, SAME_FIGURE));
  });
}

function targetOf(kind: 'heading' | 'caption', index: number | null): Target {
  return index === null ? null : { kind, index };
}

function placesOf(draft: Draft, entries: readonly TocLine[], candidates: readonly Candidate[]): Place[] {
  const from = (draft.lines[(entries[entries.length - 1] as TocLine).last] as Line).end;
  const length = Math.max(1, draft.source.text.length - from);
  return candidates.map((candidate) => ({
    number: candidate.number === null ? null : squeeze(candidate.number),
    stem: squeeze(candidate.title),
    at: ((draft.lines[candidate.first] as Line).start - from) / length,
  }));
}

function indexBy(keys: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  keys.forEach((key, index) => {
    const list = places.get(key);
    if (list === undefined) places.set(key, [index]);
    else list.push(index);
  });
  return places;
}

function headingFor(entry: TocLine, places: readonly Place[], byStem: ReadonlyMap<string, readonly number[]>, byNumber: ReadonlyMap<string, readonly number[]>): number | null {
  const stem = squeeze(entry.title);
  const number = entry.number === null ? null : squeeze(entry.number);
  const same = byStem.get(stem) ?? [];
  const exact = same.find((index) => (places[index] as Place).number === number) ?? (same.length === 1 || number === null ? same[0] : undefined);
  if (exact !== undefined) return exact;
  return number === null ? null : closest(byNumber.get(number) ?? [], (index) => (places[index] as Place).stem, stem, SAME_NUMBER);
}

/** How many places of one number are compared. */
const COMPARED = 50;

/** The place whose title is most like `stem`, the first of equals; a title missing on either side is like enough. */
function closest(places: readonly number[], stemOf: (place: number) => string, stem: string, least: number): number | null {
  let found: number | null = null;
  let most = least;
  for (const place of places.slice(0, COMPARED)) {
    const other = stemOf(place);
    const score = other === '' || stem === '' ? least : Math.max(likeness(stem, other), coverage(stem, other));
    if (score > most || (found === null && score >= most)) {
      most = score;
      found = place;
    }
  }
  return found;
}
