import { message } from '../message';
import type { Problem, ReportRule } from '../model';
import { whole } from './names';

/** A name that several entities bear; told once for each name of a report. */
export const ambiguousAlias: ReportRule = {
  id: 'entity/ambiguous-alias',
  title: message('Name of several entities'),
  severity: 'information',
  check(context) {
    const told = new Set<string>();
    return context.mentions.flatMap((mention): Problem[] => {
      if (mention.alternatives === undefined || mention.alternatives.length === 0 || told.has(mention.text)) return [];
      told.add(mention.text);
      const meanings = [mention.entity, ...mention.alternatives].map(id => context.entity(id));
      // Built-in names that share a form are the lexicon's business, not the reader's.
      if (!meanings.some(meaning => meaning?.origin === 'list')) return [];
      const names = meanings.map(meaning => meaning?.name ?? mention.text);
      return [{ span: whole(mention), message: message('“{0}” can mean {1}.', mention.text, names.join(' / ')) }];
    });
  },
};
