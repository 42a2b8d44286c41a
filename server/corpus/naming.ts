import { emptyList, type EntityList } from '../entity/list';
import type { Contribution, Entity } from '../entity/model';
import { createHintCounts, hintsIn, mergeDiscovered } from '../entity/merge';
import type { Engine } from './engine';
import { hashOf } from './files';
import { mayHold, type Grams } from './grams';

/** The names of the whole corpus: what each report contributes, and which reports a change of them touches. */
export interface Naming {
  learn(path: string, entities: readonly Contribution[], grams: Grams): void;
  forget(path: string): void;
  setList(list: EntityList): void;
  /** What the engine has, as one string; "" before the first merge. */
  given(): string;
  /**
   * Takes names of an earlier `given` as what all reports known so far were read with. `complete`: no report that gave
   * names then is gone. What each report gave comes later, by `recall`; `merge` waits for it.
   */
  assume(given: string, complete: boolean, recalled: Promise<unknown>): void;
  /** What a report gave to the names that were assumed; passed over where `learn` knows better. */
  recall(path: string, entities: readonly Contribution[], grams: Grams): void;
  /** True while `merge` waits for what is recalled. */
  waits(): boolean;
  knows(path: string): boolean;
  /** What `learn` was told of a report. */
  of(path: string): { readonly entities: readonly Contribution[]; readonly grams: Grams } | undefined;
  /** True when `merge` would find something to do. */
  stale(): boolean;
  /** Gives the engine the merged names; returns the reports, besides some, that may read otherwise with them. */
  merge(besides: ReadonlySet<string>): Promise<string[]>;
}

interface Known {
  readonly entities: readonly Contribution[];
  readonly key: string;
  readonly grams: Grams;
}

/** What a report's contribution to the names is known by: a hash, since there are thousands; "" where it gives none. */
function keyOf(entities: readonly Contribution[]): string {
  const given = entities.filter((each) => 'id' in each);
  return given.length === 0 ? '' : hashOf(JSON.stringify(given));
}

export function createNaming(engine: Engine): Naming {
  const known = new Map<string, Known>();
  const hints = createHintCounts();
  let list = emptyList;
  let stale = true;
  /** What the engine has. */
  let given = '';
  /** Entries and ignored names of the list that `given` was merged with. */
  let givenList: string | null = null;
  let recalled: Promise<unknown> = Promise.resolve();
  /** Reports that went before they were recalled. */
  let gone = new Set<string>();
  let recalling = false;
  let waiting = false;
  const listKey = (): string => JSON.stringify([list.entities, list.ignored]);
  return {
    learn(path, entities, grams) {
      const before = known.get(path);
      const key = keyOf(entities);
      const [lost, won] = [hintsIn(before?.entities ?? []), hintsIn(entities)];
      // As long as others are recalled nobody knows whether a hint is one too many or too few.
      if (hints.change(lost, won) || (recalling && (!before || lost !== won))) stale = true;
      if (key !== (before?.key ?? '')) stale = true;
      known.set(path, { entities, key, grams });
    },
    forget(path) {
      const before = known.get(path);
      if (hints.change(hintsIn(before?.entities ?? []), '') || (before ? before.key !== '' : recalling)) stale = true;
      if (recalling) gone.add(path);
      known.delete(path);
    },
    setList(fresh) {
      list = fresh;
      if (listKey() !== givenList) stale = true;
    },
    given: () => given,
    assume(earlier, complete, coming) {
      const [entities, ignored, discovered] = JSON.parse(earlier) as [Entity[], string[], Entity[]];
      engine.assumeNames({ ...emptyList, entities, ignored }, discovered);
      given = earlier;
      givenList = JSON.stringify([entities, ignored]);
      recalling = true;
      recalled = coming.then(() => {
        recalling = false;
        gone = new Set();
      });
      stale = !complete;
    },
    recall(path, entities, grams) {
      if (known.has(path) || gone.has(path)) return;
      hints.change('', hintsIn(entities));
      known.set(path, { entities, key: keyOf(entities), grams });
    },
    waits: () => waiting,
    knows: (path) => known.has(path),
    of: (path) => known.get(path),
    stale: () => stale,
    async merge(besides) {
      waiting = true;
      await recalled;
      waiting = false;
      stale = false;
      givenList = listKey();
      const byPath = [...known].map(([path, { entities }]) => [path, entities] as const);
      const discovered = mergeDiscovered(new Map(byPath.sort(([a], [b]) => (a < b ? -1 : 1))), hints);
      const merged = JSON.stringify([list.entities, list.ignored, discovered]);
      if (merged === given) return [];
      const forms = await engine.setNames(list, discovered);
      given = merged;
      return [...known].flatMap(([path, { grams }]) => (!besides.has(path) && forms.some((form) => mayHold(grams, form)) ? [path] : []));
    },
  };
}
