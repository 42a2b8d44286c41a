import { buildAutomaton } from './automaton';
import { fold } from './fold';
import type { Entity } from './model';
import { formOf, type BuiltIn, type Form, type Names } from './names';

/**
 * `base` (the names of list and lexicon) with what reports define: the same names as building all of them at once, at the
 * cost of the discovered ones and of copying references to the others. `known` is what `base` was made of.
 */
export function extendNames(base: Names, known: BuiltIn, discovered: readonly Entity[]): Names {
  const forms = [...base.forms];
  const byName = new Map(base.byName);
  const places = placesOf(base);
  const entities: Entity[] = [];
  const added = new Map<string, Entity[]>();
  for (const entity of discovered) {
    const name = fold(entity.name);
    if (base.ignored.has(name)) continue;
    entities.push(entity);
    const key = `${entity.type}:${name}`;
    const owner = byName.get(key) ?? entity;
    byName.set(key, owner);
    for (const form of [entity.name, ...entity.aliases].map(fold)) {
      if (form.length < 2) continue;
      const place = places.get(form);
      if (place !== undefined) {
        // A known form takes another meaning only from what is trusted as much.
        const before = forms[place] as Form;
        const joins = owner.origin === before.meanings[0]?.origin && !before.meanings.includes(owner);
        if (joins) forms[place] = { ...before, meanings: [...before.meanings, owner] };
        continue;
      }
      const meanings = added.get(form);
      if (!meanings) added.set(form, [owner]);
      else if (!meanings.includes(owner)) meanings.push(owner);
    }
  }
  const fresh = [...added].map(([text, meanings]) => formOf(text, meanings, known.guarded.has(text), known.within.get(text)));
  const open = new Set(base.open);
  for (const { text, guarded } of fresh) if (!guarded) open.add(text);
  const patterns = fresh.map(({ text }) => text);
  return {
    entities: [...base.entities, ...entities],
    forms: [...forms, ...fresh],
    open,
    byName,
    automata: [...base.automata, { automaton: buildAutomaton(patterns), first: base.forms.length }],
    ignored: base.ignored,
    base,
  };
}

const keptPlaces = new WeakMap<Names, ReadonlyMap<string, number>>();

/** Where each folded form stands among the forms. */
function placesOf(names: Names): ReadonlyMap<string, number> {
  let places = keptPlaces.get(names);
  if (!places) keptPlaces.set(names, (places = new Map(names.forms.map((form, place) => [form.text, place]))));
  return places;
}
