import { readCircled, readHanNumber, readRoman } from '../text/numerals';
import { matchAt } from '../text/sticky';
import { opensWithUnit } from './units';

/**
 * The number at the front of a heading or list item. Two numbers of one `style` belong to the same kind of series;
 * what level that kind has is for the document to say, not for this module.
 */
export interface Numbering {
  /** For instance "第章", "一、", "（一）", "1.", "1、", "（1）", "1.1" (by depth), "①", "I.", "A.". */
  readonly style: string;
  /** As printed, without the punctuation that ends it. */
  readonly printed: string;
  readonly value: number;
  /** The numbers of a dotted number ("2.1.3" gives [2, 1, 3]); null for any other. */
  readonly path: readonly number[] | null;
  /** Characters taken, with the punctuation and spaces behind. */
  readonly length: number;
  /** True when only a space, or nothing, parts the number from the title, so that it may be a mere quantity. */
  readonly bare: boolean;
}

const HAN = '[一二三四五六七八九十百零〇两廿]';
// Every pattern is anchored (sticky) and its repetitions are bounded.
const ORDINAL = new RegExp(`第[ \\t\\u3000]?(${HAN}{1,7}|\\d{1,4})[ \\t\\u3000]?(分编|编|篇|部分|章|节|条|款|回|讲|课|期|卷|单元)(之${HAN}{1,3})?`, 'y');
const NAMED = new RegExp(`(附[ \\t\\u3000]?录|附件|附表|附|专栏|案例|专题)[ \\t\\u3000]?(${HAN}{1,3}|\\d{1,3}(?:-\\d{1,2})?|[A-Z])(?=[ \\t\\u3000：:、.．（(]|$)`, 'y');
const ENGLISH = /(Chapter|Part|Section|Appendix|CHAPTER|PART|SECTION|APPENDIX)[ \t.·]{0,2}(\d{1,3}|[IVX]{1,5}|[A-Z])(?![A-Za-z0-9])/y;
const DOTTED = /(\d{1,3}(?:\\?[.．]\d{1,3}){1,5})(?!\d)/y;
/** Of a section of an appendix: A.1, B.2.3. */
const LETTER_DOTTED = /([A-Z](?:\.\d{1,2}){1,3})(?=[ \t\u3000]{1,4}[\u4e00-\u9fff])/y;
/** As a sign on a key (1️⃣) as well. */
const ARABIC = /(\d{1,3})(?!\d)(?:\ufe0f?\u20e3)?/y;
const HAN_PLAIN = new RegExp(`(${HAN}{1,5})[ \\t\\u3000]?([、.．，])`, 'y');
/** Of a chapter of an official form: §1 重要提示. */
const SECTION_SIGN = /§[ \t]?(\d{1,2})(?![.\d])/y;
/** In thick brackets: 【一】融资. */
const THICK = new RegExp(`【[ \\t]?(${HAN}{1,3}|\\d{1,2})[ \\t]?】`, 'y');
/** Of a question: Q1：什么是双目录？ */
const QUESTION = /(?:Q|问题?)[ \t]?(\d{1,2}|[一二三四五六七八九十]{1,2})(?=[：:、.．])/y;
/** A Chinese number that only a space parts from a marked heading's title. */
const HAN_SPACED = new RegExp(`(${HAN}{1,3})(?=[ \\u3000])`, 'y');
/** The same of a whole line that can be a title, as yearbooks and blue books set it: 一 发展现状. */
const HAN_TITLED = new RegExp(`(${HAN}{1,3})[ \\u3000]{1,2}(?=[\\u4e00-\\u9fff“《](?:[^\\s。；：|｜]| (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) ){1,36}$)`, 'y');
const BRACKETED = new RegExp(`[（(][ \\t]?(${HAN}{1,5}|\\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])[ \\t]?[）)]`, 'y');
const HALF_BRACKETED = new RegExp(`(${HAN}{1,3}|\\d{1,3}|[a-zA-Z])[）)]`, 'y');
const LETTERED = /([A-Z]|[IVX]{1,6}|[ivx]{1,5}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])\\?([.．、])/y;
/** A Roman number of one character, which is nothing else. */
const ROMAN = /([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])(?=[ \t\u3000])/y;
/** Of points that are counted by what they are: 趋势一：, 建议2： */
const POINT = new RegExp(`(?:议题|任务|发现|趋势|建议|观点|结论|特征|挑战|机遇|亮点|主线|路径|维度|启示)[ \\t\\u3000]?(${HAN}{1,3}|\\d{1,2})(?=[：:])`, 'y');
const STEP = new RegExp(`(?:Step|STEP|步骤|阶段)[ \\t]?(${HAN}{1,3}|\\d{1,2})(?=[ \\t\\u3000：:、.．]|$)`, 'y');

