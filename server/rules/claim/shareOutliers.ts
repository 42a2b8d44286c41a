import { rounding } from '../../claim/compare';
import type { Quantity } from '../../claim/model';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { gridsOf, type Grid } from '../structure/rows';
import { cellSpan, halfDigit, numberIn } from './cells';
import { isExact, plain, printed, spanIn } from './figures';

/** Pairs of a value and its share of one whole, of which all but one must agree on that whole. */
const fewest = 3;
/** Sentences of one paragraph are read together as long as their pairs follow each other. */
const shareWord = /^[，,（(]?[ \u3000]*(?:[^，。；、\d]{0,8}的)?(?:占比|占|比重|比例)[^，。；、\d]{0,14}$/u;
const shareTitle = /占比|比例|比重|份额|构成/u;
const notParts = /增|降|率|同比|变化|完成|覆盖/u;

/** What the shares of a column add up to at least, and beyond the whole at most; how far apart they lie. */
const leastSum = 40;
const most = 30;
const spread = 1.5;

interface Pair {
  readonly value: number;
  /** Half a printed digit of the value, and of the share. */
  readonly half: number;
  readonly share: number;
  readonly shareHalf: number;
}

/** The wholes that a pair allows; a digit of the share more, for values that were rounded before. */
function wholes({ value, half, share, shareHalf }: Pair): [number, number] {
  return [((value - half) * 100) / (share + 2 * shareHalf), ((value + half) * 100) / Math.max(share - 2 * shareHalf, Number.EPSILON)];
}

/** The one pair that disagrees with all the others, which agree with each other; -1 where there is none. */
function outlier(pairs: readonly Pair[]): { at: number; whole: number } | null {
  if (pairs.length < fewest) return null;
  const found = pairs.map((_, at) => {
    const others = pairs.filter((__, i) => i !== at).map(wholes);
    const low = Math.max(...others.map(w => w[0]));
    const high = Math.min(...others.map(w => w[1]));
    const [least, most] = wholes(pairs[at] as Pair);
    return low <= high && (most < low || least > high) ? { at, whole: (low + high) / 2 } : null;
  }).filter(one => one !== null);
  return found.length === 1 ? found[0] ?? null : null;
}

interface Told { readonly sentence: Sentence; readonly part: Quantity; readonly rate: Quantity; readonly pair: Pair }

/** Runs of pairs "收入 4.1 亿元，占比 47.7%" in one paragraph, of one unit. */
function runsOf(sentences: readonly Sentence[]): Told[][] {
  const runs: Told[][] = [];
  let paragraph = -1;
  for (const sentence of sentences) {
    const { quantities, text } = sentence;
    quantities.forEach((rate, i) => {
      const part = quantities[i - 1];
      if (part === undefined || rate.unit !== '%' || part.unit === '%' || part.unit === '' || !isExact(part) || !isExact(rate) || rate.value <= 0) return;
      if (!shareWord.test(text.slice(part.span.end, rate.span.start))) return;
      const told = { sentence, part, rate, pair: { value: part.value, half: rounding(part), share: rate.value, shareHalf: rounding(rate) } };
      const run = runs.at(-1);
      const before = run?.at(-1);
      if (run !== undefined && before !== undefined && paragraph === sentence.paragraph && canonicalUnit(before.part.unit) === canonicalUnit(part.unit)) run.push(told);
      else runs.push([told]);
      paragraph = sentence.paragraph;
    });
  }
  return runs;
}

function inText({ report }: TextContext): Problem[] {
  return runsOf(figureSentences(report).filter(s => s.kind !== 'table')).flatMap((run): Problem[] => {
    const odd = outlier(run.map(told => told.pair));
    const told = odd === null ? undefined : run[odd.at];
    if (odd === null || told === undefined) return [];
    const { sentence, part, rate, pair } = told;
    return [{
      span: spanIn(report, sentence, part.span.start, rate.span.end),
      message: message('{0} is {1} % of the whole that the other shares here follow from, not {2}.', printed(sentence, part), plain((pair.value / odd.whole) * 100), printed(sentence, rate)),
    }];
  });
}

function inTable(grid: Grid): Problem[] {
  return grid.header.flatMap((title, column): Problem[] => {
    if (column < 2 || !shareTitle.test(title) || notParts.test(title)) return [];
    // The value stands in the column before its share.
    const rows = grid.rows.flatMap((row, r) => {
      const [value, share] = [numberIn(row[column - 1] ?? ''), numberIn(row[column] ?? '')];
      if (value === null || share === null || value.percent || share.value <= 0 || value.value <= 0) return [];
      return [{ r, text: value.text, rate: share.text, pair: { value: value.value, half: halfDigit(value), share: share.value, shareHalf: halfDigit(share) } }];
    });
    const shares = rows.filter(({ pair, rate }) => pair.share < 100 && rate !== '').map(row => row.pair.share);
    const sum = shares.reduce((total, s) => total + s, 0);
    // Shares of one whole: not of another in each row, and not all alike.
    if (sum < leastSum || sum > 100 + most || Math.max(...shares) < Math.min(...shares) * spread) return [];
    const odd = outlier(rows.map(row => row.pair));
    const row = odd === null ? undefined : rows[odd.at];
    if (odd === null || row === undefined) return [];
    return [{
      span: cellSpan(grid, row.r, column),
      message: message('{0} is {1} % of the whole that the other shares here follow from, not {2}.', row.text, plain((row.pair.value / odd.whole) * 100), row.rate),
    }];
  });
}

/** The one share that does not follow from the whole which the shares beside it have in common. */
export function shareOutliers(context: TextContext): Problem[] {
  return [...inText(context), ...gridsOf(context.report).flatMap(inTable)];
}
