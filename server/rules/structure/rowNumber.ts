import { here, message } from '../message';
import type { Problem, TextRule } from '../model';
import { rowSpan } from '../reading';
import { gridsOf } from './rows';

/** Rows of a counted table that carry one number twice, or leave one out. */
export const rowNumber: TextRule = {
  id: 'structure/row-number',
  title: message('Row number used twice or left out'),
  severity: 'warning',
  check({ report }) {
    const problems: Problem[] = [];
    for (const grid of gridsOf(report)) {
      if (!grid.counted) continue;
      const seen = new Map<number, number>();
      let before: number | null = null;
      const all = new Set(grid.rows.map(row => Number(row[0] ?? '')));
      grid.rows.forEach((row, r) => {
        if (!/^\d{1,4}$/.test(row[0] ?? '')) return;
        const value = Number(row[0]);
        const cell = grid.table.rows[r + grid.first]?.[0];
        if (cell === undefined) return;
        const earlier = seen.get(value);
        if (earlier !== undefined) {
          const span = grid.table.rows[earlier + grid.first]?.[0];
          problems.push({
            span: cell,
            message: message('Row number {0} is used twice.', value),
            related: span === undefined ? [] : [here(report, rowSpan(grid.table.rows[earlier + grid.first] ?? [span]), message('First here'))],
          });
        } else if (before !== null && value === before + 2 && !all.has(before + 1)) {
          problems.push({ span: cell, message: message('Row number {0} is left out.', before + 1) });
        }
        seen.set(value, r);
        before = value;
      });
    }
    return problems;
  },
};
