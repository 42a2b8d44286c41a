import { message } from '../message';
import type { CorpusRule, Problem } from '../model';

/** A policy, law or report cited by its title that the corpus does not have. Off unless asked for: few corpora are complete. */
export const unknownDocument: CorpusRule = {
  id: 'reference/unknown-document',
  title: message('Cited document not in the corpus'),
  severity: 'off',
  check: context => context.report.references.flatMap((reference): Problem[] => {
    if (reference.kind !== 'document' || reference.key === null || context.answers(reference.key)) return [];
    return [{ span: reference.span, message: message('The corpus has no “{0}”.', reference.text) }];
  }),
};
