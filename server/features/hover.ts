import { t } from '@vscode/l10n';
import type { Snapshot } from '../corpus/corpus';
import { excerptAt } from '../corpus/excerpt';
import type { ReportIndex } from '../corpus/model';
import { targetsOf } from '../corpus/resolve';
import type { Reference, Target } from '../reference/model';
import type { Span } from '../text/span';
import { extentOf, mentionAt, noteMarkAt, referenceAt } from './at';
import { documentCard } from './documentCard';
import { fullName } from '../report/fullName';
import { entityCard, type ReadText } from './entityCard';
import type { ReadAnnotations } from './entityTags';
import { escapeMarkdown, link, type Links } from './markdown';
import { placeLabel, shorten, titleOf } from './names';
import { renderEntityCard } from './renderCard';
import { renderDocumentCard } from './renderDocument';
import { subjectAt } from './subject';
import { tablePreview } from './tablePreview';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

const previewLength = 160;

/** What is known of the text at a cursor, as a card; null where nothing is. Entity before reference before note. */
export async function hoverAt(snapshot: Snapshot, readText: ReadText, links: Links, path: string, offset: number, annotationsOf?: ReadAnnotations): Promise<Hover | null> {
  const index = snapshot.reports.get(path);
  if (!index) return null;
  const note = noteMarkAt(index, offset);
  if (note?.note) return noteHover(index, readText, note.mark, note.note);
  const reference = referenceAt(index, offset);
  const mention = reference?.kind === 'url' ? null : mentionAt(index, offset);
  const subject = subjectAt(snapshot, index, offset);
  if (subject?.kind === 'document') {
    const span = reference?.span ?? (mention ? extentOf(mention) : { start: offset, end: offset });
    const card = await documentCard(snapshot, readText, subject, reference?.text ?? mention?.text ?? '', { report: path, span });
    return { span, markdown: renderDocumentCard(snapshot, card, links) };
  }
  if (mention) {
    const span = extentOf(mention);
    const card = await entityCard(snapshot, readText, mention.entity, { report: path, span }, mention.alternatives ?? [], annotationsOf);
    const cited = reference && reference.key !== null ? citedLine(snapshot, links, path, reference) : '';
    return { span, markdown: [renderEntityCard(snapshot, card, links), cited].filter((part) => part !== '').join('\n\n') };
  }
  if (!reference || reference.kind === 'note') return null;
  return referenceHover(snapshot, readText, links, index, reference);
}

/** Cards that are rehearsed, of entities that so few reports name: each is made in a millisecond or two. */
const rehearsedCards = 60;
const fewReports = 2;

/** Makes cards that nobody sees, so that what makes them is compiled before somebody hovers; `turn` lets other work come between. */
export async function rehearseHover(snapshot: Snapshot, readText: ReadText, links: Links, turn: () => Promise<void>): Promise<void> {
  let made = 0;
  for (const [id, { size }] of snapshot.mentions.entries()) {
    if (size > fewReports) continue;
    await listedHover(snapshot, readText, links, id);
    await turn();
    if (++made === rehearsedCards) return;
  }
}

/** The card of an entity of the list, asked for in the list itself. */
export async function listedHover(snapshot: Snapshot, readText: ReadText, links: Links, id: string, annotationsOf?: ReadAnnotations): Promise<string> {
  const nowhere = { report: '', span: { start: 0, end: 0 } };
  return renderEntityCard(snapshot, await entityCard(snapshot, readText, id, nowhere, [], annotationsOf), links);
}

/** The text of a span as one paragraph. */
async function textOf(readText: ReadText, index: ReportIndex, span: Span): Promise<string> {
  const text = await readText(index.path);
  return text === null ? '' : shorten(text.slice(span.start, Math.min(span.end, span.start + previewLength * 2)).replace(/\s+/g, ' ').trim(), previewLength);
}

async function noteHover(index: ReportIndex, readText: ReadText, mark: Span, note: Span): Promise<Hover> {
  return { span: mark, markdown: escapeMarkdown(await textOf(readText, index, note)) };
}

/** Where a cited document stands in the corpus, and how many reports cite it. */
function citedLine(snapshot: Snapshot, links: Links, path: string, reference: Reference): string {
  const citing = reference.key === null ? 0 : (snapshot.citations.get(reference.key)?.size ?? 0);
  const places = targetsOf(snapshot, path, reference).slice(0, 3).map((target) => link(placeLabel(snapshot, target), links.place(target)));
  const where = places.length > 0 ? t('Stands in {0}', places.join(' · ')) : '';
  return [where, citing === 1 ? t('cited by 1 report') : t('cited by {0} reports', citing)].filter((part) => part !== '').join(' · ');
}

async function referenceHover(snapshot: Snapshot, readText: ReadText, links: Links, index: ReportIndex, reference: Reference): Promise<Hover | null> {
  const targets = targetsOf(snapshot, index.path, reference);
  const [first] = targets;
  if (!first) return null;
  const parts = targets.length === 1 ? await preview(snapshot, readText, first) : [];
  const places = targets.slice(0, 5).map((target) => link(placeLabel(snapshot, target), links.place(target)));
  return { span: reference.span, markdown: [...parts, places.join(' · ')].join('\n\n') };
}

/** A caption with its table's first rows, a section with its first words, or the sentence that stands there. */
async function preview(snapshot: Snapshot, readText: ReadText, target: Target): Promise<string[]> {
  const index = snapshot.reports.get(target.report);
  if (!index) return [];
  const text = await readText(index.path);
  if (text === null) return [];
  const caption = index.captions.find(({ span }) => span.start === target.span.start);
  if (caption) return [`**${escapeMarkdown(fullName(caption))}**`, ...tablePreview(index.path, text, caption)];
  const heading = index.headings.find(({ span }) => span.start === target.span.start);
  if (heading) {
    const title = fullName({ label: heading.number ?? '', title: heading.title });
    return [`**${escapeMarkdown(title)}**`, escapeMarkdown(await textOf(readText, index, { start: heading.span.end, end: heading.end }))];
  }
  const excerpt = excerptAt(text, index.pieces, { start: target.span.start, end: target.span.start }, previewLength);
  return [`**${escapeMarkdown(titleOf(index))}**`, `> ${escapeMarkdown(excerpt.text)}`];
}
