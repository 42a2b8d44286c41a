import { here, message } from '../message';
import type { Problem, TextContext, TextRule } from '../model';
import { squeeze } from '../reading';
import type { Report } from '../../report/model';
import { captionSeries, headingSeries, type Numbered, type Series } from './series';
import { runInMembers } from './runIn';

/** Fewer members show no order that a number could break. */
const fewest = 3;
/** A wider gap means that the conversion lost something, or that the series is none. */
const widest = 2;

/** True when a line between both opens with the number that seems to be missing: it is there, only not recognised. */
function opensLine(lines: readonly string[], printed: string): boolean {
  const wanted = printed.replace(/\s/g, '');
  return lines.some(line => {
    const at = line.indexOf(wanted);
    if (at < 0 || at > 5 || /\d/.test(line.charAt(at + wanted.length))) return false;
    // A mere number opens nothing in the middle of a line, or without its mark.
    return !/^\d+$/.test(wanted) || (/^[#*_（(>-]*$/u.test(line.slice(0, at)) && /^[.．、）):：]/u.test(line.slice(at + wanted.length)));
  });
}

function outOfOrder(report: Report, [before, member]: readonly Numbered[]): Problem[] {
  if (before === undefined || member === undefined) return [];
  return [{ span: member.span, message: message('{0} stands after {1}.', member.printed, before.printed), related: [here(report, before.span, message('{0} is here', before.printed))] }];
}

function inSeries({ report }: TextContext, series: Series, linesBetween: (start: number, end: number) => readonly string[]): Problem[] {
  const { members, kind } = series;
  // Two dotted numbers show their order by themselves, wherever the conversion let the series begin.
  const isDotted = kind === 'heading' && members.every(m => /^\d+[.．]\d/.test(m.printed));
  if (isDotted && members.length === 2 && (members[1]?.value ?? 0) < (members[0]?.value ?? 0)) return outOfOrder(report, members);
  if (members.length < fewest || (kind === 'heading' && members[0]?.value !== 1)) return [];
  const present = new Set(members.map(m => m.value));
  const problems: Problem[] = [];
  let greatest: Numbered | null = null;
  for (const member of members) {
    const before = greatest;
    if (before === null || member.value > before.value) greatest = member;
    if (before === null) continue;
    if (member.value < before.value && members.filter(m => m.value === member.value).length === 1) {
      problems.push({
        span: member.span,
        message: message('{0} stands after {1}.', member.printed, before.printed),
        related: [here(report, before.span, message('{0} is here', before.printed))],
      });
    }
    const gap = member.value - before.value - 1;
    if (gap < 1 || gap > widest) continue;
    const between = (): readonly string[] => linesBetween(before.span.end, member.span.start);
    const missing = Array.from({ length: gap }, (_, i) => before.value + 1 + i).filter(value => !present.has(value)).map(value => member.as(value));
    if (missing.length === 0 || missing.some(printed => opensLine(between(), printed))) continue;
    problems.push({
      span: member.span,
      message: message('{0} is missing: {1} follows {2}.', missing.join('、'), member.printed, before.printed),
      related: [here(report, before.span, message('{0} is here', before.printed))],
    });
  }
  return problems;
}

/** Numbers of figures, tables and sections that run backwards or leave one out. */
export const numberOrder: TextRule = {
  id: 'structure/number-order',
  title: message('Number missing or out of order'),
  severity: 'warning',
  check(context) {
    const read = (start: number, end: number): string[] => context.report.source.text.slice(start, end).split(/\r\n|\n|\r/).map(squeeze);
    return [...captionSeries(context.report), ...headingSeries(context.report).map(series => runInMembers(context.report, series))].flatMap(series => inSeries(context, series, read));
  },
};
