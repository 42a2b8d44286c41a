import type { Report } from '../report/model';
import { againAsInLastRun } from '../text/again';
import { toLogical } from '../text/logical';
import type { Passages } from './model';

/** Characters of a shingle; shorter ones meet by chance in Chinese, longer ones miss edited passages. */
const shingle = 8;
/** Hashes kept of a paragraph. The share that two sketches have in common estimates the share of equal shingles. */
export const sketchSize = 12;
/** Paragraphs below this length repeat for other reasons than being reprinted. */
const shortest = 48;

function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  // Twenty bits tell passages apart as well as more, and the steps from one to the next are kept in two bytes.
  return (h ^ (h >>> 16)) >>> 12;
}

/**
 * The bottom-k sketch (Broder 1997) of a text's shingles: white space, punctuation and case do not count.
 * @returns at most `sketchSize` hashes, ascending. Linear in the text.
 */
export function sketchOf(text: string): Uint32Array {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const isLatin = (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
    if (isLatin) codes.push(c >= 65 && c <= 90 ? c + 32 : c);
    else if (c >= 0x3400 && c <= 0x9fff) codes.push(c);
  }
  const kept: number[] = [];
  const base = 0x01000193;
  let power = 1;
  for (let i = 1; i < shingle; i++) power = Math.imul(power, base);
  let rolling = 0;
  for (let i = 0; i < codes.length; i++) {
    if (i >= shingle) rolling = (rolling - Math.imul(codes[i - shingle] ?? 0, power)) | 0;
    rolling = (Math.imul(rolling, base) + (codes[i] ?? 0)) | 0;
    if (i < shingle - 1) continue;
    const hash = mix(rolling);
    if (kept.length === sketchSize && hash >= (kept[sketchSize - 1] ?? 0)) continue;
    let at = kept.length;
    while (at > 0 && (kept[at - 1] ?? 0) > hash) at--;
    if (kept[at - 1] === hash) continue;
    kept.splice(at, 0, hash);
    if (kept.length > sketchSize) kept.pop();
  }
  return Uint32Array.from(kept);
}

/** Estimated share (0 to 1) of shingles that two passages have in common: over the k smallest of both together. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  const size = Math.min(sketchSize, Math.max(a.length, b.length));
  let common = 0;
  let seen = 0;
  let i = 0;
  let j = 0;
  while (seen < size && (i < a.length || j < b.length)) {
    const x = a[i] ?? Infinity;
    const y = b[j] ?? Infinity;
    if (x === y) { common++; i++; j++; } else if (x < y) i++; else j++;
    seen++;
  }
  return seen === 0 ? 0 : common / seen;
}

/** The sketch of the i-th passage, without a copy. */
export function sketchAt(passages: Passages, i: number): Uint32Array {
  return passages.sketches.subarray(i * sketchSize, (i + 1) * sketchSize);
}

const sketches = againAsInLastRun(sketchOf);

/** Fingerprints of the paragraphs of a report that are long enough to be recognised elsewhere. Linear. */
export function passagesOf(report: Report): Passages {
  const starts: number[] = [];
  const ends: number[] = [];
  const kept: number[] = [];
  const sketch = sketches();
  for (const { kind, span } of report.blocks) {
    if (kind !== 'paragraph' && kind !== 'listItem') continue;
    const text = report.logical.text.slice(toLogical(report.logical, span.start), toLogical(report.logical, span.end));
    if (text.length < shortest) continue;
    const hashes = sketch(text);
    if (hashes.length < sketchSize) continue;
    starts.push(span.start);
    ends.push(span.end);
    kept.push(...hashes);
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), sketches: Uint32Array.from(kept) };
}
