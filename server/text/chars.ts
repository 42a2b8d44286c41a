/** Character classes on UTF-16 code units, the ones that reading Chinese reports needs. All constant time. */

/** Han characters of the basic plane; those beyond it come as surrogates and are let through as Han too. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xd840 && code <= 0xdfff) || code === 0x3007 || (code >= 0xf900 && code <= 0xfaff);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
}

/** Spaces, tabs, line ends, form feeds, the ideographic space, and marks that take no room. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0xfeff ||
    code === 0x85
  );
}

/** Characters that stand two columns wide in a fixed pitch. */
export function isWide(code: number): boolean {
  return (code >= 0x2e80 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe4f) || (code >= 0xff01 && code <= 0xff60) || (code >= 0x2014 && code <= 0x2026) || (code >= 0x2460 && code <= 0x24ff);
}

/** One byte per UTF-16 unit, 1 for those that the strings begin with: what is asked of every character of a text is read from a table. */
export function unitsOf(characters: Iterable<string>): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (const character of characters) units[character.charCodeAt(0)] = 1;
  return units;
}

/** Columns of each UTF-16 unit: all lines of all reports are measured. */
const widths = Uint8Array.from({ length: 0x10000 }, (_, code) => (isWide(code) ? 2 : 1));

/** Columns that `text[start..end)` takes: two for a wide character, one for any other. Linear. */
export function widthOf(text: string, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i++) width += widths[text.charCodeAt(i)] as number;
  return width;
}

const SENTENCE_END = new Set('。！？!?；;…'.split('').map((c) => c.charCodeAt(0)));
const CLOSING = new Set('”’」』）】〉》)]"\'〕］｝}'.split('').map((c) => c.charCodeAt(0)));

export function isSentenceEnd(code: number): boolean {
  return SENTENCE_END.has(code);
}

export function isClosing(code: number): boolean {
  return CLOSING.has(code);
}
