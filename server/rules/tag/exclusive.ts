import { message } from '../message';
import type { CodebookTag, Problem, ReportRule } from '../model';
import { byAnnotator, passages } from './passages';

/** Two tags of one group, which exclude each other, on one passage by one annotator. */
export const exclusiveTags: ReportRule = {
  id: 'tag/exclusive',
  title: message('Tags that exclude each other'),
  severity: 'warning',
  check: context => passages(context).flatMap(group => byAnnotator(group).flatMap(({ span, tags }): Problem[] => {
    const byGroup = new Map<string, { tag: CodebookTag; annotation: string }[]>();
    for (const use of tags) if (use.tag.group !== null) byGroup.set(use.tag.group, [...(byGroup.get(use.tag.group) ?? []), use]);
    return [...byGroup.values()].flatMap((uses): Problem[] => {
      const names = [...new Set(uses.map(u => u.tag.name))];
      if (names.length < 2) return [];
      return [{
        span,
        message: message('{0} exclude each other.', names.join('、')),
        fixes: uses.map(u => ({ title: message('Take “{0}” away', u.tag.name), changes: [{ kind: 'tag' as const, annotations: [u.annotation], from: u.tag.id, to: null }] })),
      }];
    });
  })),
};
