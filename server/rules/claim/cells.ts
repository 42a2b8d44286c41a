import { rowSpan } from '../reading';
import type { Grid } from '../structure/rows';
import type { Span } from '../../text/span';

/** A table's cell that is one number. */
export interface NumberCell {
  readonly value: number;
  readonly decimals: number;
  readonly percent: boolean;
  readonly text: string;
}

const number = /^([-−–+]?)[ \u3000]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?[ \u3000]?([%％]?)$/u;

/** Reads a cell that is a number and nothing else, with "-" or in brackets where it is negative; null otherwise. */
export function numberIn(cell: string): NumberCell | null {
  const inner = /^[（(](.*)[）)]$/u.exec(cell.trim());
  const match = number.exec((inner?.[1] ?? cell).trim());
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', percent = ''] = match;
  const value = Number(`${whole.replace(/,/g, '')}.${fraction || '0'}`);
  const isNegative = inner !== null || /[-−–]/u.test(sign);
  return { value: isNegative ? -value : value, decimals: fraction.length, percent: percent !== '', text: cell.trim() };
}

/** Half of the last printed digit. */
export const halfDigit = ({ decimals }: { readonly decimals: number }): number => 0.5 * 10 ** -decimals;

/** The source span of a cell of a grid; of its row where the conversion lost the cell. */
export function cellSpan({ table, first, rows }: Grid, row: number, column: number): Span {
  const cells = table.rows[row + first] ?? [];
  return cells[column - ((rows[row]?.length ?? 0) - cells.length)] ?? rowSpan(cells);
}

/** A growth rate that two values give: within the rounding of all three. */
export function isGrowth(from: NumberCell, to: NumberCell, rate: NumberCell): boolean {
  const low = ((to.value - halfDigit(to)) / (from.value + halfDigit(from)) - 1) * 100;
  const high = ((to.value + halfDigit(to)) / Math.max(from.value - halfDigit(from), Number.EPSILON) - 1) * 100;
  // Half a digit more: rates come from unrounded values.
  const slack = 2 * halfDigit(rate);
  return rate.value >= low - slack && rate.value <= high + slack;
}
