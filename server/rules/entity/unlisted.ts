import { message } from '../message';
import type { Problem, ReportRule } from '../model';
import { namesOf } from './names';

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
