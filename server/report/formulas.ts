import { matchAt } from '../text/sticky';

/** A part of what is read otherwise than it stands: a stretch that is kept, or a character in place of others. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly drawn?: string;
}

/** What stands between "$" signs, or in "\(…\)", on one line; figures are short. */
const FORMULA = /(?<!\\)\$((?:[^$\\\n\r]|\\.){1,300}?)\$(?!\d)|\\\(((?:[^\\\n\r]|\\[^)\n\r]){1,300}?)\\\)/y;
/** What no price in dollars has. */
const MARKUP = /\\[a-zA-Z%]|[\^_]/;
const COMMAND = /\\([a-zA-Z]+)\*?/y;
const TEXT = /\\(?:text|textrm|textbf|mbox)\s?\{([^{}\\$]{1,80})\}/y;
const CIRCLED = /\\textcircled\s?\{?\s?(\d{1,2})\s?\}?/y;
const DEGREE = /\^\s?\{?\s?\\circ\s?\}?/y;
const RAISED = /\^\s?(?:\d|\{\s?(?:\d\s?){1,4}\})/y;
/** Note marks in brackets, which stand raised. */
const RAISED_MARK = /\^\s?(?:\{\s?)?(?=[[(［（]\s?\d)/y;
const LOWERED = /_\s?(?:\{\s?)?(?=[0-9A-Za-z])/y;
const PLAIN = /[0-9A-Za-z.,:;+\-−/%()[\]=<>*'"!?|≥≤≈±×·°，、：；（）［］％～—–]/;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Commands that only say in which letters something is set. */
const SILENT = new Set('mathrm mathbf mathit mathsf mathtt mathcal mathbb boldsymbol pmb bf rm it tt sf text textrm textbf mbox operatorname left right big bigl bigr Big displaystyle quad qquad'.split(' '));
/** Commands that draw a character of a report. */
const DRAWN: Readonly<Record<string, string>> = {
  sim: '~', thicksim: '~', approx: '≈', simeq: '≈', geq: '≥', ge: '≥', geqslant: '≥', leq: '≤', le: '≤', leqslant: '≤', gt: '>', lt: '<',
  bullet: '•', blacksquare: '■', square: '□', diamond: '◇', spadesuit: '♠', star: '☆', bigstar: '★', checkmark: '✓', triangleright: '▷', bigcirc: '○',
  pm: '±', times: '×', div: '÷', cdot: '·', to: '→', rightarrow: '→', Rightarrow: '⇒', uparrow: '↑', downarrow: '↓',
  mu: 'μ', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', kappa: 'κ', lambda: 'λ', sigma: 'σ', omega: 'ω', Delta: 'Δ', Omega: 'Ω',
  circ: '°', degree: '°', textperthousand: '‰', circledR: '®', textregistered: '®', texttrademark: '™', ldots: '…', cdots: '…', dots: '…',
};

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** The number sign ① to ⑳; undefined for others. */
const circled = (number: number): string | undefined => (number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : undefined);

/** What is read at one place of a formula, and where it ends. */
interface Step {
  readonly end: number;
  readonly parts: readonly Part[];
}

const passed = (end: number): Step => ({ end, parts: [] });
const kept = (start: number, end: number): Step => ({ end, parts: [{ start, end }] });
const drawnAt = (start: number, end: number, drawn: string): Step => ({ end, parts: [{ start, end, drawn }] });

/** A tie between words, but between figures what conversions make of "to": "10~20". */
function tieAt(text: string, at: number): Step {
  const isRange = isDigit(text.slice(Math.max(0, at - 4), at).trimEnd().slice(-1)) && isDigit(text.slice(at + 1, at + 8).trimStart().charAt(0));
  return isRange ? kept(at, at + 1) : passed(at + 1);
}

function commandAt(text: string, at: number): Step | null {
  const next = text.charAt(at + 1);
  if (/[%$&#_]/.test(next)) return kept(at + 1, at + 2);
  if (/[,;:!\s]/.test(next)) return passed(at + 2);
  const written = matchAt(TEXT, text, at)?.[0];
  if (written !== undefined) return { ...kept(at + written.indexOf('{') + 1, at + written.length - 1), end: at + written.length };
  const [sign, number] = matchAt(CIRCLED, text, at) ?? [];
  const [command = '', name = ''] = matchAt(COMMAND, text, at) ?? [];
  const drawn = number === undefined ? DRAWN[name] : circled(Number(number));
  const end = at + (sign ?? command).length;
  if (drawn !== undefined) return drawnAt(at, end, drawn);
  return SILENT.has(name) ? passed(end) : null;
}

/** A degree, raised digits, or the mark of a note in brackets. */
function raisedAt(text: string, at: number): Step | null {
  const degree = matchAt(DEGREE, text, at)?.[0];
  if (degree !== undefined) return drawnAt(at, at + degree.length, '°');
  const raised = matchAt(RAISED, text, at)?.[0];
  if (raised === undefined) {
    const mark = matchAt(RAISED_MARK, text, at)?.[0];
    return mark === undefined ? null : passed(at + mark.length);
  }
  const parts = [...raised].flatMap((character, i) => (isDigit(character) ? [{ start: at + i, end: at + i + 1, drawn: SUPERSCRIPTS.charAt(Number(character)) }] : []));
  return { end: at + raised.length, parts };
}

function stepAt(text: string, at: number): Step | null {
  const character = text.charAt(at);
  if (/[\s{}]/.test(character)) return passed(at + 1);
  if (character === '~') return tieAt(text, at);
  if (character === '\\') return commandAt(text, at);
  if (character === '^') return raisedAt(text, at);
  if (character === '_') {
    const lowered = matchAt(LOWERED, text, at)?.[0];
    return lowered === undefined ? null : passed(at + lowered.length);
  }
  return PLAIN.test(character) ? kept(at, at + 1) : null;
}

/** How text[from..to), the inside of a formula, reads; null where it is more than figures, units and signs. */
function partsOf(text: string, from: number, to: number): Part[] | null {
  const parts: Part[] = [];
  for (let at = from; at < to; ) {
    const step = stepAt(text, at);
    if (!step) return null;
    parts.push(...step.parts);
    at = step.end;
  }
  return parts;
}

/**
 * How the formula that begins at `at` ("$" or "\(") reads, and where it ends, if it sets nothing but figures, units and signs,
 * as conversions from PDF make of "12.5%" ("$1 2 . 5 \%$"), "①" ("$\textcircled{1}$") and "≥3mm". Null for prices in dollars
 * and for what only a formula can say. Linear in the formula.
 */
export function formulaAt(text: string, at: number): { readonly end: number; readonly parts: readonly Part[] } | null {
  const [whole, priced, bracketed] = matchAt(FORMULA, text, at) ?? [];
  const inside = priced ?? bracketed;
  if (whole === undefined || inside === undefined) return null;
  if ((priced === undefined || inside !== inside.trim()) && !MARKUP.test(inside)) return null;
  const from = at + (priced === undefined ? 2 : 1);
  const parts = partsOf(text, from, from + inside.length);
  return parts && parts.length > 0 ? { end: at + whole.length, parts } : null;
}
