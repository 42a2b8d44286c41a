import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readLexicon } from '../entity/lexicon';
import type { Entity } from '../entity/model';
import { builtInNames, type BuiltIn } from '../entity/names';
import { readNames } from './namesFile';

/**
 * The built-in names as one prepared text: what is said of their forms in the first line, then an entity a line, all as
 * JSON. The program is shipped with it, because reading the lexicon's own files takes ten times as long.
 */
export function writeLexicon({ entities, guarded, within }: Omit<BuiltIn, 'names'>): string {
  const forms = { guarded: [...guarded], within: [...within] };
  return [forms, ...entities.map(({ id, ...rest }) => ({ id, ...rest }))].map((each) => JSON.stringify(each)).join('\n');
}

/** Where the names of a prepared file lie, as `writeNames` writes them. */
export const namesFile = (lexicon: string): string => `${lexicon}.names`;

/** What `writeLexicon` and `writeNames` wrote. */
function readPrepared(path: string): BuiltIn {
  const text = readFileSync(path, 'utf8').replaceAll('\n', ',');
  const [forms, ...entities] = JSON.parse(`[${text}]`) as [{ guarded: string[]; within: [string, string[]][] }, ...Entity[]];
  const known = { entities, guarded: new Set(forms.guarded), within: new Map(forms.within) };
  return { ...known, names: readNames(new Uint8Array(readFileSync(namesFile(path))), known) };
}

/** The built-in names: of a prepared file, or of a folder of .tsv files (see `readLexicon`). Nothing where there is neither. */
export function loadLexicon(path: string): BuiltIn {
  if (!existsSync(path)) return builtInNames([]);
  if (statSync(path).isFile()) return readPrepared(path);
  const names = readdirSync(path).filter((name) => name.endsWith('.tsv'));
  return builtInNames(readLexicon(new Map(names.map((name) => [name, readFileSync(join(path, name), 'utf8')]))));
}

/** Finds a built-in entity by its id. Of a prepared file only the ids are read, once, when the first one is asked for. */
export function builtInEntities(path: string): (id: string) => Entity | undefined {
  let find: ((id: string) => Entity | undefined) | null = null;
  return (id) => (find ??= finder(path))(id);
}

/** Entities that are kept as they were read; several megabytes. */
const mostKnown = 5_000;

function finder(path: string): (id: string) => Entity | undefined {
  if (!existsSync(path) || !statSync(path).isFile()) {
    const byId = new Map(loadLexicon(path).entities.map((entity) => [entity.id, entity]));
    return (id) => byId.get(id);
  }
  // As bytes, a character for each: making text of all lines takes ten times as long as of those that are asked for.
  const [, ...lines] = readFileSync(path, 'latin1').split('\n');
  // An id is the first value of its line.
  const byId = new Map(lines.map((line) => [line.slice(6, line.indexOf('"', 7) + 1), line]));
  const read = (id: string): Entity | undefined => {
    const line = byId.get(Buffer.from(JSON.stringify(id)).toString('latin1'));
    return line === undefined ? undefined : (JSON.parse(Buffer.from(line, 'latin1').toString()) as Entity);
  };
  // A report names the same ones again, and another report most of them.
  const known = new Map<string, Entity | undefined>();
  return (id) => {
    if (known.has(id)) return known.get(id);
    if (known.size >= mostKnown) known.clear();
    const entity = read(id);
    known.set(id, entity);
    return entity;
  };
}
