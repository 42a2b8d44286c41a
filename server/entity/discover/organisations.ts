import { scan, buildAutomaton, type Automaton } from '../automaton';
import type { Segmenter } from '../segmenter';
import { hardStop, nameTokens, tokensBefore, type KnownEnds, type Token } from './edge';
import type { Found } from './found';
import { anchorWords, genericWords, suffixes, type Suffix } from './suffixes';

let automaton: Automaton | null = null;

/**
 * Names that end in a telling word (…有限公司, …医院, …条例, …水电站). The right end is the suffix, the left
 * edge is found by segmentation. `known` holds the names already known, by their ends.
 */
export function suffixedNames(text: string, known: KnownEnds, segmenter: Segmenter): (Found & { readonly end: number })[] {
  automaton ??= buildAutomaton(suffixes.map((suffix) => suffix.text));
  const found = new Map<string, Found & { readonly end: number }>();
  for (const [end, { start, suffix }] of longestBySpan(scan(automaton, text))) {
    if (known.has(end) && (known.get(end)?.start ?? 0) < start) continue;
    const from = hardStop(text, start);
    if (from === start) continue;
    const tokens = tokensBefore(text, from, start, known, segmenter);
    const used = tokens.slice(0, nameTokens(tokens));
    if (!accepted(used, suffix, text, end)) continue;
    const first = used[used.length - 1] as Token;
    const name = text.slice(first.start, end);
    if (name.length > 40) continue;
    found.set(`${end}`, { name, type: suffix.type, strong: isStrong(suffix, name), end });
  }
  return [...found.values()];
}

const isStrong = (suffix: Suffix, name: string): boolean => !suffix.weak && name.length >= 6 && suffix.type !== 'document';

/** Per end offset the longest suffix; suffixes inside a longer one are left out. */
function longestBySpan(hits: readonly number[]): Map<number, { start: number; suffix: Suffix }> {
  const byEnd = new Map<number, { start: number; suffix: Suffix }>();
  for (let i = 0; i < hits.length; i += 3) {
    const start = hits[i] as number;
    const end = hits[i + 1] as number;
    if (!byEnd.has(end)) byEnd.set(end, { start, suffix: suffixes[hits[i + 2] as number] as Suffix });
  }
  return byEnd;
}

function accepted(used: readonly Token[], suffix: Suffix, text: string, end: number): boolean {
  if (used.length === 0) return false;
  if (continuesRight(suffix, text, end)) return false;
  const first = used[used.length - 1] as Token;
  const anchored = first.type !== null || anchorWords.has(first.text) || /^[“A-Z]/.test(first.text);
  if (suffix.weak) return anchored && (used.length > 1 || (first.type !== null && first.type !== 'place') || suffix.type === 'place' || suffix.type === 'agency');
  const specific = used.some((token) => (token.type !== null && token.text !== '中国') || !genericWords.has(token.text));
  return specific;
}

/** The suffix is only the beginning of a longer word: 法 in 法律, 局 in 局面. */
function continuesRight(suffix: Suffix, text: string, end: number): boolean {
  const next = text[end] ?? '';
  if (suffix.text.length > 1) return false;
  return /[院律规人定制官庭案面部势长限地区网站线上下中内外的化级型类工业理事会品子市民政府港口海湖西东南北]/.test(next);
}
