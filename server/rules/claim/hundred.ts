import type { Quantity } from '../../claim/model';
import { readQuantities } from '../../claim/quantity';
import { message } from '../message';
import type { Problem, TextRule } from '../model';
import { rowSpan } from '../reading';
import { gridsOf, type Grid } from '../structure/rows';
import { plain } from './figures';
import { shareLists } from './shareLists';

const shareTitle = /占比|比例|比重|份额|构成|分布|占[^\s]{0,6}[％%]|^[%％]$/u;
const notParts = /增|降|率|同比|变化|完成|覆盖|使用过|多选/u;
const totalRow = /^(?:合计|总计|总和|共计|小计|全部|总体|Total)/iu;
/** A column further off is no partition of one whole. */
const near = 5;

function shareIn(cell: string): Quantity | null {
  const found = readQuantities(cell.trim());
  const only = found[0];
  return found.length === 1 && only !== undefined && only.unit === '%' && only.span.start === 0 && only.approx === null ? only : null;
}

function checkColumn(grid: Grid, column: number): Problem[] {
  const title = grid.header[column] ?? '';
  if (!shareTitle.test(title) || notParts.test(title)) return [];
  const rows = grid.rows.filter(row => !totalRow.test((row[0] ?? '').replace(/\s/g, '')));
  const shares = rows.map(row => shareIn(row[column] ?? ''));
  if (shares.length < 3 || shares.some(s => s === null)) return [];
  const values = shares.flatMap(s => (s === null ? [] : [s]));
  const sum = values.reduce((total, s) => total + s.value, 0);
  const tolerance = values.reduce((total, s) => total + 0.5 * s.scale * 10 ** -s.decimals, 0);
  const off = Math.abs(sum - 100);
  if (off <= tolerance + 1e-6 || off > near) return [];
  const first = grid.table.rows[grid.first];
  const last = grid.table.rows.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{
    span: { start: rowSpan(first).start, end: rowSpan(last).end },
    ...(sum > 100 ? {} : { severity: 'information' as const }),
    message: message('“{0}”: {1} = {2} %, not 100 %.', title, values.map(v => plain(v.value)).join(' + '), plain(sum)),
  }];
}

/** Shares of one whole, in a column or a sentence, that do not add up to 100 % within the rounding of their digits. */
export const hundred: TextRule = {
  id: 'claim/hundred',
  title: message('Shares that do not add up to 100 %'),
  severity: 'warning',
  check: context => [...gridsOf(context.report).flatMap(grid => grid.header.flatMap((_, column) => checkColumn(grid, column))), ...shareLists(context)],
};
