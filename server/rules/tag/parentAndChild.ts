import { message } from '../message';
import type { Problem, ReportRule } from '../model';
import { isAbove } from './above';
import { byAnnotator, passages } from './passages';

/** A tag and one above it on one passage: the narrower says it all. */
export const parentAndChild: ReportRule = {
  id: 'tag/parent-and-child',
  title: message('Tag beside the one it belongs to'),
  severity: 'information',
  check: context => passages(context).flatMap(group => byAnnotator(group).flatMap(({ span, tags }): Problem[] => tags.flatMap(({ tag }): Problem[] => {
    const above = tags.find(other => isAbove(context.codebook, other.tag, tag));
    return above === undefined ? [] : [{
      span,
      message: message('“{0}” belongs to “{1}”, which stands here as well.', tag.name, above.tag.name),
      fixes: [{ title: message('Take “{0}” away', above.tag.name), changes: [{ kind: 'tag', annotations: [above.annotation], from: above.tag.id, to: null }], preferred: true }],
    }];
  }))),
};
