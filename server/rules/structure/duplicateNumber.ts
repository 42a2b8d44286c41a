import { here, message } from '../message';
import type { Problem, TextContext, TextRule } from '../model';
import { foldWords } from '../reading';
import { captionSeries, headingSeries, type Numbered, type Series } from './series';

/** A table goes on under the same number: "（续）", or the same title again on the next page. */
function continues(first: Numbered, second: Numbered): boolean {
  if (/续/.test(second.title) && second.title.length < first.title.length + 8) return true;
  const stem = (title: string): string => foldWords(title).replace(/[上中下续一二三]$/u, '');
  return stem(first.title) === stem(second.title);
}

function repeated({ report }: TextContext, { members, kind }: Series): Problem[] {
  const first = new Map<number, Numbered>();
  const problems: Problem[] = [];
  for (const member of members) {
    const before = first.get(member.value);
    if (before === undefined) first.set(member.value, member);
    else if (!(kind === 'caption' && continues(before, member))) {
      problems.push({
        span: member.span,
        message: message('The number {0} is used twice: “{1}” has it already.', member.printed, before.title),
        related: [here(report, before.span, message('First “{0}”', before.printed))],
      });
    }
  }
  return problems;
}

/** A figure's, table's or section's number that another one of its series has already. */
export const duplicateNumber: TextRule = {
  id: 'structure/duplicate-number',
  title: message('Number used twice'),
  severity: 'warning',
  check: context => [...captionSeries(context.report), ...headingSeries(context.report)].flatMap(series => repeated(context, series)),
};
