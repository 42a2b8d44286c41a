import { isHan } from '../../text/chars';
import { matchAt } from '../../text/sticky';
import type { Segmenter } from '../segmenter';
import { offices } from './offices';
import { isWord, looksLikePerson } from './personName';

/** What somebody is made, or does with an office, right behind the name: 为副市长, 辞去职务. */
const made = new RegExp(`(?:同志|先生|女士)?(?:为|任|担任)[^，；。：\\n]{0,30}?(?:${offices})(?=[，；。、\\n”]|$|人选|职务)|创立|创办|领衔|牵头组建|辞去|颁发任命书|同志(?:不再|兼)?任`, 'y');
const anchors = /[为任辞颁同担先女创领牵]/g;
/** Who is described by sex and birth: 祁明朗，男，1959年9月出生. */
const born = /(?<=^|[\n。；、（(])[ \t\u3000]*([\u4e00-\u9fff]{2,3})[，,、 ](?:男|女)[，,、 ]/gm;
const before = /(?:[，；。：、\n\s“]|任命|聘任|聘请|选举|补选|提名|推选|增补|同意|接受|免去|[向对由])$/;

/** Persons who are appointed, resign, or are described as a record of persons does. Linear. */
export function appointments(text: string, segmenter: Segmenter): string[] {
  const isName = (name: string): boolean => looksLikePerson(name) && !isWord(name, 0, name, segmenter);
  const found: string[] = [];
  for (const { index } of text.matchAll(anchors)) {
    if (!isHan(text.charCodeAt(index - 1)) || matchAt(made, text, index) === null) continue;
    for (const start of [index - 3, index - 2]) {
      const name = text.slice(Math.max(0, start), index);
      if (start >= 0 && isName(name) && (start === 0 || before.test(text.slice(Math.max(0, start - 2), start)))) found.push(name);
    }
  }
  // Most texts describe nobody so: the sex is looked for first.
  if (!/[，,、 ][男女][，,、 ]/.test(text)) return found;
  for (const [, name = ''] of text.matchAll(born)) if (isName(name)) found.push(name);
  return found;
}
