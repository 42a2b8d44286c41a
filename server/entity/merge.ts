import { fold } from './fold';
import type { Entity } from './model';

/**
 * The names that single reports define, joined for the whole corpus: one entity per type and folded name.
 * Reports are taken in path order and the commonest spelling (then the smaller in code unit order) becomes
 * the name, so the result depends only on the set of reports, not on the order in which they were indexed.
 */
export function mergeDiscovered(perReport: ReadonlyMap<string, readonly Entity[]>): Entity[] {
  const groups = new Map<string, Entity[]>();
  for (const path of [...perReport.keys()].sort()) {
    for (const entity of perReport.get(path) ?? []) {
      const key = `${entity.type} ${fold(entity.name)}`;
      const group = groups.get(key);
      if (group) group.push(entity);
      else groups.set(key, [entity]);
    }
  }
  return [...groups.keys()].sort().map((key) => joined(groups.get(key) as Entity[]));
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
  const first = group[0] as Entity;
  return { ...first, id: `${first.type}:${name}`, name, aliases: [...aliases].filter((alias) => alias !== name).sort(), attributes };
}
