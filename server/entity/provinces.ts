import { unitsOf } from '../text/chars';
import { inWhole, withNamesByPart, type Candidate } from './candidates';
import { entityNamed, type Names } from './names';

/** One-character names of provinces and the cities among them. */
const full: Readonly<Record<string, string>> = {
  京: '北京市', 津: '天津市', 沪: '上海市', 渝: '重庆市', 苏: '江苏省', 浙: '浙江省', 皖: '安徽省', 闽: '福建省', 赣: '江西省', 鲁: '山东省', 豫: '河南省', 鄂: '湖北省', 湘: '湖南省',
  粤: '广东省', 桂: '广西壮族自治区', 琼: '海南省', 川: '四川省', 黔: '贵州省', 滇: '云南省', 陕: '陕西省', 陇: '甘肃省', 冀: '河北省', 晋: '山西省', 辽: '辽宁省', 港: '香港特别行政区', 澳: '澳门特别行政区',
};
const short = Object.keys(full).join('');
const initials = unitsOf(short);
const moved = /(?<![存现实所内旨好])(?:进出|[在来赴进入出驻抵离返])$/;
const notAlone = new RegExp(`^[${short}口股币元剧菜味班江河湖]`);
const paired = new RegExp(`^[${short}]{2,4}(?=(?:两|三|四)地|省际|东西部|合作|协作|一体化|城市群|交界)`);

/**
 * Provinces written with one character, where the context leaves no doubt: 来川考察, 在京召开; several in a row (苏皖鲁豫省际) are one name.
 * Names of two characters and more are the automaton's work.
 */
export const provinceInitials = (text: string, names: Names): Candidate[] => inWhole(initialsByPart(text, names));

const initialsByPart = withNamesByPart(initialsIn);

function initialsIn(text: string, names: Names): Candidate[] {
  const found: Candidate[] = [];
  const add = (start: number, length: number): void => {
    const entity = entityNamed(names, 'place', full[text[start] as string] as string);
    if (entity) found.push({ start, end: start + length, form: text.slice(start, start + length), meanings: [entity], guarded: false });
  };
  let after = 0;
  for (let at = 0; at < text.length; at++) {
    if (initials[text.charCodeAt(at)] === 0) continue;
    if (moved.test(text.slice(Math.max(0, at - 3), at)) && !notAlone.test(text.slice(at + 1, at + 2))) add(at, 1);
    const row = at >= after && initials[text.charCodeAt(at + 1)] === 1 ? (paired.exec(text.slice(at, at + 8))?.[0].length ?? 0) : 0;
    if (row === 0) continue;
    add(at, row);
    after = at + row;
  }
  return found;
}
