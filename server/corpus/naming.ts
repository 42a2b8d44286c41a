import type { Discovery } from '../entity/discover';
import { emptyList, type EntityList } from '../entity/list';
import type { Contribution, Entity } from '../entity/model';
import { createHintCounts, hintsIn, mergeDiscovered } from '../entity/merge';
import type { Engine } from './engine';
import { mayHold, type Grams } from './grams';

/** The names of the whole corpus: what each report contributes, and which reports a change of them touches. */
export interface Naming {
  learn(path: string, discovery: Discovery, grams: Grams): void;
  forget(path: string): void;
  setList(list: EntityList): void;
  /** What the engine has, as one string; "" before the first merge. */
  given(): string;
  /** Takes names of an earlier `given` as what all reports known so far were read with. */
  assume(given: string): void;
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

export function createNaming(engine: Engine): Naming {
  const known = new Map<string, Known>();
  const hints = createHintCounts();
  let list = emptyList;
  let stale = true;
  /** What the engine has. */
  let given = '';
  return {
    learn(path, { entities }, grams) {
      const before = known.get(path);
      const key = JSON.stringify(entities.filter((each) => 'id' in each));
      if (hints.change(hintsIn(before?.entities ?? []), hintsIn(entities))) stale = true;
      if (before?.key !== key && !(key === '[]' && !before)) stale = true;
      known.set(path, { entities, key, grams });
    },
    forget(path) {
      const before = known.get(path);
      if (hints.change(hintsIn(before?.entities ?? []), '') || (before && before.key !== '[]')) stale = true;
      known.delete(path);
    },
    setList(fresh) {
      list = fresh;
      stale = true;
    },
    given: () => given,
    assume(earlier) {
      const [entities, ignored, discovered] = JSON.parse(earlier) as [Entity[], string[], Entity[]];
      engine.assumeNames({ ...emptyList, entities, ignored }, discovered);
      given = earlier;
    },
    knows: (path) => known.has(path),
    of: (path) => known.get(path),
    stale: () => stale,
    async merge(besides) {
      stale = false;
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
