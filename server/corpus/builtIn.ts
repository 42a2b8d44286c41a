import type { Entity } from '../entity/model';
import { resourcesIn } from './resources';

/** Finds a built-in entity by its id; the lexicon (a folder of .tsv files) is read when the first one is asked for. */
export function builtInEntities(lexicon: string): (id: string) => Entity | undefined {
  const { lexicon: builtIn } = resourcesIn(lexicon);
  let byId: ReadonlyMap<string, Entity> | null = null;
  return (id) => (byId ??= new Map(builtIn().entities.map((entity) => [entity.id, entity]))).get(id);
}
