import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { gridsOf, type Grid } from '../structure/rows';
import { cellSpan, halfDigit, numberIn, type NumberCell } from './cells';
import { plain } from './figures';

const totalName = /^(?:合计|总计|总和|共计|Total)|(?:合计|总计)(?:[（(][^（）()]*[）)])?$/iu;
/** Rows below which, or instead of which, a total counts something else. */
const nested = /其中|小计|合计|总计|占比|增长|同比|比例|^[-—–]/u;
/** Columns whose values are not added up. */
const notAdded = /率|增|均|单价|价格|比|%|％|倍|排名|年限|编号|序号|代码|日期|时间/u;
const empty = /^[-—–/]*$/u;
/** A sum further off than this is of something else, unless other columns show that the rows are the total's parts. */
const likely = 0.1;
/** Fewer parts without such a column show nothing. */
const fewestAlone = 4;

/** A row of years is the header of a table that has no other. */
const isYears = (row: readonly string[]): boolean => row.length > 1 && row.slice(1).every(cell => /^(?:19|20)\d{2}[ \u3000]?年?[AEae]?$/u.test(cell));

interface Sum {
  readonly column: number;
  readonly parts: readonly NumberCell[];
  readonly total: NumberCell;
  readonly value: number;
  readonly off: number;
  readonly isRight: boolean;
}

function sumOf(cells: readonly string[], printedTotal: string, column: number): Sum | null {
  const total = numberIn(printedTotal);
  if (total === null || total.percent) return null;
  const parts: NumberCell[] = [];
  for (const cell of cells) {
    if (empty.test(cell.trim())) continue;
    const part = numberIn(cell);
    if (part === null || part.percent) return null;
    parts.push(part);
  }
  if (parts.length < 2) return null;
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  const tolerance = parts.reduce((sum, part) => sum + halfDigit(part), 0) + halfDigit(total);
  const off = Math.abs(value - total.value);
  return { column, parts, total, value, off, isRight: off <= tolerance + 1e-9 };
}

/** The sums that are wrong: beyond rounding, or at all where the others are whole and right to the last digit. */
function wrongOf(sums: readonly Sum[]): Sum[] {
  const isWhole = sums.every(({ parts, total }) => [...parts, total].every(({ decimals }) => decimals === 0));
  const inexact = sums.filter(({ off }) => off > 1e-9);
  return isWhole && sums.length - inexact.length >= 2 && inexact.length * 2 <= sums.length - inexact.length ? inexact : sums.filter(sum => !sum.isRight);
}

function problem(grid: Grid, row: number, column: number, sum: Sum, severity?: 'information'): Problem {
  const digits = Math.max(...sum.parts.map(p => p.decimals));
  return {
    span: cellSpan(grid, row, column),
    ...(severity === undefined ? {} : { severity }),
    message: message('{0} = {1}, yet the total is {2}.', sum.parts.map(p => p.text).join(' + '), plain(sum.value, digits), sum.total.text),
  };
}

/** A row of totals below the rows that it adds up: one column of it is wrong where others are right. */
function totalRows(grid: Grid): Problem[] {
  let from = 0;
  return grid.rows.flatMap((row, r): Problem[] => {
    if (!totalName.test((row[0] ?? '').replace(/\s/g, ''))) return [];
    const rows = grid.rows.slice(from, r).filter(other => !isYears(other));
    from = r + 1;
    if (rows.length < 2 || rows.some(other => nested.test((other[0] ?? '').replace(/\s/g, '')))) return [];
    const sums = row.flatMap((cell, column): Sum[] => {
      if (column === 0 || notAdded.test(grid.header[column] ?? '')) return [];
      const sum = sumOf(rows.map(other => other[column] ?? ''), cell, column);
      return sum === null ? [] : [sum];
    });
    const wrong = wrongOf(sums);
    const right = sums.length - wrong.length;
    if (right > 0) return wrong.length <= right ? wrong.map(sum => problem(grid, r, sum.column, sum)) : [];
    const only = wrong[0];
    const isLikely = only !== undefined && wrong.length === 1 && only.parts.length >= fewestAlone && Math.abs(only.value - only.total.value) <= Math.abs(only.total.value) * likely;
    return isLikely ? [problem(grid, r, only.column, only, 'information')] : [];
  });
}

/** A column of totals beside the columns that it adds up: one row is wrong where most are right. */
function totalColumns(grid: Grid): Problem[] {
  return grid.header.flatMap((title, column): Problem[] => {
    if (column < 3 || !totalName.test(title.replace(/\s/g, ''))) return [];
    const rows = grid.rows.flatMap((row, r) => {
      const sum = sumOf(row.slice(1, column), row[column] ?? '', column);
      return sum === null ? [] : [{ sum, r }];
    });
    const wrong = new Set(wrongOf(rows.map(({ sum }) => sum)));
    const right = rows.length - wrong.size;
    return right >= 2 && wrong.size * 3 <= right ? rows.filter(({ sum }) => wrong.has(sum)).map(({ sum, r }) => problem(grid, r, column, sum)) : [];
  });
}

/** Totals of tables that their rows or columns do not add up to. Linear in the cells. */
export function tableTotals({ report }: TextContext): Problem[] {
  return gridsOf(report).flatMap(grid => [...totalRows(grid), ...totalColumns(grid)]);
}
