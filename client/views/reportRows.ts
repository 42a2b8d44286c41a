import type { FolderNode, ReportNode, SectionNode } from '../../server/lsp/protocol';

export type GroupBy = 'none' | 'folder' | 'date' | 'publisher';
export type SortBy = 'title' | 'date' | 'path';

/** The rows of the Reports view. Ids are stable as long as the thing they stand for is. */
export type ReportsRow = FolderRow | GroupRow | ReportRow | SectionRow;
export interface FolderRow {
  readonly kind: 'folder';
  readonly id: string;
  readonly parent: undefined;
  readonly folder: FolderNode;
  readonly children: readonly ReportsRow[];
}
export interface GroupRow {
  readonly kind: 'group';
  readonly id: string;
  readonly parent: FolderRow | undefined;
  readonly by: GroupBy;
  /** Folder path, year or publisher; "" for the reports that state none. */
  readonly key: string;
  readonly children: readonly ReportRow[];
}
export interface ReportRow {
  readonly kind: 'report';
  readonly id: string;
  readonly parent: FolderRow | GroupRow | undefined;
  readonly report: ReportNode;
}
export interface SectionRow {
  readonly kind: 'section';
  readonly id: string;
  readonly parent: ReportRow | SectionRow;
  readonly uri: string;
  readonly section: SectionNode;
  readonly children: readonly SectionRow[];
}

/** Chinese titles by pinyin, numbers in them by value. */
const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** The top rows of the view: folders where there are several, groups where they are asked for, reports. */
export function topRows(folders: readonly FolderNode[], groupBy: GroupBy, sortBy: SortBy): ReportsRow[] {
  if (folders.length === 1) return rowsBelow(folders[0] as FolderNode, undefined, groupBy, sortBy);
  return folders.map((folder) => {
    const children: ReportsRow[] = [];
    const row: FolderRow = { kind: 'folder', id: `folder ${folder.uri}`, parent: undefined, folder, children };
    children.push(...rowsBelow(folder, row, groupBy, sortBy));
    return row;
  });
}

function rowsBelow(
  folder: FolderNode, parent: FolderRow | undefined, groupBy: GroupBy, sortBy: SortBy,
): (GroupRow | ReportRow)[] {
  const reports = [...folder.reports].sort((a, b) => compareReports(a, b, sortBy));
  if (groupBy === 'none') return reports.map((report) => reportRow(report, parent));
  const groups = groupsOf(reports, groupBy);
  // Reports of the folder itself need no group of their own.
  const loose = groupBy === 'folder' ? groups.get('') ?? [] : [];
  const rows = [...groups.keys()]
    .filter((key) => groupBy !== 'folder' || key !== '')
    .sort((a, b) => compareGroups(a, b, groupBy))
    .map((key) => groupRow(folder, parent, groupBy, key, groups.get(key) ?? []));
  return [...rows, ...loose.map((report) => reportRow(report, parent))];
}

function groupsOf(reports: readonly ReportNode[], by: GroupBy): Map<string, ReportNode[]> {
  const groups = new Map<string, ReportNode[]>();
  for (const report of reports) {
    const key = groupKey(report, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [report]);
    else group.push(report);
  }
  return groups;
}

function groupRow(
  folder: FolderNode, parent: FolderRow | undefined, by: GroupBy, key: string, reports: readonly ReportNode[],
): GroupRow {
  const children: ReportRow[] = [];
  const row: GroupRow = { kind: 'group', id: `group ${folder.uri} ${by} ${key}`, parent, by, key, children };
  children.push(...reports.map((report) => reportRow(report, row)));
  return row;
}

function reportRow(report: ReportNode, parent: FolderRow | GroupRow | undefined): ReportRow {
  return { kind: 'report', id: `report ${report.uri}`, parent, report };
}

function groupKey(report: ReportNode, by: GroupBy): string {
  switch (by) {
    case 'folder': return report.path.slice(0, Math.max(0, report.path.lastIndexOf('/')));
    case 'date': return report.date?.slice(0, 4) ?? '';
    case 'publisher': return report.publisher ?? '';
    case 'none': return '';
  }
}

/** Years with the latest first; what states none comes last. */
function compareGroups(a: string, b: string, by: GroupBy): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return by === 'date' ? collator.compare(b, a) : collator.compare(a, b);
}

/** By date means the latest first, undated ones last; equal ones by path. */
function compareReports(a: ReportNode, b: ReportNode, by: SortBy): number {
  const byPath = collator.compare(a.path, b.path);
  if (by === 'path') return byPath;
  if (by === 'title') return collator.compare(a.title, b.title) || byPath;
  if (a.date === null || b.date === null) return a.date === b.date ? byPath : a.date === null ? 1 : -1;
  return collator.compare(b.date, a.date) || byPath;
}

/** The rows of a report's sections, all levels. Equal titles below one parent are numbered to keep ids apart. */
export function sectionRows(parent: ReportRow | SectionRow, uri: string, sections: readonly SectionNode[]): SectionRow[] {
  const seen = new Map<string, number>();
  return sections.map((section) => {
    const name = `${section.kind} ${section.label} ${section.title}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const children: SectionRow[] = [];
    const row: SectionRow = { kind: 'section', id: `${parent.id}\n${name} ${count}`, parent, uri, section, children };
    children.push(...sectionRows(row, uri, section.children));
    return row;
  });
}

/** The deepest row whose section holds the line, or undefined. */
export function rowAt(rows: readonly SectionRow[], line: number): SectionRow | undefined {
  // Of siblings that both hold the line the later one began nearer to it.
  const holder = rows.findLast(({ section }) => section.range.start.line <= line && line <= section.range.end.line);
  return holder === undefined ? undefined : rowAt(holder.children, line) ?? holder;
}
