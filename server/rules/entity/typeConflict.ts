import type { Span } from '../../text/span';
import { here, message } from '../message';
import type { Problem, ReportRule } from '../model';
import { whole } from './names';

/** One printed name recognised as two types of things in one report. */
export const typeConflict: ReportRule = {
  id: 'entity/type-conflict',
  title: message('Name of two types'),
  severity: 'information',
  check({ report, mentions }) {
    const first = new Map<string, { type: string; span: Span }>();
    const told = new Set<string>();
    return mentions.flatMap((mention): Problem[] => {
      const span = whole(mention);
      const before = first.get(mention.text);
      if (before === undefined) first.set(mention.text, { type: mention.type, span });
      if (before === undefined || before.type === mention.type || told.has(mention.text)) return [];
      told.add(mention.text);
      return [{
        span,
        message: message('“{0}” is {1} here and {2} elsewhere in this report.', mention.text, mention.type, before.type),
        related: [here(report, before.span, message('{0} here', before.type))],
      }];
    });
  },
};
