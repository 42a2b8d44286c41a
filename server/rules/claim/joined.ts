import { figureSentences, type Sentence } from '../../claim/sentences';
import type { Report } from '../../report/model';

/** Characters of joined sentences behind which none is joined any more. */
const longest = 600;

/** Sentences, those that a semicolon or "。其中" parts in one: a list of parts runs on behind it. */
export function joined(report: Report): Sentence[] {
  const { text } = report.logical;
  const joints = /^(?:；|。其中)/u;
  const runs: Sentence[] = [];
  for (const sentence of figureSentences(report)) {
    const last = runs.at(-1);
    const end = last === undefined ? 0 : last.start + last.text.length;
    if (last === undefined || sentence.start !== end + 1 || !joints.test(text.slice(end, end + 3)) || last.text.length > longest) {
      runs.push(sentence);
      continue;
    }
    const shift = sentence.start - last.start;
    const quantities = sentence.quantities.map(q => ({ ...q, span: { start: q.span.start + shift, end: q.span.end + shift } }));
    runs[runs.length - 1] = { ...last, text: text.slice(last.start, sentence.start + sentence.text.length), quantities: [...last.quantities, ...quantities] };
  }
  return runs;
}
