import type { KnownEnds } from './edge';
import type { Found } from './found';
import { provinceNames } from './provinces';

const number = '[一二三四五六七八九十]{1,3}';
/** Whose committee meets: 中共浙江, 江苏. */
const committees = new RegExp(`(?:中共[\\u4e00-\\u9fff]{2,4}|${provinceNames})$`);
/** Whose games they are: 江苏省. */
const hosts = new RegExp(`(?:${provinceNames})(?:省|市|自治区)?$`);
/** What names an assembly, its type, and what may stand before it and belongs to it. */
const patterns: readonly (readonly [RegExp, Found['type'], RegExp?])[] = [
  [new RegExp(`(?:中共|党的)?${number}届(?:${number}次|[一二三四五六七八]中)全会`, 'g'), 'organization'],
  [new RegExp(`(?:省委|市委|县委|区委|自治区党委)${number}届${number}次全(?:会|委会)`, 'g'), 'organization', committees],
  [new RegExp('党的(?:十[五六七八九]|二十[一二]?)大', 'g'), 'organization'],
  [new RegExp(`第${number}届[\\u4e00-\\u9fff]{0,8}人民代表大会(?![第常])`, 'g'), 'agency'],
  [new RegExp(`(?:第)?${number}届(?:人民代表大会常务委员会|人大常委会(?![第一二三四五六七八九十]))`, 'g'), 'agency'],
  [new RegExp(`第${number}届(?:部长级|外长|首脑|领导人|经贸部长)会议`, 'g'), 'organization'],
  [new RegExp(`(?:第${number}届(?:全国)?人民代表大会|(?:[省市县区全国]{1,2})?第?${number}届(?:全国)?(?:人大|政协)(?:常委会)?)(?:第)?${number}次会议`, 'g'), 'organization'],
  [new RegExp(`第[0-9一二三四五六七八九十百]{1,4}届(?:(?!第)[\\u4e00-\\u9fff（）()“”]){2,20}?(?:大会|论坛|峰会|年会|博览会|交易会|展览会|洽谈会|艺术节|文化节|旅游节|电影节|音乐节|艺术周|文化周|马拉松|运动会|锦标赛|大赛)`, 'g'), 'organization'],
  [new RegExp(`第${number}届(?:残疾人|老年人|学生)?运动会`, 'g'), 'organization', hosts],
];
/** Institutes of a corporation that have a number for a name: 中国电科第十四研究所. */
const institute = /第[〇零一二三四五六七八九十百]{1,5}(?:研究(?:设计)?[所院]|设计研究院|勘察设计院|勘测设计院)(?!有限)/g;
/** Institutes of an academy by their short names: 中科院光电所. */
const ofAcademy = /(?:中科院|中国科学院|社科院|中国社会科学院|农科院|中国农业科学院|中国医学科学院)[\u4e00-\u9fff]{2,8}?(?<![的与和及])所(?![有以在属谓需得长])/g;
/** Longest of what stands before. */
const reach = 7;

/** Where the place, the government, the forum or, of an institute, the firm begins whose assembly begins at `index`: 武汉 + 市十五届人大常委会, 中非合作论坛 + 第八届部长级会议. */
function ownerStart(text: string, index: number, known: KnownEnds, firm = false): number {
  const owner = known.get(index) ?? (/[省市县区]/.test(text[index] as string) ? known.get(index + 1) : undefined);
  const type = owner?.meanings[0]?.type;
  return owner && (type === 'place' || (firm && type === 'company') || (type === 'organization' && /论坛$/.test(owner.form))) ? owner.start : index;
}

/** Congresses, plenary sessions, events and institutes, which are named by their number: 党的二十大, 省委十四届十次全会, 第三届…博览会, 第七〇四研究所. */
export function assemblies(text: string, known: KnownEnds): Found[] {
  const found = new Map<string, Found>();
  for (const { index, 0: match } of text.matchAll(institute)) {
    const name = text.slice(ownerStart(text, index, known, true), index + match.length);
    found.set(name, { name, type: 'academic', strong: false });
  }
  for (const [name] of text.matchAll(ofAcademy)) if (!/[的与和及、]/.test(name)) found.set(name, { name, type: 'academic', strong: false });
  if (!text.includes('届') && !text.includes('党的')) return [...found.values()];
  for (const [pattern, type, before] of patterns) {
    for (const { index, 0: match } of text.matchAll(pattern)) {
      const said = before?.exec(text.slice(Math.max(0, index - reach), index))?.[0] ?? '';
      const name = said === '' ? text.slice(ownerStart(text, index, known), index + match.length) : said + match;
      found.set(name, { name, type, strong: false });
    }
  }
  return [...found.values()];
}
