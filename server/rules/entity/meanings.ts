import type { Span } from '../../text/span';
import { here, message } from '../message';
import type { Problem, ReportRule } from '../model';
import { namesOf } from './names';

const whole = (spans: readonly Span[]): Span => ({ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 });

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
      return [{ span: whole(mention.spans), message: message('“{0}” can mean {1}.', mention.text, names.join(' / ')) }];
    });
  },
};

/** One printed name recognised as two types of things in one report. */
export const typeConflict: ReportRule = {
  id: 'entity/type-conflict',
  title: message('Name of two types'),
  severity: 'information',
  check({ report, mentions }) {
    const first = new Map<string, { type: string; span: Span }>();
    const told = new Set<string>();
    return mentions.flatMap((mention): Problem[] => {
      const span = whole(mention.spans);
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

/** Names told of one report, the most frequent first. */
const most = 10;

/** A name that recurs in a report and that the entity list does not have, where the list knows others of the report. */
export const unlisted: ReportRule = {
  id: 'entity/unlisted',
  title: message('Recurring name not in the entity list'),
  severity: 'hint',
  options: { mentions: 5 },
  check(context) {
    const fewest = Number(context.options['mentions']);
    const names = namesOf(context);
    if (!names.some(name => name.confirmed)) return [];
    return names
      .filter(name => !name.confirmed && name.type !== 'place' && name.places.length >= fewest)
      .sort((a, b) => b.places.length - a.places.length)
      .slice(0, most)
      .flatMap((name): Problem[] => {
        const span = name.places[0];
        return span === undefined ? [] : [{
          span,
          message: message('“{0}” stands {1} times and is not in the entity list.', name.text, name.places.length),
          fixes: [{ title: message('Add “{0}” to the entity list', name.text), changes: [{ kind: 'entity', name: name.text, type: name.type }] }],
        }];
      });
  },
};
