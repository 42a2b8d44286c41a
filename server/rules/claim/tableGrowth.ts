import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { gridsOf, type Grid } from '../structure/rows';
import { cellSpan, isGrowth, numberIn, type NumberCell } from './cells';
import { plain } from './figures';

const growthName = /增减|增长|增速|增幅|同比|变动|涨幅|涨跌|YoY/iu;
const otherRate = /环比|复合|年均|CAGR|占比|百分点|贡献|金额|变动额|原因/iu;
const periodName = /^(?:19|20)\d{2}[ \u3000]?(?:年(?:度)?|Q[1-4]|H[12])?[AEae]?$/u;
/** Rates that fit their values: fewer do not show whose rates they are. */
const fewest = 2;

/** A rate with the two values that it should follow from, and its place. */
interface Rated {
  readonly from: NumberCell;
  readonly to: NumberCell;
  readonly rate: NumberCell;
  readonly row: number;
  readonly column: number;
}

const isPercent = (cell: NumberCell, title: string): boolean => cell.percent || /[%％]/u.test(title);

function rated(cells: { readonly from: string; readonly to: string; readonly rate: string; readonly row: number; readonly column: number; readonly title: string }): Rated[] {
  const [from, to, rate] = [numberIn(cells.from), numberIn(cells.to), numberIn(cells.rate)];
  if (from === null || to === null || rate === null || from.percent || to.percent || from.value <= 0 || to.value <= 0 || !isPercent(rate, cells.title)) return [];
  return [{ from, to, rate, row: cells.row, column: cells.column }];
}

/** Wrong ones among rates most of which are right. */
function outliers(grid: Grid, all: readonly Rated[]): Problem[] {
  const wrong = all.filter(({ from, to, rate }) => !isGrowth(from, to, rate));
  if (all.length - wrong.length < fewest || wrong.length * 2 >= all.length) return [];
  return wrong.map(({ from, to, rate, row, column }): Problem => {
    const value = (to.value / from.value - 1) * 100;
    return {
      span: cellSpan(grid, row, column),
      message: message('From {0} to {1} is {2} %, not {3}: {1} / {0} − 1 = {4} %.', from.text, to.text, value > 0 ? `+${plain(value)}` : plain(value), rate.text, plain(value)),
    };
  });
}

const rightOf = (all: readonly Rated[]): number => all.filter(({ from, to, rate }) => isGrowth(from, to, rate)).length;
const best = (candidates: readonly (readonly Rated[])[]): readonly Rated[] => candidates.reduce((a, b) => (rightOf(b) > rightOf(a) ? b : a), []);

/** "增减(%)" beside the columns of this year and the last: those two whose values most rates follow from. */
function besideColumns(grid: Grid, column: number, title: string): readonly Rated[] {
  const columns = grid.header.map((_, c) => c).filter(c => c !== column && c > 0);
  return best(columns.flatMap(to => columns.filter(from => from !== to).map(from =>
    grid.rows.flatMap((row, r) => rated({ from: row[from] ?? '', to: row[to] ?? '', rate: row[column] ?? '', row: r, column, title })))));
}

/** "同比增速" in a table whose rows are years: each value against the one of the row before, or behind. */
function downRows(grid: Grid, column: number, title: string): readonly Rated[] {
  const years = grid.rows.map(row => periodName.test((row[0] ?? '').replace(/\s/g, '')));
  if (years.filter(Boolean).length < years.length) return [];
  return best([-1, 1].flatMap(step => grid.header.map((_, c) => c).filter(c => c !== column && c > 0).map(c =>
    grid.rows.flatMap((row, r) => rated({ from: grid.rows[r + step]?.[c] ?? '', to: row[c] ?? '', rate: row[column] ?? '', row: r, column, title })))));
}

/** A row of rates below a row of values, with years above: as brokers' tables have it. */
function belowRow(grid: Grid, r: number): readonly Rated[] {
  const row = grid.rows[r] ?? [];
  const columns = grid.header.map((title, c) => ({ title, c })).filter(({ title }) => periodName.test(title.replace(/\s/g, ''))).map(({ c }) => c);
  if (columns.length < 3) return [];
  const candidates = [1, 2].map(up => grid.rows[r - up] ?? []).flatMap(values => [-1, 1].map(step => columns.flatMap((c, i) =>
    rated({ from: values[columns[i + step] ?? -1] ?? '', to: values[c] ?? '', rate: row[c] ?? '', row: r, column: c, title: row[0] ?? '' }))));
  return best(candidates);
}

/** Growth rates of tables that their own values contradict, where most others of the table follow from theirs. */
export function tableGrowth({ report }: TextContext): Problem[] {
  return gridsOf(report).flatMap(grid => [
    ...grid.header.flatMap((title, column) => {
      if (column === 0 || !growthName.test(title) || otherRate.test(title)) return [];
      const beside = besideColumns(grid, column, title);
      const down = downRows(grid, column, title);
      return outliers(grid, rightOf(down) > rightOf(beside) ? down : beside);
    }),
    ...grid.rows.flatMap((row, r) => (growthName.test(row[0] ?? '') && !otherRate.test(row[0] ?? '') ? outliers(grid, belowRow(grid, r)) : [])),
  ]);
}
