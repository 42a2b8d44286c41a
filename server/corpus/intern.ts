import type { Entity, Mention } from '../entity/model';
import type { Answer, Reference } from '../reference/model';
import type { ReportIndex } from './model';

const limit = 1_000_000;

/** Keeps one object for equal strings and entities, which arrive from workers as copies. */
export interface Interner {
  (index: ReportIndex): ReportIndex;
}

export function createInterner(): Interner {
  const strings = new Map<string, string>();
  const entities = new Map<string, { readonly entity: Entity; readonly json: string }>();
  const shared = (text: string): string => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    if (strings.size >= limit) strings.clear();
    strings.set(text, text);
    return text;
  };
  const sharedEntity = (entity: Entity): Entity => {
    const json = JSON.stringify(entity);
    const known = entities.get(entity.id);
    if (known?.json === json) return known.entity;
    entities.set(entity.id, { entity, json });
    return entity;
  };
  const sharedMention = (mention: Mention): Mention => ({
    ...mention,
    text: shared(mention.text),
    entity: shared(mention.entity),
    type: shared(mention.type),
  });
  const sharedReference = (reference: Reference): Reference => ({
    ...reference,
    text: shared(reference.text),
    kind: shared(reference.kind) as Reference['kind'],
    key: reference.key === null ? null : shared(reference.key),
  });
  const sharedAnswer = (answer: Answer): Answer => ({ ...answer, key: shared(answer.key), rank: shared(answer.rank) as Answer['rank'] });
  return (index) => ({
    ...index,
    mentions: index.mentions.map(sharedMention),
    entities: index.entities.map(sharedEntity),
    references: index.references.map(sharedReference),
    answers: index.answers.map(sharedAnswer),
  });
}
