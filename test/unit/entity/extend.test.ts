import assert from 'node:assert/strict';
import fc from 'fast-check';
import { candidatesOf } from '../../../server/entity/candidates';
import { extendNames } from '../../../server/entity/extend';
import { fold } from '../../../server/entity/fold';
import { listNames } from '../../../server/entity/listed';
import type { Entity } from '../../../server/entity/model';
import { entityNamed, isOpen, joinNames, type BuiltIn, type Names } from '../../../server/entity/names';

const types = ['company', 'place'];
const word = fc.string({ unit: fc.constantFrom('中', '国', '药', 'a', 'B', ' '), minLength: 1, maxLength: 4 });
const entityOf = (origin: Entity['origin']): fc.Arbitrary<Entity> =>
  fc.record({ name: word, type: fc.constantFrom(...types), aliases: fc.array(word, { maxLength: 3 }) })
    .map(({ name, type, aliases }) => ({ id: `${origin} ${type}:${name}`, name, type, aliases, attributes: {}, note: null, origin }));
/** Of built-in and of found names there is one of a type and folded name; a list may say a name twice. */
const some = (origin: Entity['origin']): fc.Arbitrary<Entity[]> =>
  fc.uniqueArray(entityOf(origin), { selector: ({ id, type, name }) => (origin === 'list' ? id : `${type}:${fold(name)}`), maxLength: 5 });

/** All that recognition asks of names. */
const told = (names: Names, text: string): unknown => {
  const forms = names.forms.filter(({ meanings }) => meanings.length > 0);
  return {
    entities: names.entities,
    forms: new Map(forms.map((form) => [form.text, { ...form, meanings: form.meanings.map(({ id }) => id) }])),
    open: new Set(forms.map((form) => form.text).filter((form) => isOpen(names, form))),
    named: forms.map((form) => form.text).sort().map((form) => types.map((type) => entityNamed(names, type, form)?.id)),
    found: candidatesOf(text, names).map(({ start, end, form, meanings, guarded }) => [start, end, form, meanings.map(({ id }) => id), guarded]),
  };
};

describe('the names of list and reports', () => {
  it('extend the built-in ones as if all had been joined at once', () => {
    const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(''));
    fc.assert(
      fc.property(some('list'), some('lexicon'), some('report'), fc.array(word, { maxLength: 2 }), fc.array(word, { maxLength: 3 }), text, (list, lexicon, discovered, ignored, guarded, written) => {
        const names = joinNames(lexicon, new Set(guarded), []);
        const known: BuiltIn = { entities: lexicon, guarded: new Set(guarded), within: new Map(), names };
        const listed = listNames(names, { entities: list, ignored });
        const atOnce = joinNames([...list, ...lexicon, ...discovered], known.guarded, ignored);
        assert.deepEqual(told(extendNames(listed, known, discovered), written), told(atOnce, written));
      }),
      { numRuns: 500 },
    );
  });
});
