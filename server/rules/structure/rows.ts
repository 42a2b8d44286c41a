import type { Report, Table } from '../../report/model';
import { cellsOf } from '../reading';

/** A table as its rules read it: cells as text, without the header row. */
export interface Grid {
  readonly table: Table;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Index of the first of `rows` in the table. */
  readonly first: number;
  /** The first column counts the rows. */
  readonly counted: boolean;
}

const counting = /^(?:序号|编号|序|No\.?|NO\.?|#|№)$/u;

/** True when the column counts rows: titled so, or nearly all of it runs up by one. */
function counts(title: string, column: readonly string[]): boolean {
  const numbers = column.map(cell => (/^\d{1,4}$/.test(cell) ? Number(cell) : null));
  const known = numbers.filter(n => n !== null);
  if (known.length < column.length * 0.8 || known.length < 3) return false;
  if (counting.test(title.replace(/\s/g, ''))) return true;
  const steps = known.filter((n, i) => i > 0 && n === (known[i - 1] ?? 0) + 1).length;
  return title === '' && steps >= (known.length - 1) * 0.8;
}

/** Empty cells that a row begins with stand as tabs before its first cell. */
function leadingTabs(report: Report, at: number): number {
  let count = 0;
  while (report.source.text.charCodeAt(at - 1 - count) === 9) count++;
  return count;
}

function gridOf(report: Report, table: Table): Grid {
  const width = table.rows[0]?.length ?? 0;
  const cells = cellsOf(report, table).map((row, r) => {
    const lost = Math.min(width - row.length, leadingTabs(report, table.rows[r]?.[0]?.start ?? 0));
    return lost > 0 ? [...Array.from({ length: lost }, () => ''), ...row] : row;
  });
  const first = table.header ? 1 : 0;
  const rows = cells.slice(first);
  const header = table.header ? cells[0] ?? [] : [];
  return { table, header, rows, first, counted: counts(header[0] ?? '', rows.map(row => row[0] ?? '')) };
}

const kept = new WeakMap<Report, readonly Grid[]>();

/** All tables of a report as grids; linear in their cells, computed once per report. */
export function gridsOf(report: Report): readonly Grid[] {
  let grids = kept.get(report);
  if (grids === undefined) {
    grids = report.tables.map(table => gridOf(report, table));
    kept.set(report, grids);
  }
  return grids;
}
