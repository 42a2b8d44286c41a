import { message } from '../message';
import type { ReportRule } from '../model';

/** A tag of the front matter that the codebook has under no id and no name. Silent where the corpus has no codebook. */
export const unknownTag: ReportRule = {
  id: 'tag/unknown',
  title: message('Tag that the codebook lacks'),
  severity: 'warning',
  check({ report, codebook }) {
    if (codebook.length === 0) return [];
    const known = new Set(codebook.flatMap(({ id, name }) => [id, name]));
    return report.meta.tags
      .filter(({ name }) => !known.has(name))
      .map(({ name, span }) => ({ span, message: message('The tag “{0}” is not in the codebook.', name) }));
  },
};
