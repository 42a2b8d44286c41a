import { readQuantities } from '../../claim/quantity';
import { toSource } from '../../text/logical';
import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { plain } from './figures';

const pattern = /(?:总股本|股本)[^。；\d]{0,14}([\d,.]+[ \u3000]?(?:万|亿)?)[ \u3000]?股[^。；]{0,30}?每[ \u3000]?(10|1)?[ \u3000]?股派[^。；\d]{0,16}(\d+(?:\.\d+)?)[ \u3000]?元[^。；\d]{0,24}(?:共计|合计|总计|共)[^。；\d]{0,12}([\d,.]+[ \u3000]?(?:万|亿)?)[ \u3000]?元/gu;

/** "以总股本 16,000 万股为基数，每 10 股派 2.5 元，共计派发 4,800 万元": a sum that its factors do not give. */
export function dividends({ report: { logical } }: TextContext): Problem[] {
  return [...logical.text.matchAll(pattern)].flatMap((match): Problem[] => {
    const [, shares = '', per, each = '', paid = ''] = match;
    const [count, sum] = [readQuantities(`${shares}股`)[0], readQuantities(`${paid}元`)[0]];
    if (count === undefined || sum === undefined) return [];
    const value = (count.value / Number(per ?? 1)) * Number(each);
    const half = 0.5 * 10 ** -sum.decimals * sum.scale + 0.5 * 10 ** -count.decimals * count.scale * (Number(each) / Number(per ?? 1));
    if (Math.abs(value - sum.value) <= 2 * half + 1e-6) return [];
    return [{
      span: { start: toSource(logical, match.index), end: toSource(logical, match.index + match[0].length - 1) + 1 },
      message: message('{0} 股 / {1} × {2} 元 = {3} 万元, not {4} 元.', shares.trim(), per ?? 1, each, plain(value / 1e4), paid.trim()),
    }];
  });
}
