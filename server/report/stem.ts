import { isSpace } from '../text/chars';

const KEPT = 0;
const DROPPED = 1;
const FOLDED = 2;
const UPPER = 3;

/** What becomes of each UTF-16 unit of a title when titles are compared. */
const TREATMENT = treatments();

function treatments(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(FOLDED);
  for (let code = 0; code < 0x80; code++) table[code] = code >= 0x41 && code <= 0x5a ? UPPER : KEPT;
  table.fill(KEPT, 0x3400, 0xa000);
  for (const c of '*#_`\\“”"\'‘’：:，,。.、·-—–～~（）()《》〈〉【】[]「」！!？?；;') table[c.charCodeAt(0)] = DROPPED;
  for (let code = 0; code < 0x10000; code++) if (isSpace(code)) table[code] = DROPPED;
  return table;
}

/** `text` as titles are compared: no white space, no markup, no punctuation, full width as half width, lower case. Linear. */
export function squeeze(text: string): string {
  let out = '';
  let from = 0;
  let upper = false;
  for (let i = 0; i < text.length; i++) {
    const treatment = TREATMENT[text.charCodeAt(i)];
    if (treatment === KEPT) continue;
    if (treatment === UPPER) {
      upper = true;
      continue;
    }
    if (treatment === FOLDED) return squeezeFolded(text);
    out += text.slice(from, i);
    from = i + 1;
  }
  const squeezed = from === 0 ? text : out + text.slice(from);
  return upper ? squeezed.toLowerCase() : squeezed;
}

function squeezeFolded(text: string): string {
  let out = '';
  const folded = text.normalize('NFKC').toLowerCase();
  for (let i = 0; i < folded.length; i++) if (TREATMENT[folded.charCodeAt(i)] !== DROPPED) out += folded.charAt(i);
  return out;
}

/** A title's characters, each Western word or figure as one. */
function unitsOf(stem: string): string[] {
  return stem.match(/[a-z0-9]{1,40}|[^a-z0-9]/g) ?? [];
}

function pairsOf(stem: string): string[] {
  const units = unitsOf(stem);
  return units.slice(1).map((unit, i) => `${units[i] as string} ${unit}`);
}

/** How much of `part` is found in `whole`: the share of its pairs of characters, from 0 to 1. Linear. */
export function coverage(part: string, whole: string): number {
  const wanted = pairsOf(part);
  if (wanted.length === 0) return part !== '' && whole.includes(part) ? 1 : 0;
  return shared(wanted, pairsOf(whole)) / wanted.length;
}

/** Alike both ways: 1 for the same titles, 0 for titles with no pair of characters in common. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [some, others] = [pairsOf(a), pairsOf(b)];
  return (2 * shared(some, others)) / Math.max(1, some.length + others.length);
}

function shared(wanted: readonly string[], given: readonly string[]): number {
  const left = new Map<string, number>();
  for (const pair of given) left.set(pair, (left.get(pair) ?? 0) + 1);
  let found = 0;
  for (const pair of wanted) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    found++;
    left.set(pair, count - 1);
  }
  return found;
}
