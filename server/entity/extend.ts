import { buildAutomaton } from './automaton';
import { fold } from './fold';
import type { Entity } from './model';
import { entityNamed, formIn, formOf, placeOf, type BuiltIn, type Names } from './names';

/**
 * `base` (the names of list and lexicon) with what reports define: the same names as building all of them at once, at the
 * cost of the discovered ones and of copying references to the others. `known` is what the built-in names were made of.
 */
export function extendNames(base: Names, known: BuiltIn, discovered: readonly Entity[]): Names {
  const forms = [...base.forms];
  const byName = new Map<string, Entity>();
  const places = new Map<string, number>();
  const entities: Entity[] = [];
  const added = new Map<string, Entity[]>();
  for (const entity of discovered) {
    const name = fold(entity.name);
    if (base.ignored.has(name)) continue;
    entities.push(entity);
    const same = entityNamed(base, entity.type, name);
    const owner = same ?? entity;
    if (!same) byName.set(`${entity.type}:${name}`, entity);
    for (const form of [entity.name, ...entity.aliases].map(fold)) {
      if (form.length < 2) continue;
      const before = formIn(base, form);
      if (before) {
        // A known form takes another meaning only from what is trusted as much.
        const place = placeOf(base, form) as number;
        const { meanings } = forms[place] ?? before;
        if (owner.origin === before.meanings[0]?.origin && !meanings.includes(owner)) forms[place] = { ...before, meanings: [...meanings, owner] };
        continue;
      }
      const meanings = added.get(form);
      if (!meanings) added.set(form, [owner]);
      else if (!meanings.includes(owner)) meanings.push(owner);
    }
  }
  for (const [text, meanings] of added) {
    // A form that an ignored name took with it has its place already.
    const place = placeOf(base, text) ?? forms.length;
    if (place === forms.length) places.set(text, place);
    forms[place] = formOf(text, meanings, known.guarded.has(text), known.within.get(text));
  }
  return {
    entities: [...base.entities, ...entities],
    forms,
    places,
    byName,
    automata: [...base.automata, { automaton: buildAutomaton([...places.keys()]), first: base.forms.length }],
    ignored: base.ignored,
    base,
  };
}
