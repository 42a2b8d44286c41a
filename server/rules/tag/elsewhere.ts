import { message } from '../message';
import type { CodebookTag, CorpusContext, CorpusRule, Problem, Related, Severity, TaggedPassage } from '../model';
import { tagOf } from './unknown';

/** Places shown of those that differ. */
const shown = 8;

/** One sentence in one report, with what all annotators together tagged it as. */
interface Place {
  readonly passage: TaggedPassage;
  readonly names: ReadonlySet<string>;
}

function namesOf(codebook: readonly CodebookTag[], passages: readonly TaggedPassage[]): Set<string> {
  return new Set(passages.flatMap(({ tags }) => tags.map(tag => tagOf(codebook, tag)?.name ?? tag)));
}

/** The tagged passages by what they have in common, in their order. */
function grouped(passages: readonly TaggedPassage[], by: 'report' | 'sentence'): TaggedPassage[][] {
  const groups = new Map<string, TaggedPassage[]>();
  for (const passage of passages) groups.set(passage[by], [...(groups.get(passage[by]) ?? []), passage]);
  return [...groups.values()];
}

/** The places of one sentence, a place for each report. */
function placesOf({ codebook }: CorpusContext, passages: readonly TaggedPassage[]): Place[] {
  return grouped(passages, 'report').flatMap(group => (group[0] ? [{ passage: group[0], names: namesOf(codebook, group) }] : []));
}

const isWithin = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].every(name => other.has(name));
const list = (names: ReadonlySet<string>): string => [...names].join('、');

function problem(own: Place, others: readonly Place[]): Problem[] {
  const differing = others.filter(other => !isWithin(own.names, other.names) || !isWithin(other.names, own.names));
  const first = differing[0];
  if (first === undefined) return [];
  // Where one place has all tags of the other, somebody may only have stopped earlier.
  const isPartial = differing.every(other => isWithin(own.names, other.names) || isWithin(other.names, own.names));
  const severity: Severity = isPartial ? 'hint' : 'information';
  return [{
    span: own.passage.span,
    severity,
    message: message('This sentence has the tag {0} here, {1} in {2}.', list(own.names), list(first.names), first.passage.report),
    related: [own, ...differing.slice(0, shown)].map(({ passage, names }): Related => ({ report: passage.report, span: passage.span, message: message('Tagged {0}', list(names)) })),
  }];
}

/** The same sentence tagged differently in two reports; silent without a codebook. */
export const taggedElsewhere: CorpusRule = {
  id: 'tag/elsewhere',
  title: message('Sentence tagged differently in another report'),
  severity: 'information',
  check(context) {
    if (context.codebook.length === 0) return [];
    return grouped(context.tagged, 'sentence').flatMap(passages => {
      const places = placesOf(context, passages);
      const own = places.find(({ passage }) => passage.report === context.report.path);
      return own === undefined ? [] : problem(own, places.filter(place => place !== own));
    });
  },
};
