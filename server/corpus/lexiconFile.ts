import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readLexicon } from '../entity/lexicon';
import type { Entity } from '../entity/model';
import { lexiconEntities, type BuiltIn } from '../entity/names';

/**
 * The built-in names as one prepared text: what is said of their forms in the first line, then an entity a line, all as
 * JSON. The program is shipped with it, because reading the lexicon's own files takes ten times as long.
 */
export function writeLexicon({ entities, guarded, within }: BuiltIn): string {
  const forms = { guarded: [...guarded], within: [...within] };
  return [forms, ...entities.map(({ id, ...rest }) => ({ id, ...rest }))].map((each) => JSON.stringify(each)).join('\n');
}

/** What `writeLexicon` wrote. */
function readPrepared(text: string): BuiltIn {
  const [forms, ...entities] = JSON.parse(`[${text.replaceAll('\n', ',')}]`) as [{ guarded: string[]; within: [string, string[]][] }, ...Entity[]];
  return { entities, guarded: new Set(forms.guarded), within: new Map(forms.within) };
}

/** The built-in names: of a prepared file, or of a folder of .tsv files (see `readLexicon`). Nothing where there is neither. */
export function loadLexicon(path: string): BuiltIn {
  if (!existsSync(path)) return lexiconEntities([]);
  if (statSync(path).isFile()) return readPrepared(readFileSync(path, 'utf8'));
  const names = readdirSync(path).filter((name) => name.endsWith('.tsv'));
  return lexiconEntities(readLexicon(new Map(names.map((name) => [name, readFileSync(join(path, name), 'utf8')]))));
}

/** Finds a built-in entity by its id. Of a prepared file only the ids are read, once, when the first one is asked for. */
export function builtInEntities(path: string): (id: string) => Entity | undefined {
  let find: ((id: string) => Entity | undefined) | null = null;
  return (id) => (find ??= finder(path))(id);
}

function finder(path: string): (id: string) => Entity | undefined {
  if (!existsSync(path) || !statSync(path).isFile()) {
    const byId = new Map(loadLexicon(path).entities.map((entity) => [entity.id, entity]));
    return (id) => byId.get(id);
  }
  const [, ...lines] = readFileSync(path, 'utf8').split('\n');
  // An id is the first value of its line.
  const byId = new Map(lines.map((line) => [line.slice(6, line.indexOf('"', 7) + 1), line]));
  return (id) => {
    const line = byId.get(JSON.stringify(id));
    return line === undefined ? undefined : (JSON.parse(line) as Entity);
  };
}
