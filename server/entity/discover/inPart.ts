import { againAsInLastRun } from '../../text/again';
import type { Candidate } from '../candidates';
import type { Segmenter } from '../segmenter';
import { assemblies } from './assemblies';
import { attachedNames, type Ending } from './attach';
import { departments } from './departments';
import type { KnownEnds } from './edge';
import type { Found } from './found';
import { listedNames } from './lists';
import { longerNames } from './longer';
import { suffixedNames } from './organisations';
import { ownedNames } from './owned';
import { persons } from './persons';
import { definedFirms } from './proposed';
import { quotedNames } from './quoted';
import { scholars } from './scholars';
import { bracketedTitles, unbracketedTitles } from './titles';
import { townships } from './townships';
import { trademarks } from './trademarks';

/** What the patterns find in one part of a text without a look at the others, by what they look for. */
export interface FoundInPart {
  /** By what a bracket says of a name. */
  readonly attached: readonly Found[];
  /** By titles' brackets, and by endings that tell. */
  readonly placed: readonly Found[];
  readonly others: readonly (readonly Found[])[];
  /** What only lists propose. */
  readonly proposed: readonly Found[];
}

/** `candidates` are the built-in names in the part, `known` those of them that its report bears out. Linear. */
function findInPart(text: string, candidates: readonly Candidate[], known: readonly Candidate[], segmenter: Segmenter): FoundInPart {
  const ends = endsOf(known, candidates);
  const placed = [...bracketedTitles(text), ...suffixedNames(text, ends, segmenter)];
  const attached = attachedNames(text, ends, new Map(placed.map((item): [number, Ending] => [item.end, item])), segmenter);
  const standing = [...known.map(({ start, end, meanings }) => ({ start, end, type: meanings[0]?.type ?? '' })), ...placed.map(({ name, end, type }) => ({ start: end - name.length, end, type }))];
  const firms = new Set(standing.filter(({ type }) => type === 'company').map(({ end }) => end));
  const listed = listedNames(text, standing, segmenter);
  return {
    attached,
    placed,
    others: [
      assemblies(text, ends),
      quotedNames(text),
      unbracketedTitles(text),
      townships(text, segmenter),
      trademarks(text, segmenter),
      ownedNames(text, ends, (end) => firms.has(end), segmenter),
      persons(text, ends, segmenter),
      scholars(text, segmenter),
      departments(text),
      longerNames(text, known, segmenter),
      definedFirms(text, segmenter),
      listed.found,
    ],
    proposed: listed.proposed,
  };
}

/** Known names by their ends, with places too ambiguous to be mentions where an institution's name follows directly, and firms where a place does: 大唐 before 河南发电有限公司. */
function endsOf(known: readonly Candidate[], candidates: readonly Candidate[]): KnownEnds {
  const ends = new Map<number, Candidate>();
  const isPlace = ({ meanings }: Candidate): boolean => meanings[0]?.type === 'place';
  const [places, others] = [new Set(known.filter(isPlace).map(({ start }) => start)), new Set(known.filter((candidate) => !isPlace(candidate)).map(({ start }) => start))];
  for (const candidate of candidates) if (isPlace(candidate) ? others.has(candidate.end) : candidate.meanings[0]?.type === 'company' && places.has(candidate.end)) ends.set(candidate.end, candidate);
  for (const candidate of known) ends.set(candidate.end, candidate);
  return ends;
}

/** What was found in a part, and what it was found with. */
interface Memo {
  of: { readonly candidates: readonly Candidate[]; readonly known: readonly Candidate[]; readonly segmenter: Segmenter; readonly found: FoundInPart } | null;
}

const memos = againAsInLastRun((): Memo => ({ of: null }));

/** As `findInPart`, for the parts of one text; nothing is looked for again in a part of the last text of which nothing has changed. */
export function finderInParts(segmenter: Segmenter): (text: string, candidates: readonly Candidate[], known: readonly Candidate[]) => FoundInPart {
  const memoOf = memos();
  return (text, candidates, known) => {
    const memo = memoOf(text);
    const before = memo.of;
    if (before?.segmenter === segmenter && before.candidates === candidates && before.known.length === known.length && known.every((candidate, at) => candidate === before.known[at])) return before.found;
    const found = findInPart(text, candidates, known, segmenter);
    memo.of = { candidates, known, segmenter, found };
    return found;
  };
}
