import type { Entity } from '../entity/model';
import { lexiconEntities } from '../entity/names';
import { resourcesIn } from './resources';

/** Finds a built-in entity by its id; the lexicon (a folder of .tsv files) is read when the first one is asked for. */
export function builtInEntities(lexicon: string): (id: string) => Entity | undefined {
  const { lexicon: entries } = resourcesIn(lexicon);
  let byId: ReadonlyMap<string, Entity> | null = null;
  return (id) => (byId ??= new Map(lexiconEntities(entries()).entities.map((entity) => [entity.id, entity]))).get(id);
}
