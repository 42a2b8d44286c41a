import type { Quantity } from '../../claim/model';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import type { Report } from '../../report/model';
import { toLogical } from '../../text/logical';
import { countWhile } from '../../text/search';
import { here, message } from '../message';
import type { Problem, TextRule } from '../model';
import { tableRuns, type TableRun } from '../structure/tableRuns';
import { isExact, printed, spanOf } from './figures';

/** Characters of reading text before a table's title, and behind its last row, where a sentence may tell how many it lists. */
const reach = 260;
const units = new Set(['个', '家', '项', '条', '款', '种', '起', '例', '件', '张', '份', '人', '笔', '篇']);
/** What makes a figure the number of all of them rather than of some. */
const total = /(?:总数|总计|共计|合计|共有|一共|总共|共|新增|收集到|收录|梳理|整理|包括|涉及|列出|发布|达到|为|有|仅)[^，。；、\d]{0,14}$/u;
const grand = /(?:总数|总计|总共|共计|合计)[^，。；、\d]{0,6}$/u;
const some = /其中|包括|分别|占据|占|同比|以上|另|超过|每|前\d/u;
const totalRow = /^(?:合计|总计|总和|共计|小计)/u;
const selection = /部分|节选|示例|主要|典型|代表|重点|举例|摘录/u;
const common = new Set(['情况', '企业', '公司', '产品', '年度', '数量', '统计', '分析', '整理', '主要', '相关', '国内', '全国', '领域', '行业', '市场', '发展', '我国', '中国']);

/** Two-character pieces of the Chinese words of a text that say what it is about. */
function topic(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const match of text.matchAll(/[\u3400-\u9fff]{2,}/gu)) {
    for (let i = 0; i + 1 < match[0].length; i++) {
      const piece = match[0].slice(i, i + 2);
      if (!common.has(piece)) pieces.add(piece);
    }
  }
  return pieces;
}

function rowsOf(run: TableRun): number {
  return run.grids.reduce((sum, grid) => sum + grid.rows.filter(row => row.some(cell => cell !== '') && !totalRow.test(row[0] ?? '')).length, 0);
}

interface Statement {
  readonly sentence: Sentence;
  readonly quantity: Quantity;
  /** Pieces that the words around the figure share with the table's title. */
  readonly shared: number;
}

const endOf = (sentence: Sentence | undefined): number => (sentence === undefined ? 0 : sentence.start + sentence.text.length);

/** The figures near a table that seem to tell how many it lists: of a counting unit, exact, and with its title's words around. */
function statementsFor(report: Report, run: TableRun, sentences: readonly Sentence[]): Statement[] {
  const first = run.captions[0];
  const last = run.grids.at(-1);
  if (first === undefined || last === undefined) return [];
  const from = toLogical(report.logical, first.span.start);
  const to = toLogical(report.logical, last.table.span.end);
  const titled = topic(first.title);
  const year = /(?:19|20)\d{2}/.exec(first.title)?.[0];
  const [begin, stop] = [countWhile(sentences.length, i => endOf(sentences[i]) <= from - reach), countWhile(sentences.length, i => (sentences[i]?.start ?? 0) < to + reach)];
  return sentences.slice(begin, stop).flatMap((sentence): Statement[] => {
    const isBeside = endOf(sentence) <= from || sentence.start >= to;
    if (!isBeside || sentence.kind === 'caption' || sentence.kind === 'table' || sentence.kind === 'heading') return [];
    return sentence.quantities.flatMap((quantity): Statement[] => {
      const before = sentence.text.slice(Math.max(0, quantity.span.start - 18), quantity.span.start);
      const isCount = isExact(quantity) && units.has(canonicalUnit(quantity.unit)) && Number.isInteger(quantity.value) && quantity.value > 2;
      if (!isCount || !total.test(before) || some.test(before.slice(-6))) return [];
      const around = topic(sentence.text.slice(Math.max(0, quantity.span.start - 24), quantity.span.end + 14));
      const sameYear = year !== undefined && sentence.text.includes(year) && grand.test(before) ? 1 : 0;
      return [{ sentence, quantity, shared: [...titled].filter(piece => around.has(piece)).length + sameYear }];
    });
  });
}

/** Fewer words in common, and the sentence may speak of something else. */
const related = 2;
/** A figure further off than this is a figure of something else. */
const likely = 0.4;

/** A number of things that the table beside it, which lists them, does not have. */
export const tableCount: TextRule = {
  id: 'claim/table-count',
  title: message('Count that the table contradicts'),
  severity: 'warning',
  check({ report }) {
    const runs = tableRuns(report);
    if (runs.length === 0) return [];
    const sentences = figureSentences(report);
    const counts = new Set(runs.map(rowsOf));
    return runs.flatMap((run): Problem[] => {
      const rows = rowsOf(run);
      const caption = run.captions[0];
      if (caption === undefined || rows < 3) return [];
      const statements = statementsFor(report, run, sentences).filter(s => s.shared >= related && Math.abs(s.quantity.value - rows) <= rows * likely);
      if (statements.length === 0 || statements.some(s => s.quantity.value === rows)) return [];
      const best = statements.reduce((a, b) => (b.shared > a.shared ? b : a));
      const { value } = best.quantity;
      const isSelection = run.captions.some(c => selection.test(c.title));
      // A selection lists fewer than there are; and the figure may belong to the table before or after.
      if ((isSelection && rows <= value) || (!isSelection && counts.has(value))) return [];
      return [{
        span: spanOf(report, best.sentence, best.quantity),
        message: run.grids.length > 1
          ? message('{0}, but the tables list {1} = {2}.', printed(best.sentence, best.quantity), run.grids.map(g => g.rows.length).join(' + '), rows)
          : message('{0}, but the table lists {1}.', printed(best.sentence, best.quantity), rows),
        related: run.captions.map(c => here(report, c.span, message('“{0}”', `${c.label} ${c.title}`))),
      }];
    });
  },
};