/** Characters of separators and spaces at `at`, at most one mark among them. */
function separatorAt(text: string, at: number, marks: string): { end: number; mark: string } {
  let end = at;
  let mark = '';
  for (;;) {
    const c = text.charAt(end);
    if (c === ' ' || c === '\t' || c === '\u3000' || c === '\u00a0') end++;
    else if (c === '\\' && mark === '' && marks.includes(text.charAt(end + 1)) && text.charAt(end + 1) !== '') end++;
    else if (mark === '' && c !== '' && marks.includes(c)) {
      mark = c;
      end++;
    } else return { end, mark };
  }
}

function plainValue(text: string): number {
  return /^\d/.test(text) ? Number(text) : (readHanNumber(text) ?? readRoman(text) ?? text.charCodeAt(0));
}

function scriptOf(text: string): string {
  const code = text.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return '1';
  if (code > 0x2fff) return '一';
  if (code >= 0x2160 && code <= 0x217f) return 'I';
  if (readRoman(text) !== null && (text.length > 1 || /[IVX]/.test(text))) return 'I';
  return code >= 0x61 ? 'a' : 'A';
}

function build(text: string, from: number, style: string, printed: string, value: number, end: number, marks: string, path: readonly number[] | null = null): Numbering {
  const separator = separatorAt(text, end, marks);
  return { style, printed, value, path, length: separator.end - from, bare: separator.mark === '' && marks !== '' };
}

/** First characters of all that may be a number, beside the ten digits and the Latin letters. */
const OPENERS = new Set('第一二三四五六七八九十百零〇两廿附专案步阶问议任发趋建观结特挑机亮主路维启（(【§'.split('').map((c) => c.charCodeAt(0)));

