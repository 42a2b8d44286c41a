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

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The number sign ① to ⑳; undefined for others. */
const circled = (number: number): string | undefined => (number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : undefined);

/** How text[from..to), the inside of a formula, reads; null where it is more than figures, units and signs. */
function partsOf(text: string, from: number, to: number): Part[] | null {
  const parts: Part[] = [];
  const draw = (start: number, end: number, drawn: string): void => void parts.push({ start, end, drawn });
  for (let at = from; at < to; ) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if (/[\s{}]/.test(character)) {
      at++;
    } else if (character === '~') {
      // A tie, but between figures what conversions make of "to".
      if (isDigit(text.slice(from, at).trimEnd().slice(-1)) && isDigit(text.slice(at + 1, to).trimStart().charAt(0))) parts.push({ start: at, end: at + 1 });
      at++;
    } else if (character === '\\' && /[%$&#_]/.test(next)) {
      parts.push({ start: at + 1, end: at + 2 });
      at += 2;
    } else if (character === '\\' && /[,;:!\s]/.test(next)) {
      at += 2;
    } else if (character === '\\') {
      const written = matchAt(TEXT, text, at);
      const sign = matchAt(CIRCLED, text, at);
      const [command = '', name = ''] = matchAt(COMMAND, text, at) ?? [];
      const drawn = sign ? circled(Number(sign[1])) : DRAWN[name];
      const whole = (written ?? sign)?.[0] ?? command;
      if (written) parts.push({ start: at + whole.indexOf('{') + 1, end: at + whole.length - 1 });
      else if (drawn !== undefined) draw(at, at + whole.length, drawn);
      else if (!SILENT.has(name)) return null;
      at += whole.length;
    } else if (character === '^') {
      const degree = matchAt(DEGREE, text, at);
      const raised = matchAt(RAISED, text, at);
      const mark = matchAt(RAISED_MARK, text, at);
      if (degree) draw(at, at + degree[0].length, '°');
      else if (raised) {
        for (let digit = at; digit < at + raised[0].length; digit++) if (isDigit(text.charAt(digit))) draw(digit, digit + 1, SUPERSCRIPTS.charAt(Number(text.charAt(digit))));
      } else if (!mark) return null;
      at += (degree ?? raised ?? mark)?.[0].length ?? 1;
    } else if (character === '_') {
      const lowered = matchAt(LOWERED, text, at);
      if (!lowered) return null;
      at += lowered[0].length;
    } else if (PLAIN.test(character)) {
      parts.push({ start: at, end: at + 1 });
      at++;
    } else return null;
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
