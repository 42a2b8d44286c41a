import { t } from '@vscode/l10n';
import type { Snapshot } from '../corpus/corpus';
import type { EntityCard, Quote } from './entityCard';
import { emphasised, escapeMarkdown, link, type Links } from './markdown';
import { attributeLabel, placeLabel, shorten, typeLabel } from './names';
import { mentionsCounted, reportsCounted } from './counted';

const shownAliases = 4;
const shownAttributes = 4;

function title(snapshot: Snapshot, { entity, status, mentions, reports }: EntityCard, links: Links): string {
  const parts = [
    `**${escapeMarkdown(entity.name)}**`,
    escapeMarkdown(typeLabel(snapshot, entity.type)),
    status === 'confirmed' ? t('Confirmed') : t('Candidate'),
  ];
  const action = (name: Parameters<Links['command']>[0], icon: string, label: string): string => {
    const target = links.command(name, entity.id);
    return target === null ? '' : `[${links.icon(icon)}${label}](${target})`;
  };
  const counts = `${mentionsCounted(mentions)} / ${reportsCounted(reports)}`;
  const actions = [
    action('showDossier', 'list-tree', t('Dossier')),
    action('showReferences', 'references', counts) || counts,
    ...(status === 'candidate' ? [action('confirmEntity', 'check', t('Confirm')), action('notAnEntity', 'close', t('Not an Entity'))] : []),
  ];
  return `${parts.join(' · ')} &nbsp; ${actions.filter((text) => text !== '').join(' &nbsp; ')}`;
}

function facts({ entity, alternatives }: EntityCard): string {
  const byValue = new Map(Object.entries(entity.attributes).map(([key, value]) => [value, key]));
  const attributes = [...byValue].slice(0, shownAttributes);
  const aliases = entity.aliases.slice(0, shownAliases).join(t({ message: ', ', comment: ['Between names in a list'] }));
  const others = alternatives.map(({ name }) => name).join(t({ message: ', ', comment: ['Between names in a list'] }));
  return [
    ...attributes.map(([value, key]) => escapeMarkdown(`${attributeLabel(key, value)} ${value}`)),
    aliases === '' ? '' : escapeMarkdown(t('also {0}', aliases)),
    others === '' ? '' : escapeMarkdown(t('could also be {0}', others)),
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

function quoteLine(snapshot: Snapshot, { place }: Quote, links: Links): string {
  return link(placeLabel(snapshot, place), links.place(place));
}

/** The card as Markdown: at most 12 lines, every place a link. */
export function renderEntityCard(snapshot: Snapshot, card: EntityCard, links: Links): string {
  const { introduction, contexts, companions, tags, entity } = card;
  const lines = [title(snapshot, card, links), facts(card)];
  if (entity.note) lines.push(escapeMarkdown(shorten(entity.note, 120)));
  if (introduction) lines.push(`> ${emphasised(introduction.excerpt)} — *${quoteLine(snapshot, introduction, links)}*`);
  if (contexts.length > 0) {
    const items = contexts.map((context) => `- ${quoteLine(snapshot, context, links)} — ${emphasised(context.excerpt)}`);
    lines.push([`**${t('Contexts')}**`, '', ...items].join('\n'));
  }
  if (companions.length > 0) {
    const names = companions.map(({ name, count }) => `${escapeMarkdown(name)} ${count}`);
    lines.push(`**${t('Often with')}** ${names.join(' · ')}`);
  }
  if (tags.length > 0) {
    const names = tags.map(({ name, count }) => `${escapeMarkdown(name)} ${count}`);
    lines.push(`**${t('Tags')}** ${names.join(' · ')}`);
  }
  return lines.filter((line) => line !== '').join('\n\n');
}
