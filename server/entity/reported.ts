import type { Entity } from './model';

/** An entity that is known from reports alone, without what follows from the rest; what is empty at the end is left out. */
export type Reported = readonly [type: string, name: string, aliases?: readonly string[], attributes?: Readonly<Record<string, string>>];

/** Makes an entity that is known from reports alone. */
export function reportedEntity(type: string, name: string, aliases: readonly string[] = [], attributes: Readonly<Record<string, string>> = {}): Entity {
  return { id: `${type}:${name}`, name, type, aliases, attributes, note: null, origin: 'report' };
}

/** Entities of reports (of this origin) for JSON, a third of what whole objects take there: there are hundreds of thousands. */
export function toReported(entities: readonly Entity[]): Reported[] {
  return entities.map(({ type, name, aliases, attributes }) => {
    if (Object.keys(attributes).length > 0) return [type, name, aliases, attributes];
    return aliases.length > 0 ? [type, name, aliases] : [type, name];
  });
}

/** What `toReported` was given. */
export const fromReported = (reported: readonly Reported[]): Entity[] => reported.map((each) => reportedEntity(...each));
