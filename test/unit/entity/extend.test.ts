import assert from 'node:assert/strict';
import fc from 'fast-check';
import { candidatesOf } from '../../../server/entity/candidates';
import { extendNames } from '../../../server/entity/extend';
import type { Entity } from '../../../server/entity/model';
import { buildNames, joinNames, type BuiltIn, type Names } from '../../../server/entity/names';
import { emptyList } from '../../../server/entity/list';

const word = fc.string({ unit: fc.constantFrom('中', '国', '药', 'a', 'B', ' '), minLength: 1, maxLength: 4 });
const entityOf = (origin: Entity['origin']): fc.Arbitrary<Entity> =>
  fc.record({ name: word, type: fc.constantFrom('company', 'place'), aliases: fc.array(word, { maxLength: 3 }) })
    .map(({ name, type, aliases }) => ({ id: `${origin} ${type}:${name}`, name, type, aliases, attributes: {}, note: null, origin }));
const some = (origin: Entity['origin']): fc.Arbitrary<Entity[]> => fc.uniqueArray(entityOf(origin), { selector: ({ id }) => id, maxLength: 5 });

/** All that recognition asks of names. */
const told = (names: Names, text: string): unknown => ({
  entities: names.entities,
  forms: new Map(names.forms.map((form) => [form.text, { ...form, meanings: form.meanings.map(({ id }) => id) }])),
  open: new Set(names.open),
  byName: new Map([...names.byName].map(([key, { id }]) => [key, id])),
  found: candidatesOf(text, names).map(({ start, end, form, meanings, guarded }) => [start, end, form, meanings.map(({ id }) => id), guarded]),
});

describe('names that reports define', () => {
  it('extend those of list and lexicon as if all had been joined at once', () => {
    const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(''));
    fc.assert(
      fc.property(some('list'), some('lexicon'), some('report'), fc.array(word, { maxLength: 2 }), fc.array(word, { maxLength: 3 }), text, (list, lexicon, discovered, ignored, guarded, written) => {
        const known: BuiltIn = { entities: lexicon, guarded: new Set(guarded), within: new Map() };
        const base = buildNames({ ...emptyList, entities: list, ignored }, known);
        const atOnce = joinNames([...list, ...lexicon, ...discovered], known.guarded, ignored);
        assert.deepEqual(told(extendNames(base, known, discovered), written), told(atOnce, written));
      }),
    );
  });
});
