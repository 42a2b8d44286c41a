import type { Entity } from '../entity/model';
import { fold } from '../entity/fold';
import { formOf, type BuiltIn, type Form, type Names } from '../entity/names';
import { bytesOf, joinParts, numbersIn, splitParts } from './base/parts';

/**
 * The built-in names made ready to be matched, as bytes: the forms, what they mean (entities by number), which of them are
 * guarded, and the automaton. To read them takes a tenth of the time that it takes to make them.
 */
export function writeNames({ entities, names }: BuiltIn): Promise<Uint8Array> {
  const numberOf = new Map(entities.map((entity, number) => [entity, number]));
  const meanings = names.forms.map((form) => form.meanings.map((entity) => numberOf.get(entity) as number));
  const guarded = names.forms.flatMap((form, place) => (form.guarded ? [place] : []));
  const [first] = names.automata;
  if (names.automata.length !== 1 || !first) throw new Error('names that extend others are not written');
  const { pairs, pairStates, children, units, firstChild, ends } = first.automaton;
  return joinParts([
    Buffer.from(names.forms.map((form) => form.text).join('\n')),
    ...[meanings.map((each) => each.length), meanings.flat(), guarded, [firstChild]].map((numbers) => bytesOf(Uint32Array.from(numbers))),
    ...[pairs, pairStates, children, units, ends].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  ], () => Promise.resolve());
}

/** What `writeNames` wrote of these names, which lies in `bytes` from then on; they begin at a multiple of four. */
export function readNames(bytes: Uint8Array, { entities, within }: Omit<BuiltIn, 'names'>): Names {
  const [text = bytes, ...parts] = splitParts(bytes);
  const [counts, meant, guarded, [firstChild = 0], pairs] = parts.slice(0, 5).map(numbersIn) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const [pairStates, children, , ends] = parts.slice(5).map((part) => new Int32Array(part.buffer, part.byteOffset, part.length >> 2)) as [Int32Array, Int32Array, Int32Array, Int32Array];
  const unitBytes = parts[7] as Uint8Array;
  const isGuarded = new Set(guarded);
  const forms: Form[] = [];
  const places = new Map<string, number>();
  let at = 0;
  for (const form of Buffer.from(text.buffer, text.byteOffset, text.length).toString('utf8').split('\n')) {
    const meanings: Entity[] = [];
    for (let left = counts[forms.length] as number; left > 0; left--) meanings.push(entities[meant[at++] as number] as Entity);
    places.set(form, forms.length);
    forms.push(formOf(form, meanings, isGuarded.has(forms.length), within.get(form)));
  }
  return {
    entities,
    forms,
    places,
    byName: new Map(entities.map((entity) => [`${entity.type}:${fold(entity.name)}`, entity])),
    automata: [{ first: 0, automaton: { pairs, pairStates, children, units: new Uint16Array(unitBytes.buffer, unitBytes.byteOffset, unitBytes.length >> 1), firstChild, ends } }],
    ignored: new Set(),
  };
}
