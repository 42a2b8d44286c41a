import { t } from '@vscode/l10n';
import { annotatorOf, isAnswer, tagsOf, targetOf } from '../annotation/reading';
import type { Anchored } from '../corpus/annotated';
import type { Snapshot } from '../corpus/corpus';
import { entityOf } from '../corpus/entities';
import type { ReportIndex } from '../corpus/model';
import { answersTo } from '../corpus/resolve';
import type { CorpusSettings } from '../corpus/settings';
import type { Report } from '../report/model';
import { checkAgainstCorpus, checkReport, withoutIgnored } from '../rules/check';
import type { AnchoredTags, CorpusContext, Finding, Indexed, Message } from '../rules/model';

/** The parsed text that an index was made of; null where it is gone. */
export type ReadReport = (index: ReportIndex) => Promise<Report | null>;

const indexedOf = (index: ReportIndex): Indexed => ({
  path: index.path,
  date: index.meta.date,
  mentions: index.mentions,
  references: index.references,
  claims: index.claims,
  issuances: index.issuances,
});

function corpusContext(snapshot: Snapshot, index: ReportIndex): Omit<CorpusContext, 'options'> {
  return {
    report: indexedOf(index),
    other: (path) => {
      const other = snapshot.reports.get(path);
      return other && indexedOf(other);
    },
    stating: (key) => snapshot.statements.get(key)?.keys() ?? [],
    mentioning: (entity) => snapshot.mentions.get(entity)?.keys() ?? [],
    entity: (id) => (snapshot.mentions.has(id) ? entityOf(snapshot, id) : undefined),
    answers: (key) => answersTo(snapshot, key).length > 0,
  };
}

/** Annotations as rules read them; what is about another annotation has no place of its own. */
function anchoredTags(annotated: readonly Anchored[]): AnchoredTags[] {
  return annotated.filter(({ filed }) => !isAnswer(filed.annotation)).map(({ filed: { annotation }, anchor }) => ({
    id: annotation.id,
    annotator: annotatorOf(annotation),
    tags: tagsOf(annotation),
    spans: anchor.state === 'anchored' ? anchor.spans : [],
    quote: targetOf(annotation).quotes.map(({ exact }) => exact).join(' … '),
  }));
}

/** Findings over one report alone, kept as long as its index, its annotations, the codebook and the settings are the same objects. */
const own = new WeakMap<ReportIndex, { readonly codebook: unknown; readonly settings: unknown; readonly annotated: unknown; readonly findings: readonly Finding[] }>();

async function ownFindings(snapshot: Snapshot, index: ReportIndex, report: ReadReport, annotated: readonly Anchored[], settings: CorpusSettings): Promise<readonly Finding[]> {
  const { codebook } = snapshot;
  const known = own.get(index);
  if (known?.codebook === codebook && known.settings === settings && known.annotated === annotated) return known.findings;
  const { mentions, references, claims, nearMisses } = index;
  const parsed = await report(index);
  if (!parsed) return [];
  const found = checkReport({ report: parsed, mentions, references, claims, nearMisses, annotations: anchoredTags(annotated), codebook: codebook.tags, entity: (id) => entityOf(snapshot, id) }, settings);
  const findings = withoutIgnored(found, settings.ignore, ({ span }) => parsed.source.text.slice(span.start, span.end));
  own.set(index, { codebook, settings, annotated, findings });
  return findings;
}

/**
 * Everything the rules find in a report, in order of position. `report` is asked only where the findings over the report
 * alone are not known yet.
 */
export async function findingsOf(snapshot: Snapshot, index: ReportIndex, report: ReadReport, annotated: readonly Anchored[], settings: CorpusSettings): Promise<Finding[]> {
  const alone = await ownFindings(snapshot, index, report, annotated, settings);
  const compared = checkAgainstCorpus(corpusContext(snapshot, index), settings);
  // The flagged text is asked for only where something is let stand.
  const text = settings.ignore.length > 0 && compared.length > 0 ? (await report(index))?.source.text ?? '' : '';
  const kept = withoutIgnored(compared, settings.ignore, ({ span }) => text.slice(span.start, span.end));
  return [...alone, ...kept].sort((a, b) => a.span.start - b.span.start);
}

/** A rule's text in the user's language. */
export function localised({ text, args }: Message): string {
  return t(text, ...args);
}
