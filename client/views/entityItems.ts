import * as vscode from 'vscode';
import { semanticTokens } from '../../server/lsp/protocol';
import type { CandidatesRow, EntitiesRow, EntityRow, MentionRow, TypeRow } from './entityRows';
import { formatNumber, openCommand, rangeOf } from './places';
import { shorten } from './shorten';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
const { t } = vscode.l10n;

/** How a row of the Entities view looks. */
export function entityItem(row: EntitiesRow): vscode.TreeItem {
  const item = itemOf(row);
  item.id = row.id;
  item.contextValue ??= row.kind;
  return item;
}

function itemOf(row: EntitiesRow): vscode.TreeItem {
  switch (row.kind) {
    case 'folder': return withIcon(new vscode.TreeItem(row.folder.name, Expanded), 'library');
    case 'candidates': return candidatesItem(row);
    case 'type': return typeItem(row);
    case 'entity': return oneEntity(row);
    case 'omitted': return omittedItem(row.count);
    case 'report': {
      const item = withIcon(new vscode.TreeItem(row.report.title, Collapsed), 'notebook');
      item.description = formatNumber(row.report.mentions);
      return item;
    }
    case 'mention': return mentionItem(row);
  }
}

function candidatesItem(row: CandidatesRow): vscode.TreeItem {
  const item = withIcon(new vscode.TreeItem(t('Candidates'), row.alone ? Expanded : Collapsed), 'question');
  item.description = formatNumber(row.count);
  item.tooltip = t('Names that the recogniser found and nobody has confirmed yet');
  return item;
}

function typeItem(row: TypeRow): vscode.TreeItem {
  const item = new vscode.TreeItem(row.type.label, Collapsed);
  item.iconPath = typeIcon(row.type.type);
  item.description = formatNumber(row.count);
  return item;
}

function oneEntity({ entity }: EntityRow): vscode.TreeItem {
  const item = new vscode.TreeItem(entity.name, Collapsed);
  const { mentions, reports } = entity;
  item.iconPath = entity.status === 'candidate' ? new vscode.ThemeIcon('circle-outline') : typeIcon(entity.type);
  item.description = `${formatNumber(mentions)} · ${reports === 1 ? t('1 report') : t('{0} reports', formatNumber(reports))}`;
  item.contextValue = `entity.${entity.status}`;
  item.tooltip = [entity.name, entity.aliases.join('、')].filter((line) => line !== '').join('\n');
  return item;
}

function omittedItem(count: number): vscode.TreeItem {
  const item = withIcon(new vscode.TreeItem(t('{0} more', formatNumber(count))), 'ellipsis');
  item.tooltip = t('Filter the view to see them');
  item.command = { command: 'wenmai.entities.filter', title: t('Filter Entities…') };
  return item;
}

function mentionItem(row: MentionRow): vscode.TreeItem {
  const { text, emphasis: [start, end] } = shorten(row.mention);
  const item = new vscode.TreeItem({ label: text, highlights: [[start, end]] }, None);
  item.tooltip = row.mention.text;
  const first = row.mention.ranges[0];
  if (first !== undefined) {
    item.command = openCommand(row.uri, rangeOf(first));
    item.description = String(first.start.line + 1);
  }
  return item;
}

function withIcon(item: vscode.TreeItem, icon: string): vscode.TreeItem {
  item.iconPath = new vscode.ThemeIcon(icon);
  return item;
}

const icons: Readonly<Record<string, string>> = {
  company: 'organization', hospital: 'pulse', agency: 'law', academic: 'mortar-board', organization: 'globe',
  product: 'package', document: 'file-text', person: 'person', place: 'location',
};

/** The symbol of an entity type in its colour; types of the user's own share one. */
function typeIcon(type: string): vscode.ThemeIcon {
  const known = (semanticTokens.types as readonly string[]).includes(type) ? type : 'entity';
  return new vscode.ThemeIcon(icons[type] ?? 'tag', new vscode.ThemeColor(`wenmai.entity.${known}`));
}
