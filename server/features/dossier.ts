import { t } from '@vscode/l10n';
import type { Snapshot } from '../corpus/corpus';
import { countsOf, entityOf, nameOf } from '../corpus/entities';
import { excerptAt, type Excerpt } from '../corpus/excerpt';
import type { ReportIndex } from '../corpus/model';
import { gbt7714, type Source } from '../exchange/gbt7714';
import { documentKey } from '../reference/keys';
import type { Target } from '../reference/model';
import { lineAt } from '../text/lines';
import { sectionOf } from './at';
import { documentCard } from './documentCard';
import type { ReadText } from './entityCard';
import { fullName } from '../report/fullName';
import { plainMarkdown, plainLink } from './markdown';
import { attributeLabel, titleOf, typeLabel } from './names';
import { definitionsOf, documentSubject, usesOf, type Subject } from './subject';
import { mentionsCounted, reportsCounted } from './counted';

/** Reports quoted from, the most telling first, and sentences quoted of each. */
const mostReports = 200;
const mostQuotes = 60;
/** Characters to each side of a name that a quote keeps at most. */
const reach = 240;

/** What a bibliography says of a report. */
export function sourceOf(index: ReportIndex): Source {
  const { authors, publisher, date, issue } = index.meta;
  const title = titleOf(index);
  // A periodical names itself in its head; who publishes it stands elsewhere or nowhere.
  return { title, authors, publisher: publisher === title ? null : publisher, date, issue, url: null };
}

/** The subject that a dossier is about, by the id of an entity or the key of a document. */
export function dossierSubject(snapshot: Snapshot, id: string): Extract<Subject, { kind: 'entity' | 'document' }> {
  const { type, name } = nameOf(snapshot, id);
  if (type !== 'document') return { kind: 'entity', id };
  const subject = documentSubject(snapshot, documentKey(name), null);
  return { ...subject, ids: [...new Set([...subject.ids, ...(snapshot.mentions.has(id) ? [id] : [])])].sort() };
}

interface Chapter {
  readonly index: ReportIndex;
  readonly places: readonly Target[];
}

/** The reports that name the subject, the earliest first, undated ones last. */
function chaptersOf(snapshot: Snapshot, places: readonly Target[]): Chapter[] {
  const byReport = new Map<string, Target[]>();
  for (const place of places) byReport.set(place.report, [...(byReport.get(place.report) ?? []), place]);
  const chapters = [...byReport].flatMap(([path, own]) => {
    const index = snapshot.reports.get(path);
    return index ? [{ index, places: own }] : [];
  });
  const dateOf = ({ index }: Chapter): string => index.meta.date ?? '9999';
  const chosen = chapters.sort((a, b) => b.places.length - a.places.length).slice(0, mostReports);
  return chosen.sort((a, b) => (dateOf(a) === dateOf(b) ? (a.index.path < b.index.path ? -1 : 1) : dateOf(a) < dateOf(b) ? -1 : 1));
}

async function facts(snapshot: Snapshot, readText: ReadText, subject: Extract<Subject, { kind: 'entity' | 'document' }>, title: string, linkTo: (place: Target) => string): Promise<string[]> {
  const lines: string[] = [];
  const definitions = definitionsOf(snapshot, subject).slice(0, 5);
  if (subject.kind === 'document') {
    const { issuer, date } = await documentCard(snapshot, readText, subject, title, { report: '', span: { start: 0, end: 0 } });
    if (issuer !== null) lines.push(t('issued by {0}', issuer));
    if (date !== null) lines.push(date);
  } else {
    const { aliases, attributes, note } = entityOf(snapshot, subject.id);
    lines.push(...Object.entries(attributes).map(([key, value]) => `${attributeLabel(key, value)} ${value}`));
    if (aliases.length > 0) lines.push(t('also {0}', aliases.join(t({ message: ', ', comment: ['Between names in a list'] }))));
    if (note) lines.push(note);
  }
  const defined = definitions.map((place) => plainLink(labelOf(snapshot, place), linkTo(place)));
  return [...lines.map(plainMarkdown), ...(defined.length > 0 ? [t('Stands in {0}', defined.join(' · '))] : [])].map((line) => `- ${line}`);
}

