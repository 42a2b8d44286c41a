import { matchAt } from '../../text/sticky';
import type { EntityType } from '../model';
import type { Found } from './found';

const shortForm = /[（(]\s{0,2}(?:以下|下文|下|本文)?\s{0,2}(?:统|合)?(?:简称|称为|称|简写为)\s{0,2}[：:为]?\s{0,2}([“"「《]?[^（）()\n，。；]{2,40}[”"」》]?)[）)]/y;
const notNames = /^(?:公司|本公司|集团|本集团|我们|发行人|上市公司|标的公司|目标公司|甲方|乙方|丙方|双方|本行|本基金|该公司|报告期|报告期内|元|万元|亿元|证券|股份|股东|债券|本报告|本规划|本条例|本办法|本次|年报|董事会|监事会|股东大会|管理人|托管人|章程|公司章程)$/;

/** Parties and kinds of things that contracts and laws call by a short form. */
const roles = /(?:人|部门|方|者|机构|单位|企业|产品|药品|器械|事项|活动|费用|资金|工作)$/;

/** Whether a word is what a document calls its parties and things, and nobody's name. */
export const isRole = (word: string): boolean => notNames.test(word) || roles.test(word);

/** An introduced short form: where its bracket opens, and the form without quotation marks. */
export interface ShortForm {
  readonly open: number;
  readonly end: number;
  readonly forms: readonly string[];
}

/** “（以下简称‘X’）”, （下称X或Y） in text order; words such as 公司 and 本集团 are no names. Linear. */
export function shortForms(text: string): ShortForm[] {
  const found: ShortForm[] = [];
  for (let open = nextBracket(text, 0); open >= 0; open = nextBracket(text, open + 1)) {
    const match = matchAt(shortForm, text, open);
    if (!match) continue;
    const forms = (match[1] as string).split(/[”"」》]?(?:或|、|，|和)[“"「《]?/).map((form) => form.replace(/[“”"「」《》\s]/g, '')).filter((form) => form.length >= 2 && form.length <= 24 && !isRole(form));
    if (forms.length > 0) found.push({ open, end: open + match[0].length, forms });
  }
  return found;
}

const quotedForm = /[（(]\s?[“「『][^“”「」『』（）()\n]{2,24}[”」』][^（）()\n]{0,40}[）)]/g;

/** Forms that stand in quotation marks in a bracket, with nothing said of them: （「X」）, （“X”或“本公司”）. Linear. */
export function quotedForms(text: string): Pick<ShortForm, 'open' | 'forms'>[] {
  return [...text.matchAll(quotedForm)].map((match) => ({
    open: match.index,
    forms: [...match[0].matchAll(/[“「『]([^”」』]{2,24})[”」』]/g)].map(([, form]) => form as string).filter((form) => !isRole(form)),
  }));
}

/** Opening bracket that stands before 以, 下, 简, 统, 本 or 称, so that ordinary brackets cost nothing. */
function nextBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if ((c === 0xff08 || c === 0x28) && /[以下简统合本称]/.test(text[at + 1] ?? '')) return at;
  }
  return -1;
}

const codes =
  /[（(]\s?(?:股票代码|证券代码|股份代号|股份代码|代码|A股|H股|港股|美股|NASDAQ|NYSE|HKEX|HK|SH|SZ|纳斯达克|纽交所|港交所|上交所|深交所)?\s?[：:.]?\s?([0-9]{4,6}\s?\.?\s?(?:HK|SH|SZ|BJ|OC|NQ)?|[A-Z]{1,5}\.?(?:US|N|O)?|(?:SH|SZ|HK)[0-9]{4,6})(?:[、/，,；;\s]{1,2}[0-9A-Z.]{4,12}){0,3}\s?[）)]/iy;

/** Six digits as the exchanges of Shanghai, Shenzhen and Beijing give them out. */
const listedCode = /^(?:00[0-3]|30[01]|60[0135]|68[89]|83|87|92)[0-9]{3,4}$/;

/** A stock code in brackets and the offset where its bracket opens. */
export interface StockCode {
  readonly open: number;
  readonly code: string;
}

/** Stock codes in brackets after a name: （02158.HK）, （股票代码：600267）, （NASDAQ: BIDU）. Bare numbers need four to six digits. */
export function stockCodes(text: string): StockCode[] {
  const found: StockCode[] = [];
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c !== 0xff08 && c !== 0x28) continue;
    const match = matchAt(codes, text, at);
    if (!match) continue;
    const code = (match[1] as string).replace(/\s/g, '').toUpperCase();
    const exchanged = /\.?(?:HK|SH|SZ|BJ|US|OC|NQ|N|O)$/.test(code) && /[0-9]|\./.test(code);
    const labelled = /代码|代号|NASDAQ|NYSE|纳斯达克|纽交所|港交所|股/i.test(match[0]);
    const isYear = /^(?:19|20)[0-9]{2}$/.test(code);
    if ((exchanged || labelled || listedCode.test(code)) && !isYear) found.push({ open: at, code });
  }
  return found;
}

/** A row of a 释义 table, and what it may say of the name besides: 霁川有限 指 江城霁川科技有限公司，系公司前身. */
const definitionRow = /^\s*([^\s，。；：]{2,40}?)\s*(?:\t|\s|\|)\s*指\s*(?:\t|\s|\|)\s*([^，。；]{2,60}?)\s*(?:(?:[，；]|及其).*)?\|?\s*$/;

/** Rows “A、B 指 C” of a 释义 table: each left name is another name of the right one. */
export function definitionRows(text: string, typeOf: (name: string) => EntityType | null): Found[] {
  const found: Found[] = [];
  for (const line of text.split('\n')) {
    if (line.length > 160) continue;
    const match = definitionRow.exec(line);
    if (!match) continue;
    const full = (match[2] as string).replace(/\s+/g, '');
    const type = typeOf(full);
    if (type === null) continue;
    found.push({ name: full, type, strong: full.length >= 6 });
    for (const form of (match[1] as string).split(/[、/，]/)) {
      if (form.length >= 2 && !isRole(form)) found.push({ name: form, type, strong: false, aliasOf: full });
    }
  }
  return found;
}
