import { isHan } from './chars';
import { simplifiedUnits } from './han';

/** Characters by which a text shows its script, and the share of traditional ones from which on it is read as simplified. */
const sample = 4_000;
const share = 0.05;

function isTraditional(text: string, units: Uint16Array): boolean {
  let [han, changed] = [0, 0];
  for (let i = 0; i < text.length && han < sample; i++) {
    const unit = text.charCodeAt(i);
    if (!isHan(unit)) continue;
    han++;
    if (units[unit] !== 0) changed++;
  }
  return changed > han * share;
}

/**
 * A text in traditional characters with the simplified one in the place of each, so that offsets stay the same; any other
 * text as it is. Characters are exchanged one for one (OpenCC's tables), which is not how a text is translated, but how its
 * words are recognised. Linear where the text is traditional, else constant.
 */
export function simplified(text: string): string {
  const units = simplifiedUnits();
  if (!isTraditional(text, units)) return text;
  const room = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    room[i] = units[unit] || unit;
  }
  return Buffer.from(room.buffer).toString('utf16le');
}

/** Words of `plain`, a text that was read as simplified, as `text` has them where they first stand; else as they are. Linear. */
export function firstPrinted(words: string, plain: string, text: string): string {
  const at = plain.indexOf(words);
  return at < 0 ? words : text.slice(at, at + words.length);
}