function labelOf(snapshot: Snapshot, { report, span }: Target): string {
  const index = snapshot.reports.get(report);
  return index ? `${titleOf(index)} · ${lineAt(index.lineStarts, span.start) + 1}` : report;
}

/** A quote with the name in bold. */
function quoted({ text, start, end }: Excerpt): string {
  if (end <= start) return plainMarkdown(text);
  return `${plainMarkdown(text.slice(0, start))}**${plainMarkdown(text.slice(start, end).trim())}**${plainMarkdown(text.slice(end))}`;
}

async function chapterLines({ index, places }: Chapter, number: number, readText: ReadText, linkTo: (place: Target) => string): Promise<string[]> {
  const text = await readText(index.path);
  const title = [plainMarkdown(titleOf(index)), index.meta.date ?? ''].filter((part) => part !== '').join(' · ');
  const lines = [`## ${title} \\[${number}\\]`, ''];
  if (text === null) return lines;
  let section: string | null = null;
  let last: Excerpt | null = null;
  let quotes = 0;
  for (const place of places) {
    const excerpt = excerptAt(text, index.pieces, place.span, reach);
    // Two names in one sentence are one quote.
    if (last !== null && excerpt.text === last.text) continue;
    last = excerpt;
    if (++quotes > mostQuotes) continue;
    const heading = sectionOf(index, place.span.start);
    const name = heading ? fullName({ label: heading.number ?? '', title: heading.title }) : '';
    if (name !== section && name !== '') lines.push(`### ${plainMarkdown(name)}`, '');
    section = name;
    lines.push(`> ${quoted(excerpt)} ${plainLink(t('line {0}', lineAt(index.lineStarts, place.span.start) + 1), linkTo(place))}`, '');
  }
  if (quotes > mostQuotes) lines.push(t('{0} more places', quotes - mostQuotes), '');
  return lines;
}

/**
 * Everything the corpus says of an entity or a document, as Markdown: what is known of it, then each sentence that names
 * it, by report and date, with links, then the reports as a list of references after GB/T 7714—2015.
 * Costs the reading of the reports quoted, at most 200.
 */
export async function dossierOf(snapshot: Snapshot, readText: ReadText, id: string, linkTo: (place: Target) => string): Promise<string> {
  const subject = dossierSubject(snapshot, id);
  const name = subject.kind === 'entity' ? entityOf(snapshot, id).name : nameOf(snapshot, subject.ids[0] ?? id).name;
  const type = nameOf(snapshot, id).type;
  const places = usesOf(snapshot, subject);
  const chapters = chaptersOf(snapshot, places);
  const reports = new Set(places.map(({ report }) => report)).size;
  const mentions = subject.kind === 'entity' ? countsOf(snapshot, id).mentions : places.length;
  const status = type === 'document' ? [] : [entityOf(snapshot, id).origin === 'list' ? t('Confirmed') : t('Candidate')];
  const lines = [
    `# ${plainMarkdown(name)}`, '',
    [typeLabel(snapshot, type), ...status, `${mentionsCounted(mentions)} / ${reportsCounted(reports)}`].join(' · '), '',
    ...(await facts(snapshot, readText, subject, name, linkTo)), '',
  ];
  for (const [i, chapter] of chapters.entries()) lines.push(...(await chapterLines(chapter, i + 1, readText, linkTo)));
  if (reports > chapters.length) lines.push(t('{0} more reports', reports - chapters.length), '');
  if (chapters.length > 0) lines.push(`## ${t('References')}`, '', ...chapters.map(({ index }, i) => `\\[${i + 1}\\] ${plainMarkdown(gbt7714(sourceOf(index)))}  `), '');
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}
