import { buildAutomaton } from './automaton';
import { fold } from './fold';
import type { EntityList } from './list';
import { builtInEntityTypes, type Entity } from './model';
import { entityNamed, formOf, own, placeOf, type Form, type Names } from './names';

/**
 * The built-in names `base` with those of the entity list: what the list names means only that, and an entity of the list
 * takes over the forms of a built-in one of its name and type; an ignored name takes its other names with it. The same
 * names as `joinNames` makes of both, at the cost of the list and of copying references to the others.
 */
export function listNames(base: Names, { entities, ignored }: Pick<EntityList, 'entities' | 'ignored'>): Names {
  const none = new Set(ignored.map(fold));
  const byName = new Map<string, Entity>();
  const meanings = new Map<string, Set<Entity>>();
  for (const entity of entities) {
    const owner = own(byName, entity);
    for (const form of formsOf(entity)) meanings.set(form, (meanings.get(form) ?? new Set()).add(owner));
  }
  const gone = new Set([...none].flatMap((name) => builtInEntityTypes.flatMap((type) => entityNamed(base, type, name) ?? [])));
  const replaced = new Map<Entity, Entity | null>([...gone].map((entity) => [entity, null]));
  for (const [key, owner] of byName) {
    const old = base.byName.get(key);
    if (old && !gone.has(old)) replaced.set(old, owner);
  }
  const forms = [...base.forms];
  /** What a built-in form means now. */
  const meantBy = ({ meanings: old }: Form): Entity[] => [...new Set(old.flatMap((entity) => (replaced.has(entity) ? (replaced.get(entity) ?? []) : entity)))];
  for (const place of new Set([...replaced.keys()].flatMap((old) => formsOf(old).map((form) => placeOf(base, form) as number)))) {
    const form = base.forms[place] as Form;
    forms[place] = formOf(form.text, meantBy(form), form.guarded, form.within);
  }
  const places = new Map<string, number>();
  for (const [text, meaning] of meanings) {
    const known = placeOf(base, text);
    if (known === undefined) places.set(text, forms.length);
    const taken = known === undefined ? [] : meantBy(base.forms[known] as Form).filter(({ origin }) => origin === 'list');
    forms[known ?? forms.length] = formOf(text, [...new Set([...meaning, ...taken])], false, undefined);
  }
  return {
    entities: [...entities, ...(gone.size === 0 ? base.entities : base.entities.filter((entity) => !gone.has(entity)))],
    forms,
    places,
    byName,
    automata: [...base.automata, { automaton: buildAutomaton([...places.keys()]), first: base.forms.length }],
    ignored: none,
    base,
  };
}

const formsOf = ({ name, aliases }: Entity): string[] => [name, ...aliases].map(fold).filter((form) => form.length > 1);
