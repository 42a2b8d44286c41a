import { isHan } from './chars';
import { simplified } from './simplified';

/** Marks of the keyboard, and the Chinese ones they stand for beside Han characters; with them the dots of foreigners' names, and corner brackets for quotation marks wherever they stand. */
const pairs = [',，', ':：', ';；', '!！', '?？', '•·', '‧·', '∙·', '⋅·', '「“', '」”', '『“', '』”'];
const unitOf = (character: string): number => character.charCodeAt(0);
/** Marks behind which a mark is Chinese as well. */
const closers = new Set([...'）》”】'].map(unitOf));
const [open, close, wideOpen, wideClose] = [...'()（）'].map(unitOf) as [number, number, number, number];
const lineEnd = 0x0a;

/** Per unit below those of Chinese marks: the mark it stands for, itself for what else is looked at, 0 for the others. */
const wideOf = new Uint16Array(0x3010);
for (const pair of pairs) wideOf[pair.charCodeAt(0)] = pair.charCodeAt(1);
for (const unit of [open, close, lineEnd]) wideOf[unit] = unit;

/** The texts that were read last: a report's own and its reading text, each of them twice. */
let [latest, former] = [{ text: '', plain: '' }, { text: '', plain: '' }];

/**
 * A text as patterns read it: in simplified characters, and with Chinese marks where a page or a converter has put those of
 * the keyboard beside Han characters or behind such a bracket, brackets both or neither. Front matter, and what stands
 * behind the words of a Markdown link, keep their marks. Offsets stay the same. Linear.
 */
export function plainText(text: string): string {
  if (former.text === text) [latest, former] = [former, latest];
  else if (latest.text !== text) [latest, former] = [{ text, plain: read(text) }, latest];
  return latest.plain;
}

function read(text: string): string {
  const plain = simplified(text);
  const changes = widened(plain, frontMatterEnd(plain));
  if (changes.size === 0) return plain;
  const units = new Uint16Array(plain.length);
  for (let at = 0; at < plain.length; at++) units[at] = plain.charCodeAt(at);
  for (const [at, unit] of changes) units[at] = unit;
  return Buffer.from(units.buffer).toString('utf16le');
}

/** Offset behind the front matter that a text begins with, 0 where it has none. */
function frontMatterEnd(text: string): number {
  return Math.max(0, /^\uFEFF?---[ \t]*\r?\n/.test(text) ? text.indexOf('\n---', 3) : 0);
}

/** The Chinese mark for each offset from `from` on where one belongs. */
function widened(text: string, from: number): Map<number, number> {
  const changes = new Map<number, number>();
  const besideHan = (at: number): boolean => isHan(text.charCodeAt(at - 1)) || isHan(text.charCodeAt(at + 1));
  let opened: number[] = [];
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const wide = unit < wideOf.length ? (wideOf[unit] as number) : 0;
    if (wide === 0) continue;
    if (unit === lineEnd) opened = [];
    else if (unit === open) opened.push(at);
    else if (unit === close) {
      const start = opened.pop();
      if (start === undefined || text[start - 1] === ']' || (!besideHan(start) && !besideHan(at))) continue;
      changes.set(start, wideOpen);
      changes.set(at, wideClose);
    } else if (unit >= 0x3000 || besideHan(at) || closers.has(changes.get(at - 1) ?? text.charCodeAt(at - 1))) changes.set(at, wide);
  }
  return changes;
}
