import { emptyList, type EntityList } from '../entity/list';
import { allNames, type Contribution } from '../entity/contribution';
import { createHintCounts } from '../entity/merge';
import type { Entity } from '../entity/model';
import type { Engine } from './engine';
import { mayHold, type Grams } from './grams';

/** The names of the whole corpus: what each report contributes, and which reports a change of them touches. */
export interface Naming {
  learn(path: string, contribution: Contribution, grams: Grams): void;
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
  recall(path: string, contribution: Contribution, grams: Grams): void;
  /** True while `merge` waits for what is recalled. */
  waits(): boolean;
  knows(path: string): boolean;
  /** What `learn` was told of a report. */
  of(path: string): { readonly contribution: Contribution; readonly grams: Grams } | undefined;
  /** True when `merge` would find something to do. */
  stale(): boolean;
  /** Gives the engine the merged names; returns the reports, besides some, that may read otherwise with them. */
  merge(besides: ReadonlySet<string>): Promise<string[]>;
}

interface Known {
  readonly contribution: Contribution;
  readonly grams: Grams;
}

const nothing: Contribution = { names: new Uint8Array(), hints: '' };
const isSame = (a: Contribution, b: Contribution): boolean => Buffer.compare(a.names, b.names) === 0;

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
  /** Merges what all reports gave and hands it on with the list; the forms that changed. */
  const give = async (mergedList: EntityList, key: string): Promise<readonly string[]> => {
    const discovered = await engine.merge(allNames([...known].map(([path, { contribution }]) => [path, contribution])), hints.enough());
    const merged = `${key}\n${discovered}`;
    if (merged === given) return [];
    const forms = await engine.setNames(mergedList, discovered);
    given = merged;
    return forms;
  };
  return {
    learn(path, contribution, grams) {
      const before = known.get(path)?.contribution;
      const [lost, won] = [before?.hints ?? '', contribution.hints];
      // As long as others are recalled nobody knows whether a hint is one too many or too few.
      if (hints.change(lost, won) || (recalling && (!before || lost !== won))) stale = true;
      if (!isSame(before ?? nothing, contribution)) stale = true;
      known.set(path, { contribution, grams });
    },
    forget(path) {
      const before = known.get(path)?.contribution;
      if (hints.change(before?.hints ?? '', '') || (before ? !isSame(before, nothing) : recalling)) stale = true;
      if (recalling) gone.add(path);
      known.delete(path);
    },
    setList(fresh) {
      list = fresh;
      if (listKey() !== givenList) stale = true;
    },
    given: () => given,
    assume(earlier, complete, coming) {
      const end = earlier.indexOf('\n');
      givenList = earlier.slice(0, end);
      const [entities, ignored] = JSON.parse(givenList) as [Entity[], string[]];
      engine.assumeNames({ ...emptyList, entities, ignored }, earlier.slice(end + 1));
      given = earlier;
      recalling = true;
      recalled = coming.then(() => {
        recalling = false;
        gone = new Set();
      });
      stale = !complete;
    },
    recall(path, contribution, grams) {
      if (known.has(path) || gone.has(path)) return;
      hints.change('', contribution.hints);
      known.set(path, { contribution, grams });
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
      const [mergedList, key] = [list, listKey()];
      givenList = key;
      const forms = await give(mergedList, key).catch((error: unknown) => {
        stale = true;
        throw error;
      });
      return [...known].flatMap(([path, { grams }]) => (!besides.has(path) && forms.some((form) => mayHold(grams, form)) ? [path] : []));
    },
  };
}
