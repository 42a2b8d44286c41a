import { matchAt } from '../../text/sticky';
import type { Candidate } from '../candidates';
import type { Segmenter } from '../segmenter';
import type { Found } from './found';
import { isTerm } from './latin';
import { stopWords } from './words';

/** What a place may be called with: 贡嘎 + 山, 海门 + 镇. */
const features = new Set('山湖河江镇乡旗峰岛');
/** Countries and provinces are called with none. */
const vast = /^(?:中国|[\u4e00-\u9fff]{2,3}(?:省|国|洲)|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|美国|日本|英国|法国|德国|欧洲|亚洲|非洲|北美)$/;
/** Where the branch of a firm sits that is called by it. */
const branches = /^(?:中国|香港|美国|日本|印度|印尼|越南|泰国|德国|巴西|墨西哥|新加坡|马来西亚|澳大利亚|加拿大|英国|法国|韩国)$/;
/** A model right behind its maker's name in Han characters: letters and digits, or a word of letters, and its version. */
const models = /(?<=[\u4e00-\u9fff])(?:[A-Z][A-Za-z]{0,8}-?[0-9]{1,4}[A-Za-z]{0,3}\+?|[A-Z][a-z]{3,9})(?: [A-Z]?[0-9]{1,3}(?:\.[0-9])?(?![0-9年月日%])| (?:Pro|Max|Plus|Ultra|Mini))?(?![A-Za-z0-9.-])(?!股|[\u4e00-\u9fff]{0,2}(?:抑制剂|激动剂|靶点|受体|抗体|单抗|基因|突变))/y;
const firmAfter = /^(?:[，。；：、！？\n（()）\s|]|$|宣布|总裁|董事|副总裁|首席|CEO)/;

/** Known names that go on: places with what they are (贡嘎山), firms with the country of a branch (江城咖啡中国), its place in brackets (汇丰（香港）) or a model of theirs (洋河M6+). */
export function longerNames(text: string, known: readonly Candidate[], segmenter: Segmenter): Found[] {
  return known.flatMap((candidate, at): Found[] => {
    const { start, end } = candidate;
    const type = candidate.meanings[0]?.type;
    const to = (last: number, kind: 'place' | 'company'): Found[] => [{ name: text.slice(start, last), type: kind, strong: false }];
    if (type === 'place') {
      const isFeature = features.has(text[end] ?? '') && !vast.test(text.slice(start, end)) && !/[省市县区镇乡旗山湖河江岛州]$/.test(text.slice(start, end));
      return isFeature && segmenter.words(text.slice(end, end + 4))[0] === text[end] ? to(end + 1, 'place') : [];
    }
    if (type !== 'company') return [];
    const model = matchAt(models, text, end)?.[0] ?? '';
    // A medicine's code stands for itself.
    if (model !== '' && !isTerm(model) && !/[药医]|生物|基因/.test(text.slice(start, end))) return [{ name: text.slice(start, end + model.length), type: 'product', strong: false }];
    const next = known[at + 1];
    if (next?.meanings[0]?.type !== 'place') return [];
    if (next.start === end + 1 && /[（(]/.test(text[end] as string) && /[）)]/.test(text[next.end] ?? '')) return to(next.end + 1, 'company');
    const after = text.slice(next.end, next.end + 4);
    const closes = firmAfter.test(after) || stopWords.has(segmenter.words(after)[0] ?? '');
    return next.start === end && branches.test(text.slice(next.start, next.end)) && closes ? to(next.end, 'company') : [];
  });
}
