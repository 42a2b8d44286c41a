import * as vscode from 'vscode';
import type { EntitiesView } from '../views/entities';
import type { LinksView } from '../views/links';
import type { GroupBy, ReportsRow, SortBy } from '../views/reportRows';

const { t } = vscode.l10n;

/** Commands in the title bars and on the rows of the views. */
export function viewCommands(entities: EntitiesView, links: LinksView) {
  return {
    'wenmai.reports.group': () => choose<GroupBy>('groupBy', t('Group reports by'), [
      ['folder', t('Folder')], ['date', t('Year')], ['publisher', t('Publisher')], ['none', t('Nothing')],
    ]),
    'wenmai.reports.sort': () => choose<SortBy>('sortBy', t('Sort reports by'), [
      ['path', t('File name')], ['title', t('Title')], ['date', t('Date, latest first')],
    ]),
    'wenmai.openToSide': openToSide,
    'wenmai.showLinks': async (row: ReportsRow) => {
      if (row.kind !== 'report') return;
      links.show(row.report.uri);
      await vscode.commands.executeCommand('wenmai.links.focus');
    },
    'wenmai.entities.thisReport': () => entities.setScope('report'),
    'wenmai.entities.corpus': () => entities.setScope('corpus'),
    'wenmai.entities.filter': () => filterEntities(entities),
    'wenmai.entities.clearFilter': () => entities.setFilter(''),
  };
}

async function filterEntities(entities: EntitiesView): Promise<void> {
  const text = await vscode.window.showInputBox({
    prompt: t('Show the entities that match; leave empty to show all'),
    placeHolder: t('Name, pinyin or initials'),
    value: entities.filter(),
  });
  if (text !== undefined) await entities.setFilter(text);
}

/** Asks for the value of a setting of the Reports view, the present one ticked, and writes it for the user. */
async function choose<T extends string>(setting: string, title: string, choices: readonly (readonly [T, string])[]): Promise<void> {
  const settings = vscode.workspace.getConfiguration('wenmai.reports');
  const present = settings.get<T>(setting);
  const items = choices.map(([value, label]) => ({ label: value === present ? `$(check) ${label}` : label, value }));
  const chosen = await vscode.window.showQuickPick(items, { title });
  if (chosen !== undefined) await settings.update(setting, chosen.value, vscode.ConfigurationTarget.Global);
}

async function openToSide(row: ReportsRow): Promise<void> {
  const uri = row.kind === 'report' ? row.report.uri : row.kind === 'section' ? row.uri : undefined;
  if (uri === undefined) return;
  const start = row.kind === 'section' ? row.section.selectionRange.start : { line: 0, character: 0 };
  const cursor = new vscode.Position(start.line, start.character);
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri), {
    viewColumn: vscode.ViewColumn.Beside, selection: new vscode.Range(cursor, cursor),
  } satisfies vscode.TextDocumentShowOptions);
}
