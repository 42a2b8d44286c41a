import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random';

/** The names that a corpus speaks of: those the program knows, and some it has never seen. */
export interface Names {
  readonly companies: readonly string[];
  readonly bodies: readonly string[];
  readonly products: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly documents: readonly string[];
}

const lexicon = join(import.meta.dirname, '../../../server/entity/lexicon');

function known(kinds: string): string[] {
  const files = readdirSync(lexicon).filter((name) => name.startsWith(kinds) && name.endsWith('.tsv')).sort();
  const lines = files.flatMap((file) => readFileSync(join(lexicon, file), 'utf8').split('\n'));
  return lines.flatMap((line) => (line === '' || line.startsWith('#') ? [] : (line.split('\t')[0] ?? '').replace(/^[?@]/, '')));
}

const syllables = [...'华瑞康博信达明远恒泰盛科创智云海天元安诚启航星辰嘉佳德润宏景凯利晟旭铭宇泽沐禾川岭峰拓源汇聚力迈维思睿齐颐朗青澜'];
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟'];
const fields = ['生物', '医药', '智能', '数据', '能源', '材料', '医疗', '软件', '机器人', '半导体', '健康', '环境'];
const endings = ['科技', '集团', '股份有限公司', '有限公司', '控股', '技术有限公司'];
const places = ['北京', '上海', '深圳', '杭州', '苏州', '成都', '武汉', '西安', '长沙', '合肥', '南京', '青岛', '厦门', '重庆', '天津'];

/** `count`: about as many invented names of each kind, so that a larger corpus also speaks of more. */
export function namesFor(random: Random, count: number): Names {
  const many = (make: () => string): string[] => Array.from({ length: count }, make);
  const two = (): string => random.pick(syllables) + random.pick(syllables);
  const shuffled = (items: string[]): string[] => items.map((item) => [random.next(), item] as const).sort(([a], [b]) => a - b).map(([, item]) => item);
  const invented = {
    companies: many(() => (random.chance(0.3) ? random.pick(places) : '') + two() + random.pick(fields) + random.pick(endings)),
    bodies: many(() => random.pick(places) + (random.chance(0.5) ? `${two()}医院` : `市${two()}区${random.pick(['卫生健康委员会', '发展和改革局', '数据管理局'])}`)),
    products: many(() => random.chance(0.5) ? `“${two()}”大模型` : `${random.pick(['Neo', 'Omni', 'Deep', 'Care', 'Hua'])}${random.pick(['Med', 'Link', 'Core', 'Brain', 'Scan'])}-${random.between(1, 400)}`),
    people: many(() => random.pick(surnames) + (random.chance(0.7) ? two() : random.pick(syllables))),
    documents: many(() => `${random.pick(places)}市${random.pick(fields)}产业${random.pick(['高质量发展行动计划', '促进条例', '管理办法', '实施方案'])}（20${random.between(18, 25)}年）`),
  };
  return {
    companies: shuffled([...known('company'), ...invented.companies]),
    bodies: shuffled([...known('hospital'), ...known('agency'), ...known('academic'), ...invented.bodies]),
    products: shuffled([...known('product'), ...invented.products]),
    people: shuffled([...known('person'), ...invented.people]),
    places: [...places, ...known('place').slice(0, 300)],
    documents: shuffled([...known('document'), ...invented.documents]),
  };
}
