import { t } from '@vscode/l10n';
import type { Snapshot } from '../corpus/corpus';
import type { DocumentCard, DocumentPlace } from './documentCard';
import { emphasised, escapeMarkdown, link, type Links } from './markdown';
import { placeLabel, typeLabel } from './names';
import { mentionsCounted, reportsCounted } from './counted';

/** A document's card as Markdown: issuer, date, where it stands, who cites it; at most 12 lines, every place a link. */
export function renderDocumentCard(snapshot: Snapshot, card: DocumentCard, links: Links): string {
  const { id, dossier, title, places, reports, issuer, date, definition, definitions, citations } = card;
  const label = ({ place, excerpt }: DocumentPlace): string => `${link(placeLabel(snapshot, place), links.place(place))} — ${emphasised(excerpt)}`;
  const action = (name: Parameters<Links['command']>[0], about: string | null, icon: string, text: string): string => {
    const target = about === null ? null : links.command(name, about);
    return target === null ? '' : `[${links.icon(icon)}${text}](${target})`;
  };
  const counts = `${mentionsCounted(places)} / ${reportsCounted(reports)}`;
  const head = [`**${escapeMarkdown(title)}** · ${escapeMarkdown(typeLabel(snapshot, 'document'))}`, action('showDossier', dossier, 'list-tree', t('Dossier')), action('showReferences', id, 'references', counts) || counts];
  const facts = [issuer === null ? '' : escapeMarkdown(t('issued by {0}', issuer)), date === null ? '' : escapeMarkdown(date)];
  const stands = definitions.slice(0, 5).map((place) => link(placeLabel(snapshot, place), links.place(place)));
  const lines = [
    head.filter((text) => text !== '').join(' &nbsp; '),
    facts.filter((text) => text !== '').join(' · '),
    definition === null ? '' : `> ${emphasised(definition.excerpt)}`,
    stands.length === 0 ? t('No report of the corpus describes it.') : t('Stands in {0}', stands.join(' · ')),
    citations.length === 0 ? '' : [`**${t('Cited in')}**`, '', ...citations.map((citation) => `- ${label(citation)}`)].join('\n'),
  ];
  return lines.filter((line) => line !== '').join('\n\n');
}
