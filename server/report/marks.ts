import { isSpace } from '../text/chars';

/** The markup around a line's words. */
export interface Marks {
  /** Level of a Markdown heading, the number of its "#"; 0 for none. */
  readonly hashes: number;
  /** The list bullet in front ("-", "●", …), null for none. */
  readonly bullet: string | null;
  /** Offsets within the line of its words, behind "#", bullet and opening "**", before closing "**" or "#". */
  readonly from: number;
  readonly to: number;
  /** All words of the line are bold; or at least those it begins with. */
  readonly bold: boolean;
  readonly boldLead: boolean;
  /** The line is quoted with ">". */
  readonly quoted: boolean;
}

const BULLETS = new Set('-*+•●○◎◦■□◆◇▶►▪▫➢➤★☆✓√⚫⬤◼❖▌·‣※'.split(''));
/**
 * What a symbol font draws (Wingdings, and Symbol for U+F0B7) in the codes that conversions leave of it: those of the
 * private use area, or the letter or question mark that took their place.
 */
const DRAWN: ReadonlyMap<string, string> = new Map(Object.entries({
  '\uf06c': '●', '\uf06e': '■', '\uf075': '◆', '\uf0d8': '➢', '\uf0a7': '▪', '\uf0b7': '•', '\uf0fc': '✓', '\uf071': '□', '\uf070': '□',
  l: '●', n: '■', u: '◆', Ø: '➢', '?': '•', '\ufffd': '•',
}));
/** A bullet set as a formula, as text recognition writes it. */
const FORMULA_BULLET = /^\$\s?\\(?:bullet|cdot|blacksquare|square|diamond|blacklozenge|spadesuit|clubsuit|star|bigstar|triangleright|blacktriangleright|checkmark|circ|bigcirc)\s?\$\s*/;
const isPrivate = (code: number): boolean => code >= 0xf020 && code <= 0xf0ff;
const TAIL = new Set('：:。.；;，,0123456789[]^\\ '.split(''));
const LONGEST_TAIL = 12;

function skipSpaces(text: string, at: number, end: number): number {
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** What may stand behind bold words that are all of a line: a colon, the marks of notes. */
function isTail(text: string, from: number, end: number): boolean {
  if (end - from > LONGEST_TAIL) return false;
  for (let i = from; i < end; i++) if (!TAIL.has(text.charAt(i))) return false;
  return true;
}

/** A heading as HTML in Markdown has it. */
const HTML_HEADING = /^<h([1-6])(?:\s[^<>]{0,200})?>\s*(.*?)\s*<\/h\1>$/i;
/** Places that a conversion has marked for links to them. */
const ANCHORS = /^(?:(?:<(?:span|a)\s[^<>]{0,200}>\s*<\/(?:span|a)>|\[\]\{#[^{}]{1,120}\})\s*)+/i;
/** What Pandoc writes behind a heading: its name, its class. */
const ATTRIBUTES = /\s*\{[#.][^{}]{0,200}\}$/;
/** Pictures before the words of a heading. */
const PICTURES = /^(?:\p{Extended_Pictographic}[\ufe0f\u200d]*\s*)+/u;
/** First characters of lines with markup. */
const OPENERS = new Set([...BULLETS, ...DRAWN.keys(), '#', '>', '<', '$', '['].map((c) => c.charCodeAt(0)));

/** The marks of a line without any; `to` is the length of a line that has none. */
export function unmarked(length: number): Marks {
  return { hashes: 0, bullet: null, from: 0, to: length, bold: false, boldLead: false, quoted: false };
}

/** The bullet at `at`, as it was drawn, and its length; null where there is none. */
function bulletAt(text: string, at: number, to: number): { readonly drawn: string; readonly length: number } | null {
  const formula = text.charAt(at) === '$' ? FORMULA_BULLET.exec(text.slice(at, to)) : null;
  if (formula) return { drawn: '•', length: formula[0].length };
  const drawn = drawnAt(text, at, to);
  return drawn === null ? null : { drawn, length: 1 };
}

function drawnAt(text: string, at: number, to: number): string | null {
  const first = text.charAt(at);
  if (at + 1 >= to) return null;
  const behind = text.charCodeAt(at + 1);
  if (BULLETS.has(first)) {
    const ascii = first === '-' || first === '*' || first === '+' || first === '·';
    return isSpace(behind) || (!ascii && first !== '√' && first !== '□' && first !== '※') ? first : null;
  }
  if (isPrivate(first.charCodeAt(0))) return DRAWN.get(first) ?? '•';
  const drawn = DRAWN.get(first);
  // A letter is one where Chinese words begin behind it.
  return drawn !== undefined && isSpace(behind) && /^[\u4e00-\u9fff“《（]/.test(text.slice(skipSpaces(text, at + 1, to), to)) ? drawn : null;
}

/** Reads the markup of a trimmed line. Linear in its length, mostly constant. */
export function marksOf(text: string): Marks {
  let from = 0;
  let to = text.length;
  const [whole, level, inner = ''] = (text.startsWith('<') ? HTML_HEADING.exec(text) : null) ?? [];
  if (whole !== undefined) {
    from = text.indexOf(inner, text.indexOf('>') + 1);
    return { ...unmarked(from + inner.length), hashes: Number(level), from };
  }
  if (!OPENERS.has(text.charCodeAt(0)) && !isPrivate(text.charCodeAt(0))) return unmarked(to);
  let quoted = false;
  if (text.charAt(0) === '>') {
    quoted = true;
    from = skipSpaces(text, 1, to);
  }
  const skip = (pattern: RegExp): void => void (from += pattern.exec(text.slice(from, to))?.[0].length ?? 0);
  skip(ANCHORS);
  let hashes = 0;
  while (hashes < 7 && text.charAt(from + hashes) === '#') hashes++;
  const after = text.charCodeAt(from + hashes);
  if (hashes > 6 || (hashes > 0 && from + hashes < to && !isSpace(after))) hashes = 0;
  if (hashes > 0) {
    from = skipSpaces(text, from + hashes, to);
    skip(ANCHORS);
    to -= ATTRIBUTES.exec(text.slice(from, to))?.[0].length ?? 0;
    while (to > from && text.charAt(to - 1) === '#') to--;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  }
  const bullet = bulletAt(text, from, to);
  if (bullet !== null) from = skipSpaces(text, from + bullet.length, to);
  const boldLead = text.startsWith('**', from) && from + 4 < to;
  let bold = false;
  if (boldLead) {
    const close = text.indexOf('**', from + 2);
    if (close >= 0 && isTail(text, close + 2, to)) {
      bold = true;
      from += 2;
      to = close;
    }
  }
  if (hashes > 0 || bold) skip(PICTURES);
  return { hashes, bullet: bullet?.drawn ?? null, from: skipSpaces(text, from, to), to, bold, boldLead, quoted };
}
