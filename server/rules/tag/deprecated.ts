import { message } from '../message';
import type { Problem, ReportRule } from '../model';
import { replacing, tagOf, tagUses } from './unknown';

/** A tag that the codebook has retired, with the one that takes its place. */
export const deprecatedTag: ReportRule = {
  id: 'tag/deprecated',
  title: message('Retired tag'),
  severity: 'warning',
  check: context => tagUses(context).flatMap((use): Problem[] => {
    const tag = tagOf(context.codebook, use.tag);
    if (tag?.deprecated !== true) return [];
    const heir = tag.replacedBy === null ? undefined : tagOf(context.codebook, tag.replacedBy);
    return [{
      span: use.span,
      message: heir === undefined
        ? message('The tag “{0}” is retired.', tag.name)
        : message('The tag “{0}” is retired: use “{1}”.', tag.name, heir.name),
      fixes: heir === undefined ? [] : [{ title: message('Change to “{0}”', heir.name), changes: [replacing(use, heir)], preferred: true }],
    }];
  }),
};
