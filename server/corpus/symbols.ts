import type { Introduction } from '../entity/model';
import { citedKeys } from '../reference/keys';
import { answerRanks } from '../reference/model';
import type { ReportIndex } from './model';
import { statementKeys } from './statements';

/** What one report gives to the corpus: per list, the keys it stands under and a number for each. */
export interface Symbols {
  /** Entity id → number of mentions. */
  readonly mentions: ReadonlyMap<string, number>;
  /** Entity id → rank of the best introduction, see `introductionRank`; none for one that is only mentioned. */
  readonly introductions: ReadonlyMap<string, number>;
  /** Entity id → 1 where the report itself names the entity with strong evidence; not for what the lexicon says. */
  readonly definitions: ReadonlyMap<string, number>;
  /** Key of a document, page or issue → rank of the best answer, an index into `answerRanks`. */
  readonly answers: ReadonlyMap<string, number>;
  /** What references cite, see `citedKeys` → number of references. */
  readonly citations: ReadonlyMap<string, number>;
  /** What a claim or the issuing of a document is compared under → number of statements. */
  readonly statements: ReadonlyMap<string, number>;
}
export type SymbolKind = keyof Symbols;
export const symbolKinds: readonly SymbolKind[] = ['mentions', 'introductions', 'definitions', 'answers', 'citations', 'statements'];

/** The better introduces the entity, the lower. */
export const introductionRank: Readonly<Record<Introduction['kind'], number>> = {
  profile: 0,
  definition: 1,
  code: 2,
  tableRow: 3,
};

function countBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) for (const key of keysOf(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function bestRanks(ranked: readonly (readonly [string, number])[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const [key, rank] of ranked) if (rank < (best.get(key) ?? Infinity)) best.set(key, rank);
  return best;
}

/** The symbols of a report; linear in its mentions and references. */
export function symbolsOf(index: ReportIndex): Symbols {
  return {
    mentions: countBy(index.mentions, (mention) => [mention.entity]),
    introductions: bestRanks(index.introductions.map(({ entity, kind }) => [entity, introductionRank[kind]])),
    definitions: new Map(index.entities.flatMap(({ id, origin }) => (origin === 'lexicon' ? [] : [[id, 1]]))),
    answers: bestRanks(index.answers.map(({ key, rank }) => [key, answerRanks.indexOf(rank)])),
    citations: countBy(index.references, ({ key }) => (key === null ? [] : citedKeys(key))),
    statements: countBy([index], statementKeys),
  };
}

/** Calls `set` for each key whose number differs: an edit that moves no symbol calls it never. */
export function difference(
  before: ReadonlyMap<string, number> | undefined,
  after: ReadonlyMap<string, number> | undefined,
  set: (key: string, value: number | undefined) => void,
): void {
  for (const key of before?.keys() ?? []) if (!after?.has(key)) set(key, undefined);
  for (const [key, value] of after ?? []) if (before?.get(key) !== value) set(key, value);
}
