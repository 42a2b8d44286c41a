import * as vscode from 'vscode';
import type { ReportNode, SectionNode } from '../../server/lsp/protocol';
import { formatNumber, openCommand, rangeOf } from './places';
import type { FolderRow, GroupRow, ReportRow, SectionRow } from './reportRows';

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** How a report looks in the Reports view. */
export function reportItem(row: ReportRow): vscode.TreeItem {
  const { report } = row;
  const hasChildren = report.state === 'indexed' && report.counts.headings + report.counts.captions > 0;
  const item = new vscode.TreeItem(report.title, hasChildren ? Collapsed : None);
  item.id = row.id;
  item.resourceUri = vscode.Uri.parse(report.uri);
  item.contextValue = `report.${report.state}`;
  item.description = report.state === 'skipped'
    ? report.reason ?? vscode.l10n.t('not read')
    : [report.date, report.issue, report.publisher].filter((part) => part !== null).join(' · ');
  item.iconPath = reportIcon(report);
  item.tooltip = reportTooltip(report);
  item.command = openCommand(report.uri);
  return item;
}

function reportIcon(report: ReportNode): vscode.ThemeIcon {
  switch (report.state) {
    case 'indexed': return new vscode.ThemeIcon('notebook');
    case 'indexing': return new vscode.ThemeIcon('loading~spin');
    case 'skipped': return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  }
}

function reportTooltip(report: ReportNode): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const { counts } = report;
  const lines = report.state === 'skipped'
    ? [report.path, report.reason ?? t('not read')]
    : [
        report.path,
        report.authors.join('、'),
        t('{0} KB · {1}', formatNumber(Math.ceil(report.size / 1024)), encodingLabel(report)),
        t('{0} characters · {1} sections · {2} figures and tables · {3} notes', formatNumber(counts.characters),
          formatNumber(counts.headings), formatNumber(counts.captions), formatNumber(counts.notes)),
        t('{0} entities in {1} places · {2} references', formatNumber(counts.entities),
          formatNumber(counts.mentions), formatNumber(counts.references)),
      ];
  const tooltip = new vscode.MarkdownString('**').appendText(report.title).appendMarkdown('**\n\n');
  for (const line of lines.filter((text) => text !== '')) tooltip.appendText(line).appendMarkdown('  \n');
  return tooltip;
}

function encodingLabel(report: ReportNode): string {
  const name = report.encoding?.toUpperCase() ?? '';
  return report.encodingGuessed ? vscode.l10n.t('{0} (guessed)', name) : name;
}

/** How every other row looks. */
export function rowItem(row: FolderRow | GroupRow | SectionRow): vscode.TreeItem {
  switch (row.kind) {
    case 'folder': return folderItem(row);
    case 'group': return groupItem(row);
    case 'section': return sectionItem(row);
  }
}

function folderItem(row: FolderRow): vscode.TreeItem {
  const item = new vscode.TreeItem(row.folder.name, Expanded);
  item.id = row.id;
  item.iconPath = new vscode.ThemeIcon('library');
  item.description = formatNumber(row.folder.reports.length);
  item.contextValue = 'folder';
  return item;
}

const groupIcons = { none: 'list-flat', folder: 'folder', date: 'calendar', publisher: 'organization' } as const;

function groupItem(row: GroupRow): vscode.TreeItem {
  const unknown = row.by === 'date' ? vscode.l10n.t('No date') : vscode.l10n.t('No publisher');
  const item = new vscode.TreeItem(row.key === '' ? unknown : row.key, Expanded);
  item.id = row.id;
  item.iconPath = new vscode.ThemeIcon(groupIcons[row.by]);
  item.description = formatNumber(row.children.length);
  item.contextValue = 'group';
  return item;
}

/** Which symbol stands for a section, figure, table or chart. */
export const sectionIcons = {
  section: 'bookmark', figure: 'file-media', table: 'table', chart: 'graph',
} as const satisfies Record<SectionNode['kind'], string>;

function sectionItem(row: SectionRow): vscode.TreeItem {
  const { kind, label, title, selectionRange } = row.section;
  const item = new vscode.TreeItem(`${label} ${title}`.trim(), row.children.length > 0 ? Collapsed : None);
  item.id = row.id;
  item.iconPath = new vscode.ThemeIcon(sectionIcons[kind]);
  item.contextValue = kind;
  const start = rangeOf(selectionRange).start;
  item.command = openCommand(row.uri, new vscode.Range(start, start));
  return item;
}
