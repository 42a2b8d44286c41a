import { matchAt } from '../../text/sticky';
import type { Candidate } from '../candidates';
import type { EntityType } from '../model';
import type { Segmenter } from '../segmenter';
import type { Found } from './found';
import { isTerm } from './latin';
import { provinceNames } from './provinces';
import { stopWords } from './words';

/** What a place may be called with: 贡嘎 + 山, 海门 + 镇. */
const features = new Set('山湖河江镇乡旗峰岛');
/** Countries and provinces are called with none. */
const vast = new RegExp(`^(?:中国|[\u4e00-\u9fff]{2,3}(?:省|国|洲)|${provinceNames}|美国|日本|英国|法国|德国|欧洲|亚洲|非洲|北美)$`);
/** Where the branch of a firm sits that is called by it. */
const branches = /^(?:中国|香港|美国|日本|印度|印尼|越南|泰国|德国|巴西|墨西哥|新加坡|马来西亚|澳大利亚|加拿大|英国|法国|韩国)$/;
/** A model right behind its maker's name in Han characters: letters and digits, or a word of letters, and its version. */
const models = /(?<=[\u4e00-\u9fff])(?:[A-Z][A-Za-z]{0,8}-?[0-9]{1,4}[A-Za-z]{0,3}\+?|[A-Z][a-z]{3,9})(?: (?:[A-Z][0-9]{1,3}|[0-9]{1,2}\.[0-9])(?![0-9年月日%])| (?:Pro|Max|Plus|Ultra|Mini))?(?![A-Za-z0-9.-])(?!股|[\u4e00-\u9fff]{0,2}(?:抑制剂|激动剂|靶点|受体|抗体|单抗|基因|突变))/y;
/** A part of an office or institute, right behind its name: 国家电网 + 华东分部, 工研院 + 南分院. */
const parts = /[\u4e00-\u9fff]{1,10}?(?:研究所|研究院|研究中心|医管中心|管理中心|中心|分院|分部|分局|分校|总队|工委|民宗委|[人产发规财法政信科教综社外投环建].司|(?<![部签])署|(?<![到此好何])处)/y;
const partHead = /^(?:主任|所长|院长|处长|司长|署长|局长|研究员|专家|负责)/;
const firmHead = /^(?:宣布|总裁|董事|副总裁|首席|CEO)/;
const ends = /^(?:[，。；：、！？\n（()）\s|”]|$)/;

/** Known names that go on: places with what they are (贡嘎山), offices with a part of theirs, firms with a branch, a place in brackets or a model. */
export function longerNames(text: string, known: readonly Candidate[], segmenter: Segmenter): Found[] {
  return known.flatMap((candidate, at): Found[] => {
    const type = candidate.meanings[0]?.type;
    if (type === 'place') return placeWithFeature(text, candidate, segmenter);
    if (type === 'agency' || type === 'academic') return officeWithPart(text, candidate, type, segmenter);
    if (type === 'product') return productWithVersion(text, candidate);
    return type === 'company' ? firmWithMore(text, candidate, known[at + 1], segmenter) : [];
  });
}

/** The rest of a model's name, not the number of a note behind it: GLM-4.5 + -Air, Claude + Haiku 4.5, 豆包1.6 + lite. */
const versions = /(?:-[A-Z0-9][A-Za-z0-9]{0,10}(?:\.[0-9]{1,2})?|(?: (?:Pro|Max|Plus|Ultra|Mini|Lite|lite|Turbo|Air|Studio|Code|Flash|Preview|Enterprise|Maverick|Scout|Haiku|Sonnet|Opus)| ?(?:[VS][0-9]{1,2}|[VS]?[0-9]{1,2}\.[0-9]{1,2})(?![0-9.]|[ \u3000]?[年月日%％亿万个款家倍层号元次项名]))){1,3}(?![A-Za-z0-9])/y;

function productWithVersion(text: string, { start, end }: Candidate): Found[] {
  const version = /[A-Za-z0-9.]$/.test(text.slice(start, end)) ? (matchAt(versions, text, end)?.[0] ?? '') : '';
  return version === '' ? [] : named(text, start, end + version.length, 'product');
}

const named = (text: string, start: number, end: number, type: EntityType): Found[] => [{ name: text.slice(start, end), type, strong: false }];

function placeWithFeature(text: string, { start, end }: Candidate, segmenter: Segmenter): Found[] {
  const place = text.slice(start, end);
  const isFeature = features.has(text[end] ?? '') && !vast.test(place) && !/[省市县区镇乡旗山湖河江岛州]$/.test(place);
  return isFeature && segmenter.words(text.slice(end, end + 4))[0] === text[end] ? named(text, start, end + 1, 'place') : [];
}

function officeWithPart(text: string, { start, end }: Candidate, type: EntityType, segmenter: Segmenter): Found[] {
  const part = matchAt(parts, text, end)?.[0] ?? '';
  if (part === '' || segmenter.words(part).some((word) => stopWords.has(word))) return [];
  const after = text.slice(end + part.length, end + part.length + 4);
  const closes = ends.test(after) || partHead.test(after) || stopWords.has(segmenter.words(after)[0] ?? '');
  return closes ? named(text, start, end + part.length, /(?:研究所|研究院|研究中心|分院)$/.test(part) ? 'academic' : type) : [];
}

function firmWithMore(text: string, { start, end }: Candidate, next: Candidate | undefined, segmenter: Segmenter): Found[] {
  const model = matchAt(models, text, end)?.[0] ?? '';
  // A medicine's code stands for itself.
  if (model !== '' && !isTerm(model) && !/[药医]|生物|基因/.test(text.slice(start, end))) return named(text, start, end + model.length, 'product');
  if (next?.meanings[0]?.type !== 'place') return [];
  if (next.start === end + 1 && /[（(]/.test(text[end] as string) && /[）)]/.test(text[next.end] ?? '')) return named(text, start, next.end + 1, 'company');
  const after = text.slice(next.end, next.end + 4);
  const closes = ends.test(after) || firmHead.test(after) || stopWords.has(segmenter.words(after)[0] ?? '');
  return next.start === end && branches.test(text.slice(next.start, next.end)) && closes ? named(text, start, next.end, 'company') : [];
}
