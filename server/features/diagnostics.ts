import { t } from '@vscode/l10n';
import { annotatorOf, isAnswer, tagsOf, targetOf } from '../annotation/reading';
import type { Anchored } from '../corpus/annotated';
import type { Snapshot } from '../corpus/corpus';
import type { CorpusFolder } from '../corpus/folder';
import { entityOf, nameOf } from '../corpus/entities';
import type { ReportIndex } from '../corpus/model';
import { statementsIn } from '../corpus/packed/report';
import { answersTo } from '../corpus/resolve';
import type { CorpusSettings } from '../corpus/settings';
import { turns } from '../corpus/turns';
import type { Report } from '../report/model';
import { checkAgainstCorpus, checkReport, withoutIgnored } from '../rules/check';
import type { AnchoredTags, CodebookTag, CorpusContext, Finding, Message, ReportContext } from '../rules/model';
import { taggedElsewhere } from './taggedElsewhere';

/** What the rules ask of a corpus beside its snapshot. */
export type RuledCorpus = Pick<CorpusFolder, 'annotations' | 'anchored' | 'parsed' | 'settings' | 'text'>;

async function corpusContext(corpus: RuledCorpus, snapshot: Snapshot, index: ReportIndex): Promise<Omit<CorpusContext, 'options'>> {
  const isShared = (key: string): boolean => {
    const stating = snapshot.statements.get(key);
    return stating !== undefined && (stating.size > 1 || [...stating.values()].some((statements) => statements > 1));
  };
  return {
    tagged: await taggedElsewhere(corpus, index.path),
    codebook: snapshot.codebook.tags,
    report: index,
    other: (path) => snapshot.reports.get(path),
    stating: (key) => snapshot.statements.get(key)?.keys() ?? [],
    shared: new Set([...statementsIn(index).keys()].filter(isShared)),
    isShared,
    nameOf: (id) => (snapshot.mentions.has(id) ? nameOf(snapshot, id).name : undefined),
    answers: (key) => answersTo(snapshot, key).length > 0,
  };
}

/** Annotations as rules read them; what is about another annotation has no place of its own. */
export function anchoredTags(annotated: readonly Anchored[]): AnchoredTags[] {
  return annotated.filter(({ filed }) => !isAnswer(filed.annotation)).map(({ filed: { annotation }, anchor }) => ({
    id: annotation.id,
    annotator: annotatorOf(annotation),
    tags: tagsOf(annotation),
    spans: anchor.state === 'anchored' ? anchor.spans : [],
    quote: targetOf(annotation).quotes.map(({ exact }) => exact).join(' … '),
  }));
}

/** What the rules over one report need beside its text and its index; plain data. */
export interface Surroundings {
  readonly annotations: readonly AnchoredTags[];
  readonly codebook: readonly CodebookTag[];
  readonly settings: Pick<CorpusSettings, 'rules' | 'ignore'>;
}

/** What the rules over one report find in it, less what is let stand. Linear in the report. */
export function findingsAlone(report: Report, index: ReportIndex, { annotations, codebook, settings }: Surroundings, entity: ReportContext['entity']): Finding[] {
  const { mentions, references, nearMisses, passages } = index;
  const found = checkReport({ report, mentions, references, nearMisses, passages, annotations, codebook, entity }, settings);
  return withoutIgnored(found, settings.ignore, ({ span }) => report.source.text.slice(span.start, span.end));
}

/** Runs the rules over one report alone; null where its text is gone. */
export type CheckAlone = (annotated: readonly Anchored[]) => Promise<readonly Finding[] | null>;

/** Findings over one report alone, kept as long as its index, its annotations, the codebook and the settings are the same objects. */
const own = new WeakMap<ReportIndex, { readonly codebook: unknown; readonly settings: unknown; readonly annotated: unknown; readonly findings: ReturnType<CheckAlone> }>();

async function ownFindings(corpus: RuledCorpus, snapshot: Snapshot, index: ReportIndex, check: CheckAlone): Promise<readonly Finding[]> {
  const { codebook } = snapshot;
  const settings = corpus.settings();
  const annotated = await corpus.anchored(index.path);
  const known = own.get(index);
  if (known?.codebook === codebook && known.settings === settings && known.annotated === annotated) return (await known.findings) ?? [];
  const findings = check(annotated);
  own.set(index, { codebook, settings, annotated, findings });
  let found: readonly Finding[] | null = null;
  try {
    found = await findings;
  } finally {
    if (found === null) own.delete(index);
  }
  return found ?? [];
}

/** Checks a report in this thread. */
function checkHere(corpus: RuledCorpus, snapshot: Snapshot, index: ReportIndex): CheckAlone {
  return async (annotated) => {
    const parsed = await corpus.parsed(index);
    const around = { annotations: anchoredTags(annotated), codebook: snapshot.codebook.tags, settings: corpus.settings() };
    return parsed && findingsAlone(parsed, index, around, (id) => entityOf(snapshot, id));
  };
}

/** What the rules find in a report by comparing it with the others, less what is let stand. */
export async function findingsCompared(corpus: RuledCorpus, snapshot: Snapshot, index: ReportIndex): Promise<Finding[]> {
  const settings = corpus.settings();
  const compared = await checkAgainstCorpus(await corpusContext(corpus, snapshot, index), settings, turns());
  if (settings.ignore.length === 0 || compared.length === 0) return compared;
  const flagged = (await corpus.text(index.path)) ?? '';
  return withoutIgnored(compared, settings.ignore, ({ span }) => flagged.slice(span.start, span.end));
}

/** Both lists as one, in order of position. */
export function merged(alone: readonly Finding[], compared: readonly Finding[]): Finding[] {
  return compared.length === 0 ? [...alone] : [...alone, ...compared].sort((a, b) => a.span.start - b.span.start);
}

/**
 * Everything the rules find in a report, in order of position. The report is checked alone, in this thread or by
 * `check`, only where the findings of that are not known yet, or already asked for.
 */
export async function findingsOf(corpus: RuledCorpus, snapshot: Snapshot, index: ReportIndex, check: CheckAlone = checkHere(corpus, snapshot, index)): Promise<Finding[]> {
  const [alone, compared] = await Promise.all([ownFindings(corpus, snapshot, index, check), findingsCompared(corpus, snapshot, index)]);
  return merged(alone, compared);
}

/** A rule's text in the user's language. */
export function localised({ text, args }: Message): string {
  return t(text, ...args);
}
