import type { Segmenter } from '../segmenter';
import type { Found } from './found';
import { isWord, looksLikePerson } from './personName';
import { listedBefore } from './persons';

/** Authors in lines of their own, scholars that a text cites, and the authors and journals of its bibliography. Linear. */
export function scholars(text: string, segmenter: Segmenter): Found[] {
  const persons = [...nameLines(text, segmenter), ...cited(text, segmenter)].map((name): Found => ({ name, type: 'person', strong: false }));
  return [...persons, ...bibliography(text)];
}

const loneNames = /^[ \t]*[\u4e00-\u9fff]{2,4}(?:[ \t\u3000、，,]{1,4}[\u4e00-\u9fff]{2,3}){1,9}[ \t]*$/;

/** Lines that hold names only: 郭俊杰 毛云麟 吴震. Above the authors' institutions in brackets one name is enough. */
function nameLines(text: string, segmenter: Segmenter): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    if (line.length > 48) return [];
    const bare = line.replace(/(?<=[\u4e00-\u9fff])[0-9¹²³⁴*](?:[,，]?[0-9*])*/g, '');
    const above = line.length > 1 && isAffiliation((lines[at + 1] || lines[at + 2]) ?? '');
    if (!above && (line.length < 5 || !loneNames.test(bare))) return [];
    const names = namesOf(bare);
    return names.every((name) => name.length > 1 && name.length < 5 && looksLikePerson(name) && (above || !isWord(name, 0, name, segmenter))) ? names : [];
  });
}

/** （1.江城大学 经济学院，湖北 武汉 430072；…）, below the names of a paper's authors. */
const isAffiliation = (line: string): boolean => /^\s*[（(](?:[1１]\s?[.．、]\s?)?[^（()）]{0,30}(?:大学|学院|研究[院所]|科学院|党校|医院|中心|公司)/.test(line) && /[0-9]{6}|[）)]\s*$/.test(line);

/** The names in a line; one of two characters may be spaced out to the width of three: 赵 兵. */
function namesOf(line: string): string[] {
  const names = line.replace(/(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]{1,2}([\u4e00-\u9fff])(?![\u4e00-\u9fff])/g, '$1$2');
  return names.trim().split(/[ \t\u3000、，,；;]+/);
}

/** What stands behind an author: the number of the work, its year, or both, with what the author does. */
const citation = /\[[0-9，,、~\-–—]{1,9}\]\s?(?:[（(](?:19|20)[0-9]{2}[a-z]?[）)]|(?=等|认为|指出|提出|发现|通过|从|对|以|利用|运用|基于|构建|采用|将|在))|[（(](?:19|20)[0-9]{2}[a-z]?[）)]/g;

/** Scholars that a text cites, 李衡文[4]（2001）, 周以宁等（2019）, with those listed before them. */
function cited(text: string, segmenter: Segmenter): string[] {
  return [...text.matchAll(citation)].flatMap(({ index }) => {
    const end = text[index - 1] === '等' ? index - 1 : index;
    for (const start of [end - 3, end - 2]) {
      const name = text.slice(Math.max(0, start), end);
      const opens = start === 0 || /[，。；：、（(\s与和如者]/.test(text[start - 1] ?? '');
      if (opens && looksLikePerson(name) && !isWord(text, start, name, segmenter)) return [name, ...listedBefore(text, start)];
    }
    return [];
  });
}

/** An entry of a bibliography as GB/T 7714 sets it: 沈怀瑜，周以宁，等．园区转型研究[J]．江城学刊，2021（4）：12–20. */
const entry = /(?:^|[\]］①-⑳.．\s])((?:[\u4e00-\u9fff]{2,4}[，,]\s?){0,5}[\u4e00-\u9fff]{2,4})(?:[，,]\s?等)?\s?[.．:：]\s?[^\n]{3,90}?[[［]([JMDCNRSPG])(?:\/OL)?[\]］]\s?[.．]?\s?([\u4e00-\u9fff（）()]{2,30})?(?=[，,])?/gm;

/** The authors of the works that a text cites, and the journals they stand in. */
function bibliography(text: string): Found[] {
  // Most texts cite nothing: the sign of a kind of work is looked for first.
  if (!/[[［][JMDCNRSPG](?:\/OL)?[\]］]/.test(text)) return [];
  return [...text.matchAll(entry)].flatMap(([, authors = '', kind, journal]): Found[] => {
    const names = authors.split(/[，,]\s?/);
    if (!names.every(looksLikePerson)) return [];
    const persons = names.map((name): Found => ({ name, type: 'person', strong: false }));
    return kind === 'J' && journal !== undefined && journal.length > 2 ? [...persons, { name: journal, type: 'organization', strong: false }] : persons;
  });
}
