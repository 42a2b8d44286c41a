import { fold } from './fold';
import type { Entity } from './model';
import { reportedEntity } from './reported';

/** A name that enough reports hint at, "type name", and how many they are. */
export type Hinted = readonly [line: string, reports: number];

/**
 * The names that single reports define, joined for the whole corpus: one entity per type and folded name.
 * `defined` comes in the order of the reports' paths (see `allNames`) and the commonest spelling (then the smaller in code
 * unit order) becomes the name, so the result depends only on the set of reports, not on the order in which they were
 * indexed. What several reports hint at becomes a name of the corpus as well.
 */
export function mergeDiscovered(defined: readonly Entity[], hinted: readonly Hinted[] = []): Entity[] {
  const groups = new Map<string, Entity[]>();
  for (const entity of defined) {
    const key = `${entity.type} ${fold(entity.name)}`;
    const group = groups.get(key);
    if (group) group.push(entity);
    else groups.set(key, [entity]);
  }
  const merged = [...groups.keys()].sort().map((key) => joined(groups.get(key) as Entity[]));
  return [...merged, ...hintedNames(hinted, new Set([...groups.keys()].map(nameOf)))];
}

/** Those names, in order; of several types the commonest. `taken`: folded names that are defined already. */
function hintedNames(hinted: readonly Hinted[], taken: ReadonlySet<string>): Entity[] {
  const best = new Map<string, Hinted>();
  for (const each of [...hinted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const folded = fold(nameOf(each[0]));
    const other = best.get(folded);
    if (!taken.has(folded) && (other === undefined || each[1] > other[1])) best.set(folded, each);
  }
  return [...best.keys()].sort().map((folded): Entity => {
    const [line] = best.get(folded) as Hinted;
    return reportedEntity(line.slice(0, line.indexOf(' ')), nameOf(line));
  });
}

/** Reports that must hint at a name; a name of two Chinese characters is too easily a part of something else. */
const leastReports = (name: string): number => (/^[\u3400-\u9fff]{2}$/.test(name) ? 4 : 2);

const nameOf = (key: string): string => key.slice(key.indexOf(' ') + 1);

/** How many reports hint at each name, kept as reports come and go. */
export interface HintCounts {
  /** Takes a report's hints in the place of its former ones; true where the names that enough reports hint at change. */
  change(before: string, after: string): boolean;
  /** Those names, in no order. */
  enough(): Hinted[];
}

/** No hints yet. A change costs the hints that differ, and all that are kept is a number per different name. */
export function createHintCounts(): HintCounts {
  const counts = new Map<string, number>();
  const enough = new Set<string>();
  const add = (line: string, step: number): boolean => {
    const count = (counts.get(line) ?? 0) + step;
    if (count === 0) counts.delete(line);
    else counts.set(line, count);
    const was = enough.has(line);
    const is = count >= leastReports(nameOf(line));
    if (is) enough.add(line);
    else enough.delete(line);
    // Which type is the commonest may change with every count.
    return is || was;
  };
  return {
    change(before, after) {
      if (before === after) return false;
      const [old, fresh] = [before, after].map((hints) => new Set(hints === '' ? [] : hints.split('\n'))) as [Set<string>, Set<string>];
      let changed = false;
      for (const line of old) if (!fresh.has(line)) changed = add(line, -1) || changed;
      for (const line of fresh) if (!old.has(line)) changed = add(line, 1) || changed;
      return changed;
    },
    enough: () => [...enough].map((line) => [line, counts.get(line) as number]),
  };
}

function joined(group: readonly Entity[]): Entity {
  const spellings = new Map<string, number>();
  const aliases = new Set<string>();
  const attributes: Record<string, string> = {};
  for (const entity of group) {
    spellings.set(entity.name, (spellings.get(entity.name) ?? 0) + 1);
    for (const alias of entity.aliases) aliases.add(alias);
    for (const [key, value] of Object.entries(entity.attributes)) attributes[key] ??= value;
  }
  const byUse = (a: [string, number], b: [string, number]): number => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  const name = ([...spellings].sort(byUse)[0] as [string, number])[0];
  return reportedEntity((group[0] as Entity).type, name, [...aliases].filter((alias) => alias !== name).sort(), attributes);
}
