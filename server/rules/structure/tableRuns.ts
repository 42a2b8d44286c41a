import type { Caption, Report } from '../../report/model';
import { foldWords } from '../reading';
import { gridsOf, type Grid } from './rows';

/** A table with its caption, or several that one list was cut into: "（上）", "（中）", "（下）", "（续）". */
export interface TableRun {
  readonly captions: readonly Caption[];
  readonly grids: readonly Grid[];
}

const part = /[上中下续一二三1-3]$/u;
const stem = (title: string): string => foldWords(title).replace(part, '');

/** The captioned tables of a report, parts of one list joined. Linear. */
export function tableRuns(report: Report): TableRun[] {
  const grids = gridsOf(report);
  const runs: { captions: Caption[]; grids: Grid[] }[] = [];
  for (const caption of report.captions) {
    const grid = caption.table === null ? undefined : grids[caption.table];
    if (grid === undefined) continue;
    const last = runs.at(-1);
    const before = last?.captions.at(-1);
    const goesOn = before !== undefined && part.test(foldWords(before.title)) && part.test(foldWords(caption.title)) && stem(before.title) === stem(caption.title);
    if (goesOn) {
      last?.captions.push(caption);
      last?.grids.push(grid);
    } else {
      runs.push({ captions: [caption], grids: [grid] });
    }
  }
  return runs;
}
