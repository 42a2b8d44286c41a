import { toSource } from '../../text/logical';
import { message } from '../message';
import type { Problem, TextContext } from '../model';

const pattern = /(?:从|由)[^，。；\d]{0,12}第[ \u3000]?(\d{1,3})[ \u3000]?(?:位|名)[^，。；\d]{0,8}(?:至|到|为)[^，。；\d]{0,8}第[ \u3000]?(\d{1,3})[ \u3000]?(?:位|名)[，,（(][ \u3000]?(?:较[^，。；\d]{1,6})?(?:前移|上升|提升|前进|跃升|上移|提高|进位|后移|下降|下滑|下移|后退)(?:了)?[ \u3000]?(\d{1,3})[ \u3000]?(?:个)?(?:位次|位|名)/gu;

/** "由第 21 位上升至第 15 位，前移 8 位": places that the ranks do not lie apart. */
export function ranks({ report: { logical } }: TextContext): Problem[] {
  return [...logical.text.matchAll(pattern)].flatMap((match): Problem[] => {
    const [before, after, said] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (Math.abs(before - after) === said) return [];
    const [more, less] = before > after ? [before, after] : [after, before];
    return [{
      span: { start: toSource(logical, match.index), end: toSource(logical, match.index + match[0].length - 1) + 1 },
      message: message('{0} − {1} = {2}, not {3}.', more, less, more - less, said),
    }];
  });
}
