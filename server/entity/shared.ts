import type { Contribution, Entity } from './model';

const types = new Map<string, string>();
const noAliases: Entity['aliases'] = [];
const noAttributes: Entity['attributes'] = {};

function sharedType(type: string): string {
  const known = types.get(type);
  if (known === undefined) types.set(type, type);
  return known ?? type;
}

/**
 * Contributions that came from another thread or out of the cache, where each has copies of its own: what is equal in all
 * of them is one object again. They are kept by the hundred thousand.
 */
export function shared(contributions: readonly Contribution[]): Contribution[] {
  return contributions.map((each): Contribution => ('hints' in each ? each : {
    id: each.id,
    name: each.name,
    type: sharedType(each.type),
    aliases: each.aliases.length === 0 ? noAliases : each.aliases,
    attributes: Object.keys(each.attributes).length === 0 ? noAttributes : each.attributes,
    note: each.note,
    origin: each.origin === 'report' ? 'report' : each.origin,
  }));
}
