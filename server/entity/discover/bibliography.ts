import type { Found } from './found';
import { looksLikePerson } from './persons';

/** An entry of a bibliography as GB/T 7714 sets it: 沈怀瑜，周以宁，等．园区转型研究[J]．江城学刊，2021（4）：12–20. */
const entry = /(?:^|[\]］①-⑳.．\s])((?:[\u4e00-\u9fff]{2,4}[，,]\s?){0,5}[\u4e00-\u9fff]{2,4})(?:[，,]\s?等)?\s?[.．:：]\s?[^\n]{3,90}?[[［]([JMDCNRSPG])(?:\/OL)?[\]］]\s?[.．]?\s?([\u4e00-\u9fff（）()]{2,30})?(?=[，,])?/gm;

/** The authors of the works that a text cites, and the journals they stand in. Linear. */
export function bibliography(text: string): Found[] {
  // Most texts cite nothing: the sign of a kind of work is looked for first.
  if (!/[[［][JMDCNRSPG](?:\/OL)?[\]］]/.test(text)) return [];
  return [...text.matchAll(entry)].flatMap(([, authors = '', kind, journal]): Found[] => {
    const names = authors.split(/[，,]\s?/);
    if (!names.every(looksLikePerson)) return [];
    const persons = names.map((name): Found => ({ name, type: 'person', strong: false }));
    return kind === 'J' && journal !== undefined ? [...persons, { name: journal, type: 'organization', strong: false }] : persons;
  });
}
