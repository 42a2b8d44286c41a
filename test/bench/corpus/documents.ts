import type { Prose } from './prose';

/** A document of about `bytes` of UTF-8; a report never stops in the middle of a section. */
export type Genre = (prose: Prose, bytes: number) => string;

const chinese = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function numeral(n: number): string {
  if (n <= 10) return chinese[n] as string;
  if (n < 100) return `${n < 20 ? '' : (chinese[Math.floor(n / 10)] as string)}十${n % 10 ? (chinese[n % 10] as string) : ''}`;
  return `${chinese[Math.floor(n / 100)] as string}百${n % 100 === 0 ? '' : `${n % 100 < 10 ? '零' : ''}${numeral(n % 100)}`}`;
}

/** Joins parts until they weigh enough. */
function until(bytes: number, parts: string[], next: (index: number) => string): string {
  let weight = Buffer.byteLength(parts.join('\n'));
  for (let index = 1; weight < bytes; index++) {
    const part = next(index);
    parts.push(part);
    weight += Buffer.byteLength(part) + 1;
  }
  return `${parts.join('\n')}\n`;
}

function table({ random, names }: Prose, rows: number, separator: string): string {
  const lines = [['公司', '地区', '收入（亿元）', '增速'].join(separator)];
  for (let row = 0; row < rows; row++) {
    lines.push([random.skewed(names.companies), random.pick(names.places), (random.next() * 500).toFixed(2), `${random.between(-20, 80)}%`].join(separator));
  }
  return lines.join('\n');
}

const date = ({ random }: Prose): string => `20${random.between(16, 25)}年${random.between(1, 12)}月${random.between(1, 28)}日`;

/** Lines cut as a PDF's conversion cuts them. */
function cut({ random }: Prose, text: string): string {
  const width = random.between(28, 44);
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines.join(random.chance(0.3) ? '\n\n' : '\n');
}

/** An industry report converted from a PDF: chapters, sections, figures, tables, notes, a table of contents in some. */
export const report: Genre = (prose, bytes) => {
  const { random } = prose;
  const converted = random.chance(0.5);
  const title = `${random.skewed(prose.names.places)}${prose.phrase()}研究报告`;
  const head = [title, '', random.skewed(prose.names.companies), date(prose), ''];
  const chapters = Math.max(2, Math.round(bytes / 9000));
  const titles = Array.from({ length: chapters }, () => prose.phrase());
  if (random.chance(0.4)) head.push('目录', ...titles.map((name, i) => `第${numeral(i + 1)}章 ${name} ${'.'.repeat(20)} ${i * 4 + 1}`), '');
  let figure = 0;
  const body = (text: string): string => (converted ? cut(prose, text) : text);
  return until(bytes, head, (index) => {
    const chapter = Math.ceil(index / 3);
    const lines: string[] = [];
    if (index % 3 === 1) lines.push(`第${numeral(chapter)}章 ${titles[chapter - 1] ?? prose.phrase()}`, '');
    lines.push(`${chapter}.${((index - 1) % 3) + 1} ${prose.phrase()}`, '');
    for (let i = random.between(2, 5); i > 0; i--) lines.push(body(prose.paragraph(random.between(2, 5))), '');
    if (random.chance(0.5)) lines.push(`图表 ${++figure} ${prose.phrase()}`, '', table(prose, random.between(3, 9), '\t'), '', `资料来源：${random.skewed(prose.names.bodies)}`, '');
    if (random.chance(0.3)) lines.push(...Array.from({ length: 4 }, () => `● ${prose.sentence()}`), '');
    return lines.join('\n');
  });
};

/** An article with front matter, as crawlers write them. */
export const article: Genre = (prose, bytes) => {
  const { random } = prose;
  const head = ['---', `title: "${prose.phrase()}"`, `date: "20${random.between(16, 25)}-0${random.between(1, 9)}-1${random.between(0, 9)}"`, 'tags:', `  - "${random.pick(['政策', '行业', '公司'])}"`, '---', ''];
  return until(bytes, head, () => `${prose.paragraph(random.between(1, 6))}\n`);
};

/** A law in Markdown: chapters and numbered articles. */
export const law: Genre = (prose, bytes) => {
  const { random } = prose;
  const head = [`# ${random.skewed(prose.names.documents)}`, '', `（${date(prose)}${random.skewed(prose.names.bodies)}发布）`, ''];
  return until(bytes, head, (index) => {
    const lines = index % 8 === 1 ? [`## 第${numeral(Math.min(99, Math.ceil(index / 8)))}章 ${prose.phrase()}`, ''] : [];
    lines.push(`第${numeral(Math.min(999, index))}条　${prose.sentence()}`, '');
    if (random.chance(0.3)) for (let item = 1; item < 5; item++) lines.push(`（${numeral(item)}）${prose.phrase()}；`, '');
    return lines.join('\n');
  });
};

/** Minutes and notes of a few lines. */
export const note: Genre = (prose, bytes) => until(bytes, [`${prose.phrase()}纪要`, date(prose), ''], () => prose.sentence());

/** A report as a bad scan leaves it: blanks between characters, page numbers and running titles in sentences, odd characters. */
export const damaged: Genre = (prose, bytes) => {
  const { random } = prose;
  const title = `${random.skewed(prose.names.places)}${prose.phrase()}研究报告`;
  let page = 0;
  return until(bytes, [title, ''], () => {
    const text = [...prose.paragraph(random.between(4, 9))].map((sign) => (random.chance(0.02) ? `${sign} ` : random.chance(0.002) ? '\ufffd' : random.chance(0.002) ? '■' : sign)).join('');
    return `${cut(prose, text)}\n\n${title}\n\n${++page} / 99\n`;
  });
};

/** The whole document on one line. */
export const longLine: Genre = (prose, bytes) => until(bytes, [`${prose.phrase()}全文`], () => prose.paragraph(30)).replaceAll('\n', '');

/** A statistical annex: little but rows. */
export const hugeTable: Genre = (prose, bytes) => until(bytes, [`附表 ${prose.phrase()}`, ''], () => table(prose, 200, prose.random.chance(0.5) ? '\t' : ' | '));