function mayOpen(code: number): boolean {
  return code < 0x80 ? /[0-9A-Za-z(]/.test(String.fromCharCode(code)) : OPENERS.has(code) || (code >= 0x2160 && code <= 0x217b) || readCircled(code) !== null;
}

/** What goes on a number that counts something, 五大 or 3章, beside units: it heads nothing. */
const COUNTED = /^[大强章节部]/;

function titledHan(text: string, from: number): RegExpExecArray | null {
  const found = matchAt(HAN_TITLED, text, from);
  return found === null || opensWithUnit(text.slice(from + found[0].length, from + found[0].length + 2)) ? null : found;
}

/**
 * The number that `text` opens with at `from`, or null. In a `marked` heading nothing need part it from the title:
 * "# 1材料与方法". Constant time.
 */
export function numberingAt(text: string, from: number, marked = false): Numbering | null {
  const code = text.charCodeAt(from);
  if (!mayOpen(code)) return null;
  const ordinal = code === 0x7b2c ? matchAt(ORDINAL, text, from) : null;
  if (ordinal !== null) {
    const printed = ordinal[0].replace(/[ \t\u3000]/g, '');
    return build(text, from, `第${ordinal[2] as string}`, printed, plainValue(ordinal[1] as string), from + ordinal[0].length, '：:、.．');
  }
  const circled = readCircled(code);
  if (circled !== null) return build(text, from, code < 0x2474 ? '①' : '⑴', text.charAt(from), circled, from + 1, '');
  const named = matchAt(NAMED, text, from) ?? matchAt(STEP, text, from) ?? matchAt(POINT, text, from);
  if (named !== null) {
    const number = (named[2] ?? named[1]) as string;
    const printed = named[0].replace(/^附[ \t\u3000]+/, '附').trim();
    return build(text, from, printed.slice(0, 2), printed, plainValue(number.replace(/^.*-/, '')), from + named[0].length, '：:、.．');
  }
  const english = matchAt(ENGLISH, text, from);
  if (english !== null) return build(text, from, (english[1] as string).toLowerCase(), english[0], plainValue(english[2] as string), from + english[0].length, '：:.—-');
  const dotted = matchAt(DOTTED, text, from);
  if (dotted !== null) {
    const printed = (dotted[1] as string).replace(/\\/g, '').replace(/．/g, '.');
    const path = printed.split('.').map(Number);
    const numbering = build(text, from, `1.1/${path.length}`, printed, path[path.length - 1] as number, from + dotted[0].length, '.．、：:', path);
    return { ...numbering, bare: true };
  }
  const sign = matchAt(SECTION_SIGN, text, from);
  if (sign !== null) return build(text, from, '§', sign[0].replace(/\s/g, ''), Number(sign[1]), from + sign[0].length, '');
  const thick = matchAt(THICK, text, from);
  if (thick !== null) return build(text, from, '【一】', thick[0].replace(/[ \t]/g, ''), plainValue(thick[1] as string), from + thick[0].length, '');
  const question = matchAt(QUESTION, text, from);
  if (question !== null) return build(text, from, 'Q1', question[0], plainValue(question[1] as string), from + question[0].length, '：:、.．');
  const bracketed = matchAt(BRACKETED, text, from);
  if (bracketed !== null) {
    const printed = bracketed[0].replace(/[ \t]/g, '');
    const inner = bracketed[1] as string;
    return { ...build(text, from, `（${scriptOf(inner)}）`, printed, plainValue(inner), from + bracketed[0].length, '、'), bare: false };
  }
  const half = matchAt(HALF_BRACKETED, text, from);
  if (half !== null) return build(text, from, `${scriptOf(half[1] as string)}）`, half[1] as string, plainValue(half[1] as string), from + half[0].length, '');
  const han = matchAt(HAN_PLAIN, text, from);
  if (han !== null && han[2] !== '，') return build(text, from, `一${han[2] === '．' ? '.' : (han[2] as string)}`, han[1] as string, plainValue(han[1] as string), from + han[0].length, '');
  const spacedHan = marked ? matchAt(HAN_SPACED, text, from) : titledHan(text, from);
  if (spacedHan !== null) {
    const printed = spacedHan[1] as string;
    return { ...build(text, from, '一、', printed, plainValue(printed), from + printed.length, ''), bare: !marked };
  }
  const arabic = matchAt(ARABIC, text, from);
  if (arabic !== null) {
    const end = from + arabic[0].length;
    const separator = separatorAt(text, end, marked ? '.．、：:|｜丨' : '.．、：:');
    const mark = separator.mark === '．' ? '.' : separator.mark === ':' ? '：' : separator.mark;
    if (separator.end === end && end < text.length && !(marked && /^[\u4e00-\u9fff]/.test(text.slice(end, end + 1)) && !COUNTED.test(text.charAt(end)) && !opensWithUnit(text.slice(end, end + 2)))) return null;
    return build(text, from, `1${/[|｜丨]/.test(mark) ? '|' : mark}`, arabic[1] as string, Number(arabic[1]), end, marked ? '.．、：:|｜丨' : '.．、：:');
  }
  const inAppendix = matchAt(LETTER_DOTTED, text, from);
  if (inAppendix !== null) {
    const parts = inAppendix[0].split('.');
    return build(text, from, `A.1/${parts.length}`, inAppendix[0], Number(parts.at(-1)), from + inAppendix[0].length, '');
  }
  const roman = matchAt(ROMAN, text, from);
  if (roman !== null) return build(text, from, 'I.', roman[1] as string, readRoman(roman[1] as string) ?? 1, from + 1, '');
  const lettered = matchAt(LETTERED, text, from);
  if (lettered !== null) {
    const next = text.charAt(from + lettered[0].length);
    if (/[A-Za-z0-9.]/.test(next)) return null;
    const letter = lettered[1] as string;
    return build(text, from, `${scriptOf(letter)}.`, letter, scriptOf(letter) === 'I' ? (readRoman(letter) ?? 1) : letter.charCodeAt(0) - 64, from + lettered[0].length, '');
  }
  return null;
}
