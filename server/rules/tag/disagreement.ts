import { here, message } from '../message';
import type { Problem, ReportRule } from '../model';
import { passages } from './passages';

/** One passage that two annotators tagged differently. */
export const disagreement: ReportRule = {
  id: 'tag/disagreement',
  title: message('Passage tagged differently'),
  severity: 'information',
  check: context => passages(context).flatMap((group): Problem[] => {
    const people = new Map<string, Set<string>>();
    for (const { annotation, tags } of group) people.set(annotation.annotator, new Set([...(people.get(annotation.annotator) ?? []), ...tags.map(t => t.name)]));
    const [one, two] = [...people].filter(([, tags]) => tags.size > 0);
    const span = group[0]?.span;
    if (one === undefined || two === undefined || span === undefined) return [];
    const isSame = one[1].size === two[1].size && [...one[1]].every(tag => two[1].has(tag));
    return isSame ? [] : [{
      span,
      message: message('{0}: {1}; {2}: {3}.', one[0], [...one[1]].join('、'), two[0], [...two[1]].join('、')),
      related: [here(context.report, span, message('Tagged by {0}', two[0]))],
    }];
  }),
};
