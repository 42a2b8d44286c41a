import { message } from '../message';
import type { Problem, ReportRule } from '../model';

/** An annotation whose passage the report no longer has. */
export const orphaned: ReportRule = {
  id: 'tag/orphaned',
  title: message('Annotation without its passage'),
  severity: 'warning',
  check: ({ annotations }) => annotations.flatMap((annotation): Problem[] => (annotation.spans.length > 0 || annotation.quote === '' ? [] : [{
    span: { start: 0, end: 0 },
    message: message('The passage that {0} annotated is gone: “{1}”.', annotation.annotator, annotation.quote),
  }])),
};
