import { foldTable, leftOut } from '../entity/fold';

/** A Bloom filter over the folded character pairs of a report. */
export type Grams = Uint32Array<ArrayBuffer>;

/** Half of a text's pairs are distinct: a name of four characters is then taken to be where it is not in one of forty reports. */
const bitsPerCharacter = 1.5;
const fewestWords = 8;

function pairHash(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The pairs of a reading text; one and a half bits a character. Linear. */
export function gramsOf(text: string): Grams {
  const folded = foldTable();
  const grams = new Uint32Array(Math.max(fewestWords, Math.ceil((text.length * bitsPerCharacter) / 32)));
  const bits = grams.length * 32;
  let before: number = leftOut;
  for (let i = 0; i < text.length; i++) {
    const unit = folded[text.charCodeAt(i)] as number;
    if (unit === leftOut) continue;
    if (before !== leftOut) {
      const bit = pairHash(before, unit) % bits;
      grams[bit >>> 5] = (grams[bit >>> 5] as number) | (1 << (bit & 31));
    }
    before = unit;
  }
  return grams;
}

/** False only when the report certainly does not hold the name. `folded` is a folded name. */
export function mayHold(grams: Grams, folded: string): boolean {
  const bits = grams.length * 32;
  for (let i = 0; i + 1 < folded.length; i++) {
    const bit = pairHash(folded.charCodeAt(i), folded.charCodeAt(i + 1)) % bits;
    if (((grams[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}
