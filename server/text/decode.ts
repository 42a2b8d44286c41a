import { isUtf8 } from 'node:buffer';
import { decode as decodeLegacy } from 'iconv-lite';
import { looksBinary } from './binary';
import { lineStartsOf } from './lines';
import type { Encoding, SourceText } from './source';

/** How much of a file the guesses look at. */
const SAMPLE = 1 << 16;
/** A file that is UTF-8 but for a few damaged bytes is still read as UTF-8. */
const DAMAGED_SHARE = 0.05;

interface Bom {
  readonly encoding: Encoding;
  readonly bytes: readonly number[];
}

const BOMS: readonly Bom[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Reads a report's bytes as text.
 *
 * The order of evidence is: `override`, a byte order mark, strict UTF-8, the shape of UTF-16, and at last GB18030
 * (which holds GBK and GB2312). Never throws: bytes that the encoding cannot hold become U+FFFD and are counted.
 * A binary file gives an empty text with `binary` set. Linear in the number of bytes.
 */
export function decode(bytes: Uint8Array, override?: Encoding): SourceText {
  const mark = BOMS.find((bom) => bom.bytes.every((byte, i) => bytes[i] === byte));
  if (override !== undefined) return read(bytes, override, mark?.encoding === override ? mark : undefined, false);
  if (mark !== undefined) return read(bytes, mark.encoding, mark, false);
  const sample = bytes.subarray(0, SAMPLE);
  const wide = guessUtf16(sample);
  if (wide !== null) return read(bytes, wide, undefined, true);
  if (looksBinary(sample)) return { ...sourceFromText(''), guessed: true, binary: true };
  if (isUtf8(bytes)) return read(bytes, 'utf-8', undefined, false);
  return read(bytes, isDamagedUtf8(bytes) ? 'utf-8' : 'gb18030', undefined, true);
}

/** The text of a document that is open in an editor, which has decoded it already. */
export function sourceFromText(text: string): SourceText {
  return { text, lineStarts: lineStartsOf(text), encoding: 'utf-8', guessed: false, bom: false, replacements: 0, binary: false };
}

function read(bytes: Uint8Array, encoding: Encoding, mark: Bom | undefined, guessed: boolean): SourceText {
  const body = mark === undefined ? bytes : bytes.subarray(mark.bytes.length);
  const text = textOf(body, encoding);
  const replacements = guessed || encoding !== 'utf-8' || !isUtf8(body) ? countReplacements(text) : 0;
  return { text, lineStarts: lineStartsOf(text), encoding, guessed, bom: mark !== undefined, replacements, binary: false };
}

function textOf(bytes: Uint8Array, encoding: Encoding): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'utf-8') return buffer.toString('utf8');
  if (encoding === 'utf-16le') return buffer.toString('utf16le');
  return decodeLegacy(buffer, encoding, { stripBOM: false });
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

/** True when nearly all bytes beyond ASCII form valid UTF-8 sequences. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = textOf(bytes.subarray(0, SAMPLE * 16), 'utf-8');
  let beyond = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) beyond++;
  return countReplacements(text) <= beyond * DAMAGED_SHARE;
}

/** UTF-16 without a mark: most code units, read in that byte order, are Chinese, Chinese punctuation or ASCII. */
function guessUtf16(sample: Uint8Array): Encoding | null {
  const units = sample.length >> 1;
  if (units < 2) return null;
  // ASCII text in UTF-8 read as UTF-16 falls into the Han range too, so zero bytes or invalid UTF-8 must speak for UTF-16.
  if (!sample.includes(0) && isUtf8(cutToCharacter(sample))) return null;
  let little = 0;
  let big = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    const a = sample[i] as number;
    const b = sample[i + 1] as number;
    if (isLikelyUnit((b << 8) | a)) little++;
    if (isLikelyUnit((a << 8) | b)) big++;
  }
  const best = Math.max(little, big);
  if (best < units * 0.9) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

function isLikelyUnit(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x203b) ||
    unit === 9 ||
    unit === 10 ||
    unit === 12 ||
    unit === 13
  );
}

/** The sample without a character cut at its end. */
function cutToCharacter(sample: Uint8Array): Uint8Array {
  if (sample.length < SAMPLE) return sample;
  let end = sample.length;
  while (end > 0 && end > sample.length - 4 && ((sample[end - 1] as number) & 0xc0) === 0x80) end--;
  return sample.subarray(0, Math.max(0, end - 1));
}
