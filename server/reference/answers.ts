import type { Report } from '../report/model';
import { bracketedTitles } from './documents';
import { baseTitle, foldTitle, issueKey, issuedTitle, urlKey } from './keys';
import type { Answer, AnswerRank } from './model';
import { sectionAt } from '../report/sections';
import { blockIndexAt, sourceSpan } from './reading';
import { seriesOf } from './series';

const issuing = /(?:印发|发布|出台|公布|颁布|下发|制定|发布实施|联合发布|施行|通过|推出|编制)(?:了|的|实施)?(?:关于)?$/u;
const shortForm = /^》?(?:[（(][^（）()\n]{0,30}(?:以下)?(?:简称|下称))/u;

/** The keys under which a title is looked up: as printed, without its trailing bracket, and what it hands on. */
export function titleKeys(title: string): string[] {
  const folded = foldTitle(title);
  const issued = issuedTitle(folded);
  const forms = [folded, baseTitle(folded), ...(issued === null ? [] : [issued, baseTitle(issued)])];
  return [...new Set(forms.filter(f => f.length >= 2).map(f => `document:${f}`))];
}

/** The parts of a title that also name the report: "主标题：副标题" is cited by either. */
function titleParts(title: string): string[] {
  const parts = title.split(/[：:]|—{1,2}|–/u).map(part => part.trim());
  return [title, ...(parts.length > 1 ? parts.filter(part => part.length >= 8) : [])];
}

function ownTitle(report: Report): Answer[] {
  const span = report.meta.titleSpan;
  const { title } = report.meta;
  if (span === null || title.length < 4) return [];
  const keys = new Set(titleParts(title).flatMap(titleKeys));
  const issue = report.meta.issue === null ? null : issueKey(seriesOf(title), report.meta.issue.replace(/[^0-9０-９〇零一二三四五六七八九十百]/gu, ''));
  if (issue !== null) keys.add(issue);
  return [...keys].map(key => ({ key, span, rank: 'itself' as const }));
}

/** What ends the title of a law, policy or standard. */
const documentName = /(?:法典?|条例|办法|规定|规则|细则|决定|意见|方案|计划|规划|纲要|通知|公告|指引|指南|导则|原则|措施|标准|规范|目录)(?:[（(][^（）()]{1,24}[）)])?$/u;

function headed(report: Report): Answer[] {
  return report.headings.flatMap(heading => {
    const inner = bracketedTitles(heading.title)[0];
    const bracketed = inner !== undefined && inner.title.length + 4 >= heading.title.length ? inner.title : null;
    const title = bracketed ?? (heading.title.length >= 8 && documentName.test(heading.title) ? heading.title : null);
    if (title === null) return [];
    return titleKeys(title).map(key => ({ key, span: heading.span, rank: 'section' as const }));
  });
}

/** Cells of tables that hold a title and nothing else, without 《》. */
function listedInTables(report: Report): Answer[] {
  return report.tables.flatMap(table => table.rows.flat().flatMap(cell => {
    if (cell.end - cell.start > 80) return [];
    const title = report.source.text.slice(cell.start, cell.end).replace(/\s/gu, '');
    if (title.length < 8 || title.includes('《') || !documentName.test(title)) return [];
    return titleKeys(title).map(key => ({ key, span: cell, rank: 'row' as const }));
  }));
}

/** Where a sentence ends from `from` on, in the logical text. */
function sentenceEnd(text: string, from: number): number {
  for (let i = from; i < text.length && i < from + 400; i++) if ('。！？\n'.includes(text.charAt(i))) return i;
  return Math.min(text.length, from + 400);
}

/** Characters of a paragraph before the title that its issuing takes at most, and after it that make it an account of it. */
const opening = 48;
const account = 40;

function rankAt(report: Report, start: number, end: number): AnswerRank | null {
  const text = report.logical.text;
  const block = report.blocks[blockIndexAt(report, sourceSpan(report, start, end).start)];
  if (block?.kind === 'table') return 'row';
  if (block === undefined || block.kind === 'tocEntry' || block.kind === 'furniture' || block.kind === 'frontMatter') return null;
  const before = text.slice(Math.max(0, start - 14), start - 1).trimEnd();
  if (!issuing.test(before)) return null;
  if (shortForm.test(text.slice(end, end + 40))) return 'introduced';
  // "根据某部发布《…》的若干要求": the document only qualifies something else.
  if (/^》?[（(]?[^（）()]{0,20}[）)]?的/u.test(text.slice(end, end + 24)) && /(?:根据|按照|依据|依照|落实|贯彻)/u.test(text.slice(Math.max(0, start - 40), start))) return 'issued';
  const blockStart = text.lastIndexOf('\n', start) + 1;
  const blockEnd = text.indexOf('\n', end);
  const opens = start - blockStart <= opening && !text.slice(blockStart, start).includes('。');
  if (opens && (blockEnd < 0 ? text.length : blockEnd) - end > account) return 'entry';
  return sentenceEnd(text, end) - end > 20 ? 'described' : 'issued';
}

function issuedInText(report: Report): Answer[] {
  return bracketedTitles(report.logical.text).flatMap(({ start, end, title }) => {
    const rank = rankAt(report, start, end);
    if (rank === null) return [];
    const span = sourceSpan(report, start, end);
    return titleKeys(title).map(key => ({ key, span, rank }));
  });
}

const source = /(?:链接|来源|原文|原文链接|转载自|出处|网址|URL)[ \u3000]?[:：][ \u3000\n]{0,4}(https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]{4,400})/gu;

/** Pages that a report reprints: the address stands behind 链接：, 来源： or 转载自. The answer is the item's heading. */
function reprinted(report: Report): Answer[] {
  const answers: Answer[] = [];
  for (const match of report.logical.text.matchAll(source)) {
    const span = sourceSpan(report, match.index, match.index + match[0].length);
    const heading = report.headings[sectionAt(report.headings, span.start)];
    answers.push({ key: urlKey(match[1] ?? ''), span: heading?.span ?? span, rank: 'itself' });
  }
  return answers;
}

/** Everything this report answers for the corpus: itself by title and issue, documents it prints or describes, pages it reprints. */
export function answersOf(report: Report): Answer[] {
  return [...ownTitle(report), ...headed(report), ...issuedInText(report), ...listedInTables(report), ...reprinted(report)];
}
