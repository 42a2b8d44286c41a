import type { Segmenter } from '../segmenter';
import { offices } from './offices';
import { isWord, looksLikePerson } from './personName';

/** Who is made something: 任命盛以宁为副市长, 戴怀瑜为财政司司长, 接受程明朗辞去职务的请求. */
const made = new RegExp(`(?:任命|聘任|聘请|选举|补选|提名|推选|增补|同意|接受|免去|向|对)?([\\u4e00-\\u9fff]{2,3}?)(?:(?:同志|先生|女士)?(?:为|任|担任)[^，；。：\\n]{0,30}?(?:${offices})(?=[，；。、\\n”]|$|人选|职务)|辞去|颁发任命书|同志(?:不再|兼)?任)`, 'g');
/** Who is described by sex and birth: 祁明朗，男，1959年9月出生. */
const born = /(?<=^|[\n。；、（(])[ \t\u3000]*([\u4e00-\u9fff]{2,3})[，,、 ](?:男|女)[，,、 ]/gm;
const before = /[，；。：、\n\s“]|任命|聘任|聘请|选举|补选|提名|推选|增补|同意|接受|免去|[向对]/;

/** Persons who are appointed, resign, or are described as a record of persons does. Linear. */
export function appointments(text: string, segmenter: Segmenter): string[] {
  const isName = (name: string): boolean => looksLikePerson(name) && !isWord(name, 0, name, segmenter);
  const found: string[] = [];
  for (const match of text.matchAll(made)) {
    const start = match.index + match[0].indexOf(match[1] as string);
    const name = match[1] as string;
    if (isName(name) && (start === 0 || before.test(text.slice(Math.max(0, start - 2), start)))) found.push(name);
  }
  for (const [, name = ''] of text.matchAll(born)) if (isName(name)) found.push(name);
  return found;
}
