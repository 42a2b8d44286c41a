import { buildAutomaton, type Automaton } from './automaton';
import { fold } from './fold';
import type { LexiconEntry } from './lexicon';
import type { EntityList } from './list';
import type { Entity } from './model';

/** One folded form and what it can mean, most trusted first. */
export interface Form {
  readonly text: string;
  readonly meanings: readonly Entity[];
  /** True where the form is an ordinary or ambiguous word that needs a supporting context. */
  readonly guarded: boolean;
  /** Words that hold the form without meaning it: 引领智 of 领智. */
  readonly within?: readonly string[];
}

/** All known names, ready to be matched in one pass. */
export interface Names {
  readonly entities: readonly Entity[];
  readonly forms: readonly Form[];
  /** The folded forms that are not guarded. */
  readonly open: ReadonlySet<string>;
  /** Entities by "type:folded name". */
  readonly byName: ReadonlyMap<string, Entity>;
  /** Together they match all forms; the patterns of each are the forms from `first` on. */
  readonly automata: readonly { readonly automaton: Automaton; readonly first: number }[];
  readonly ignored: ReadonlySet<string>;
  /** The names of list and lexicon that these extend; absent where they extend none. */
  readonly base?: Names;
}

/** The built-in names, made once; `guarded` holds folded forms, `within` the words that hold a form without meaning it. */
export interface BuiltIn {
  readonly entities: readonly Entity[];
  readonly guarded: ReadonlySet<string>;
  readonly within: ReadonlyMap<string, readonly string[]>;
}

const rank = { list: 0, lexicon: 1, report: 2 } as const;

/**
 * The built-in lexicon as entities, one per type and folded name; aliases of repeated entries are joined.
 * A person's name with a title is no name of its own: the mention is the name alone.
 */
export function lexiconEntities(entries: readonly LexiconEntry[]): BuiltIn {
  const byId = new Map<string, { entry: LexiconEntry; aliases: Set<string>; attributes: Record<string, string> }>();
  const guarded = new Set<string>();
  const open = new Set<string>();
  const within = new Map<string, string[]>();
  for (const entry of entries) {
    const id = `${entry.type}:${entry.name}`;
    let kept = byId.get(id);
    if (!kept) byId.set(id, (kept = { entry, aliases: new Set(), attributes: {} }));
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
  const entities = [...byId].map(([id, { entry, aliases, attributes }]): Entity => ({
    id, name: entry.name, type: entry.type, aliases: [...aliases].filter((a) => a !== entry.name), attributes, note: null, origin: 'lexicon',
  }));
  for (const form of open) guarded.delete(form);
  return { entities, guarded, within };
}

/**
 * All names of the entity list and the lexicon, in that order of trust; `extendNames` adds what reports define. An entity of
 * the list takes over the forms of a lexicon entity of its name and type. Linear in the names' length.
 */
export function buildNames(list: EntityList, known: BuiltIn): Names {
  return joinNames([...list.entities, ...known.entities], known.guarded, list.ignored, known.within);
}

/** Names over entities of any origin; `guarded` holds folded forms. An ignored name takes its other names with it. */
export function joinNames(all: readonly Entity[], guarded: ReadonlySet<string>, ignored: readonly string[], within: BuiltIn['within'] = new Map()): Names {
  const none = new Set(ignored.map(fold));
  const kept = all.filter(({ origin, name }) => origin === 'list' || !none.has(fold(name)));
  const entities = kept.sort((a, b) => rank[a.origin] - rank[b.origin]);
  const meanings = new Map<string, number[]>();
  const trusted = new Set<string>();
  const ownerOf = new Map<string, number>();
  entities.forEach((entity, index) => {
    const key = `${entity.type}:${fold(entity.name)}`;
    const owner = ownerOf.get(key);
    const target = owner ?? index;
    if (owner === undefined) {
      ownerOf.set(key, index);
      if (entity.origin === 'list') for (const alias of entity.aliases) ownerOf.set(`${entity.type}:${fold(alias)}`, index);
    }
    for (const form of [entity.name, ...entity.aliases]) {
      const folded = fold(form);
      if (folded.length < 2) continue;
      if (entity.origin === 'list') trusted.add(folded);
      const meaning = meanings.get(folded);
      if (!meaning) meanings.set(folded, [target]);
      else if (!meaning.includes(target)) meaning.push(target);
    }
  });
  const forms = [...meanings].map(([text, meaning]) => {
    const isTrusted = trusted.has(text);
    return formOf(text, meaning.map((index) => entities[index] as Entity), guarded.has(text) && !isTrusted, isTrusted ? undefined : within.get(text));
  });
  const open = new Set(forms.filter((form) => !form.guarded).map((form) => form.text));
  const byName = new Map([...ownerOf].map(([key, index]): [string, Entity] => [key, entities[index] as Entity]));
  return { entities, forms, open, byName, automata: [{ automaton: buildAutomaton(forms.map((form) => form.text)), first: 0 }], ignored: none };
}

/** A form with those of its meanings that are trusted as the first is. */
export function formOf(text: string, meanings: readonly Entity[], guarded: boolean, within: readonly string[] | undefined): Form {
  const trusted = meanings.filter(({ origin }) => origin === meanings[0]?.origin);
  return { text, meanings: trusted, guarded, ...(within ? { within } : {}) };
}
