import { buildAutomaton, type Automaton } from './automaton';
import { fold } from './fold';
import type { LexiconEntry } from './lexicon';
import type { Entity, EntityType } from './model';

/** One folded form and what it can mean, most trusted first. */
export interface Form {
  readonly text: string;
  readonly meanings: readonly Entity[];
  /** True where the form is an ordinary or ambiguous word that needs a supporting context. */
  readonly guarded: boolean;
  /** Words that hold the form without meaning it: 引领智 of 领智. */
  readonly within?: readonly string[];
}

/** All known names, ready to be matched in one pass. They may extend others, whose forms keep their places. */
export interface Names {
  readonly entities: readonly Entity[];
  /** A form without meanings is one that an ignored name took with it. */
  readonly forms: readonly Form[];
  /** Where the forms stand that these names have and those that they extend do not, by folded form. */
  readonly places: ReadonlyMap<string, number>;
  /** Entities by "type:folded name", besides those of the names that these extend. */
  readonly byName: ReadonlyMap<string, Entity>;
  /** Together they match all forms; the patterns of each are the forms from `first` on. */
  readonly automata: readonly { readonly automaton: Automaton; readonly first: number }[];
  readonly ignored: ReadonlySet<string>;
  /** The names that these extend: the built-in ones, and the list's after them. */
  readonly base?: Names;
}

/** A folded form's place among all forms. */
export function placeOf(names: Names, text: string): number | undefined {
  return names.places.get(text) ?? (names.base && placeOf(names.base, text));
}

/** A folded form that means something. */
export function formIn(names: Names, text: string): Form | undefined {
  const place = placeOf(names, text);
  const form = place === undefined ? undefined : names.forms[place];
  return form && form.meanings.length > 0 ? form : undefined;
}

/** True where a folded form is a name without a supporting context. */
export const isOpen = (names: Names, text: string): boolean => formIn(names, text)?.guarded === false;

/** The forms that are not those of the names that these extend. */
export const ownForms = ({ forms, base }: Names): readonly Form[] => (base ? forms.filter((form, place) => form !== base.forms[place]) : forms);

/** The entity of a type and folded name. */
export function entityNamed(names: Names, type: EntityType, name: string): Entity | undefined {
  for (let layer: Names | undefined = names; layer; layer = layer.base) {
    const entity = layer.byName.get(`${type}:${name}`);
    if (entity) return entity.origin === 'lexicon' && names.ignored.has(name) ? undefined : entity;
  }
  return undefined;
}

/** The built-in names, made once, one of a type and folded name; `guarded` holds folded forms, `within` the words that hold a form without meaning it. */
export interface BuiltIn {
  readonly entities: readonly Entity[];
  readonly guarded: ReadonlySet<string>;
  readonly within: ReadonlyMap<string, readonly string[]>;
  /** The same, ready to be matched; `listNames` and `extendNames` go on from there. */
  readonly names: Names;
}

const rank = { list: 0, lexicon: 1, report: 2 } as const;

/**
 * The built-in lexicon as names: entities, one per type and folded name; aliases of repeated entries are joined.
 * A person's name with a title is no name of its own: the mention is the name alone.
 */
export function builtInNames(entries: readonly LexiconEntry[]): BuiltIn {
  const byKey = new Map<string, { entry: LexiconEntry; aliases: Set<string>; attributes: Record<string, string> }>();
  const guarded = new Set<string>();
  const open = new Set<string>();
  const within = new Map<string, string[]>();
  for (const entry of entries) {
    const key = `${entry.type}:${fold(entry.name)}`;
    let kept = byKey.get(key);
    if (!kept) byKey.set(key, (kept = { entry, aliases: new Set(), attributes: {} }));
    const { not = '', ...attributes } = entry.attributes;
    Object.assign(kept.attributes, attributes);
    const longer = not.split(',').map(fold).filter((word) => word !== '');
    for (const form of longer.length > 0 ? [entry.name, ...entry.forms.map(({ text }) => text)].map(fold) : []) {
      const own = longer.filter((word) => word !== form && word.includes(form));
      if (own.length > 0) within.set(form, [...(within.get(form) ?? []), ...own]);
    }
    (entry.guarded ? guarded : open).add(fold(entry.name));
    for (const form of entry.forms) {
      if (entry.type === 'person' && form.text.startsWith(entry.name)) continue;
      kept.aliases.add(form.text);
      (form.guarded ? guarded : open).add(fold(form.text));
    }
  }
  const entities = [...byKey.values()].map(({ entry, aliases, attributes }): Entity => ({
    id: `${entry.type}:${entry.name}`, name: entry.name, type: entry.type, aliases: [...aliases].filter((a) => a !== entry.name), attributes, note: null, origin: 'lexicon',
  }));
  for (const form of open) guarded.delete(form);
  return { entities, guarded, within, names: joinNames(entities, guarded, [], within) };
}

/**
 * Names over entities of any origin; `guarded` holds folded forms. An ignored name takes its other names with it. An entity
 * of the list takes over the forms of others of its name and type.
 */
export function joinNames(all: readonly Entity[], guarded: ReadonlySet<string>, ignored: readonly string[], within: BuiltIn['within'] = new Map()): Names {
  const none = new Set(ignored.map(fold));
  const kept = all.filter(({ origin, name }) => origin === 'list' || !none.has(fold(name)));
  const entities = kept.sort((a, b) => rank[a.origin] - rank[b.origin]);
  const meanings = new Map<string, Entity[]>();
  const trusted = new Set<string>();
  const byName = new Map<string, Entity>();
  for (const entity of entities) {
    const owner = own(byName, entity);
    for (const form of [entity.name, ...entity.aliases]) {
      const folded = fold(form);
      if (folded.length < 2) continue;
      if (entity.origin === 'list') trusted.add(folded);
      const meaning = meanings.get(folded);
      if (!meaning) meanings.set(folded, [owner]);
      else if (!meaning.includes(owner)) meaning.push(owner);
    }
  }
  const places = new Map<string, number>();
  const forms: Form[] = [];
  for (const [text, meaning] of meanings) {
    places.set(text, forms.length);
    const isTrusted = trusted.has(text);
    forms.push(formOf(text, meaning, guarded.has(text) && !isTrusted, isTrusted ? undefined : within.get(text)));
  }
  return { entities, forms, places, byName, automata: [{ automaton: buildAutomaton(forms.map((form) => form.text)), first: 0 }], ignored: none };
}

/** Enters an entity by its type and name, one of the list by its other names as well; returns whose the name is. */
export function own(byName: Map<string, Entity>, entity: Entity): Entity {
  const key = `${entity.type}:${fold(entity.name)}`;
  const owner = byName.get(key);
  if (owner !== undefined) return owner;
  byName.set(key, entity);
  if (entity.origin === 'list') for (const alias of entity.aliases) byName.set(`${entity.type}:${fold(alias)}`, entity);
  return entity;
}

/** A form with those of its meanings that are trusted as the first is. */
export function formOf(text: string, meanings: readonly Entity[], guarded: boolean, within: readonly string[] | undefined): Form {
  const trusted = meanings.filter(({ origin }) => origin === meanings[0]?.origin);
  return { text, meanings: trusted, guarded, ...(within ? { within } : {}) };
}
