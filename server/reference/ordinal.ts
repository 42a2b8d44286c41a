import { readHanNumber } from '../text/numerals';

/** A whole number in Chinese numerals, ASCII or full-width digits, white space apart; null where the text is none. */
export function readOrdinal(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  return readHanNumber(plain);
}
