import { fold } from '../entity/fold';

/** A Bloom filter over the folded character pairs of a report; its length in words is a power of two. */
export type Grams = Uint32Array;

const bitsPerCharacter = 4;

function pairHash(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The pairs of a reading text; half a byte to a byte a character. Linear. */
export function gramsOf(text: string): Grams {
  const folded = fold(text);
  let words = 32;
  while (words * 32 < folded.length * bitsPerCharacter) words *= 2;
  const grams = new Uint32Array(words);
  const mask = words * 32 - 1;
  for (let i = 0; i + 1 < folded.length; i++) {
    const bit = pairHash(folded.charCodeAt(i), folded.charCodeAt(i + 1)) & mask;
    grams[bit >>> 5] = (grams[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return grams;
}

/** False only when the report certainly does not hold the name. `folded` is a folded name. */
export function mayHold(grams: Grams, folded: string): boolean {
  const mask = grams.length * 32 - 1;
  for (let i = 0; i + 1 < folded.length; i++) {
    const bit = pairHash(folded.charCodeAt(i), folded.charCodeAt(i + 1)) & mask;
    if (((grams[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}
