import type { Snapshot } from '../corpus/corpus';
import { countsOf, nameOf } from '../corpus/entities';
import { queryOf } from './match';
import { matchEntities } from './matchEntities';
import { typeLabel } from './names';
import { mentionsCounted } from './counted';

/** A name that can be written, with its type and number of mentions in words. */
export interface NameOffer {
  readonly name: string;
  readonly detail: string;
}
export interface NameOffers {
  readonly offers: readonly NameOffer[];
  /** False where more names match than are offered. */
  readonly complete: boolean;
}

const mostOffers = 100;
const none: NameOffers = { offers: [], complete: true };

interface Weighed {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
}

/** Entities whose name matches what is typed as text, pinyin or initials with at least `least`, those mentioned most first. */
function namesLike(snapshot: Snapshot, typed: string, least: number): Weighed[] {
  const found: Weighed[] = [];
  matchEntities(snapshot, queryOf(typed), (id, score) => {
    if (score > least) found.push({ id, name: nameOf(snapshot, id).name, weight: Math.floor(score) * 1000 + countsOf(snapshot, id).mentions });
  });
  return found.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

function offersOf(snapshot: Snapshot, found: readonly Weighed[]): NameOffers {
  const offers = found.slice(0, mostOffers).map(({ id, name }): NameOffer => ({
    name,
    detail: `${typeLabel(snapshot, nameOf(snapshot, id).type)} · ${mentionsCounted(countsOf(snapshot, id).mentions)}`,
  }));
  return { offers, complete: found.length <= mostOffers };
}

/** Names that match the whole of what is typed, wherever it stands in them. */
export const offersFor = (snapshot: Snapshot, typed: string): NameOffers => offersOf(snapshot, namesLike(snapshot, typed, 0));

/** What a name or its pinyin can score only from its beginning, see `scoreOf`. */
const fromBeginning = 69;
const longestTyped = 12;

/**
 * Names that continue the end of `before`, the text left of a cursor in running words, where nothing marks the beginning
 * of what is typed: its last letters, or the longest run of Chinese at its end (two characters or more) that a name
 * begins with. After an "@" all that match what follows it, wherever. `typed` is what a name would replace.
 */
export function continuations(snapshot: Snapshot, before: string): NameOffers & { readonly typed: string } {
  const marked = /@([^@\s]*)$/.exec(before);
  if (marked) return { typed: marked[0], ...offersFor(snapshot, marked[1] ?? '') };
  const letters = /[A-Za-z0-9][A-Za-z0-9.-]*$/.exec(before)?.[0] ?? '';
  if (letters !== '') {
    const found = letters.length < 2 ? [] : namesLike(snapshot, letters, fromBeginning);
    return { typed: letters, ...offersOf(snapshot, found) };
  }
  const han = /[\u3400-\u9fff·]+$/.exec(before.slice(-longestTyped))?.[0] ?? '';
  for (let from = 0; han.length - from >= 2; from++) {
    const typed = han.slice(from);
    const found = namesLike(snapshot, typed, fromBeginning).filter(({ name }) => name !== typed);
    if (found.length > 0) return { typed, ...offersOf(snapshot, found) };
  }
  return { typed: '', ...none };
}
