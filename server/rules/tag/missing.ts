import { message } from '../message';
import type { Problem, ReportRule } from '../model';
import { tagOf } from './unknown';
import { isAbove } from './above';

/** A report without any tag that the corpus demands. */
export const missingTags: ReportRule = {
  id: 'tag/missing',
  title: message('Demanded tag missing'),
  severity: 'warning',
  options: { required: [] },
  check(context) {
    const required = context.options['required'];
    if (!Array.isArray(required) || required.length === 0) return [];
    const used = new Set([...context.report.meta.tags.map(t => t.name), ...context.annotations.flatMap(a => a.tags)].map(tag => tagOf(context.codebook, tag)?.id ?? tag));
    return (required as readonly string[]).flatMap((wanted): Problem[] => {
      const tag = tagOf(context.codebook, wanted);
      const family = context.codebook.filter(t => t.id === tag?.id || (tag !== undefined && isAbove(context.codebook, tag, t))).map(t => t.id);
      if (used.has(wanted) || family.some(id => used.has(id))) return [];
      return [{ span: context.report.meta.titleSpan ?? { start: 0, end: 0 }, message: message('No tag of “{0}” in this report.', tag?.name ?? wanted) }];
    });
  },
};
