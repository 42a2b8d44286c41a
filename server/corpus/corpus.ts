import { emptyCodebook, type Codebook } from '../annotation/codebook/model';
import type { EntityList } from '../entity/list';
import { emptyList } from '../entity/list';
import type { Entity } from '../entity/model';
import type { ReportIndex } from './model';
import { noPaths } from './posting';
import { createPostings, type BasePostings, type FrozenPostings, type Postings } from './postings';
import { createShardedMap, type FrozenMap } from './sharded';
import { symbolsIn } from './packed/report';
import { difference, symbolKinds, type SymbolKind, type Symbols } from './symbols';

/** One step of a corpus. Reports come indexed; see `indexReport`. */
export type Change =
  | { readonly kind: 'report'; readonly index: ReportIndex }
  | { readonly kind: 'removed'; readonly path: string }
  | { readonly kind: 'entityList'; readonly list: EntityList }
  | { readonly kind: 'codebook'; readonly codebook: Codebook };

/** The corpus at one moment. Nothing in it changes; two snapshots share what is equal. */
export interface Snapshot extends Readonly<Record<SymbolKind, FrozenPostings>> {
  /** Grows by one with every change. */
  readonly revision: number;
  readonly reports: FrozenMap<ReportIndex>;
  readonly entityList: EntityList;
  /** The list's entities by id. */
  readonly listed: ReadonlyMap<string, Entity>;
  readonly codebook: Codebook;
}

export interface Corpus {
  /** Begins an empty corpus with what stands in a base: these of its reports. Costs a step a report. */
  begin(base: BaseLists, reports: Iterable<ReportIndex>): void;
  /** Takes a change into the index; the cost is that of the symbols that differ. */
  apply(change: Change): void;
  readonly size: number;
  /** Entities that are mentioned. */
  readonly entities: number;
  has(path: string): boolean;
  get(path: string): ReportIndex | undefined;
  /** The corpus as it is now; O(1) while nothing changes. */
  snapshot(): Snapshot;
}

/** All postings of a base, and the numbers that its reports have in them. */
export interface BaseLists {
  readonly numberOf: ReadonlyMap<string, number>;
  readonly postings: Readonly<Record<SymbolKind, BasePostings>>;
}

/** The base that a corpus stands on, and a 1 for each report that is gone from it. */
interface Based {
  readonly lists: BaseLists;
  readonly gone: Uint8Array;
}

/** An empty corpus. */
export function createCorpus(): Corpus {
  const reports = createShardedMap<ReportIndex>();
  const paths = noPaths();
  const postingsOver = (based: Based | null): Record<SymbolKind, Postings> =>
    Object.fromEntries(symbolKinds.map((kind) => [kind, createPostings(paths, based && { base: based.lists.postings[kind], gone: based.gone })])) as Record<SymbolKind, Postings>;
  let based: Based | null = null;
  let postings = postingsOver(null);
  let entityList = emptyList;
  let listed: ReadonlyMap<string, Entity> = new Map();
  let codebook = emptyCodebook;
  let revision = 0;
  let latest: Snapshot | null = null;

  /** True where a report stood in the base until now: it is gone there from now on. */
  const leavesBase = (path: string): boolean => {
    const number = based?.lists.numberOf.get(path);
    if (!based || number === undefined || based.gone[number] === 1) return false;
    based.gone[number] = 1;
    return true;
  };
  const exchange = (path: string, before: ReportIndex | undefined, after: ReportIndex | undefined): void => {
    const old: Symbols | undefined = before && symbolsIn(before);
    const fresh: Symbols | undefined = after && symbolsIn(after);
    const leaves = leavesBase(path);
    for (const kind of symbolKinds) {
      if (leaves) postings[kind].leave(old?.[kind].keys() ?? []);
      difference(leaves ? undefined : old?.[kind], fresh?.[kind], (key, value) => postings[kind].set(key, path, value));
    }
    if (after) reports.set(path, after);
    else reports.delete(path);
  };

  return {
    get size() {
      return reports.size;
    },
    get entities() {
      return postings.mentions.size;
    },
    has: (path) => reports.has(path),
    get: (path) => reports.get(path),
    begin(base, indexes) {
      latest = null;
      revision++;
      const gone = new Uint8Array(base.numberOf.size).fill(1);
      for (const index of indexes) {
        reports.set(index.path, index);
        gone[base.numberOf.get(index.path) as number] = 0;
      }
      based = { lists: base, gone };
      postings = postingsOver(based);
    },
    apply(change) {
      latest = null;
      revision++;
      switch (change.kind) {
        case 'report':
          exchange(change.index.path, reports.get(change.index.path), change.index);
          break;
        case 'removed':
          exchange(change.path, reports.get(change.path), undefined);
          break;
        case 'entityList':
          entityList = change.list;
          listed = new Map(entityList.entities.map((entity) => [entity.id, entity]));
          break;
        case 'codebook':
          codebook = change.codebook;
          break;
      }
    },
    snapshot() {
      latest ??= {
        revision,
        reports: reports.freeze(),
        mentions: postings.mentions.freeze(),
        introductions: postings.introductions.freeze(),
        definitions: postings.definitions.freeze(),
        answers: postings.answers.freeze(),
        citations: postings.citations.freeze(),
        statements: postings.statements.freeze(),
        entityList,
        listed,
        codebook,
      };
      return latest;
    },
  };
}
