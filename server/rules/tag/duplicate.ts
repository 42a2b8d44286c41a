import { message } from '../message';
import type { Problem, ReportRule } from '../model';
import { byAnnotator, passages } from './passages';

/** One annotator's tag twice on one passage. */
export const duplicateAnnotation: ReportRule = {
  id: 'tag/duplicate',
  title: message('Annotation stands twice'),
  severity: 'information',
  check: context => passages(context).flatMap(group => byAnnotator(group).flatMap(({ span, tags }): Problem[] => {
    const seen = new Set<string>();
    return tags.flatMap(({ tag, annotation }): Problem[] => {
      if (!seen.has(tag.id)) {
        seen.add(tag.id);
        return [];
      }
      return [{
        span,
        message: message('“{0}” stands here twice.', tag.name),
        fixes: [{ title: message('Take one away'), changes: [{ kind: 'removeAnnotation', annotation }], preferred: true }],
      }];
    });
  })),
};
