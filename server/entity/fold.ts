import { simplifiedUnits } from '../text/han';

/**
 * Folding makes the spellings of one name equal: width (NFKC of single characters), case, dashes,
 * traditional characters, and the spaces, quotation marks and Markdown escapes inside a name.
 */

const skipped = ' \t\u00a0\u3000\u2002\u2003\u2009\u200b\u200c\u200d\ufeff"\'“”‘’「」『』\\';
const dashes = '‐‑‒–—―−－ー~～〜﹣';
const dots = '•‧・∙⋅';

/** Folded unit that stands for "leave this character out". */
export const leftOut = 0xffff;

let table: Uint16Array | null = null;

/**
 * For each UTF-16 unit the unit it folds to, or `leftOut`. Built once (about 10 ms), from
 * Unicode's compatibility decomposition and OpenCC's character tables.
 */
export function foldTable(): Uint16Array {
  if (table) return table;
  const simplified = simplifiedUnits();
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) units[unit] = unit;
  for (let unit = 0x41; unit < 0x3400; unit++) units[unit] = foldedUnit(unit, String.fromCharCode(unit));
  for (let unit = 0x3400; unit < 0xa000; unit++) if (simplified[unit] !== 0) units[unit] = simplified[unit] as number;
  for (let unit = 0xf900; unit < 0xffff; unit++) units[unit] = foldedUnit(unit, String.fromCharCode(unit));
  for (const c of dashes) units[c.charCodeAt(0)] = 0x2d;
  for (const c of dots) units[c.charCodeAt(0)] = 0xb7;
  for (const c of skipped) units[c.charCodeAt(0)] = leftOut;
  close(units);
  table = units;
  return units;
}

function foldedUnit(unit: number, character: string): number {
  const normal = character.normalize('NFKC').toLowerCase();
  return normal.length === 1 ? normal.charCodeAt(0) : unit;
}

/** Follows chains (a folds to b folds to c) so that folding twice changes nothing. */
function close(units: Uint16Array): void {
  for (let unit = 0; unit < units.length; unit++) {
    let to = units[unit] as number;
    for (let steps = 0; steps < 4 && to !== leftOut && units[to] !== to; steps++) to = units[to] as number;
    units[unit] = to;
  }
}

/** Characters from which a text is folded in a buffer: to add one character after the other to a string is dear in long ones. */
const long = 64;
let room = new Uint16Array(0);

/** The folded form of a name, or of many, one a line; idempotent, linear. */
export function fold(name: string): string {
  const units = foldTable();
  let from = 0;
  while (from < name.length && units[name.charCodeAt(from)] === name.charCodeAt(from)) from++;
  if (from === name.length) return name;
  if (name.length >= long) return foldLong(name, units);
  let folded = name.slice(0, from);
  for (let i = from; i < name.length; i++) {
    const unit = units[name.charCodeAt(i)] as number;
    if (unit !== leftOut) folded += String.fromCharCode(unit);
  }
  return folded;
}

function foldLong(name: string, units: Uint16Array): string {
  if (room.length < name.length) room = new Uint16Array(name.length * 2);
  let length = 0;
  for (let i = 0; i < name.length; i++) {
    const unit = units[name.charCodeAt(i)] as number;
    if (unit !== leftOut) room[length++] = unit;
  }
  return Buffer.from(room.buffer, 0, length * 2).toString('utf16le');
}
