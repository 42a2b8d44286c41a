import type { Candidate } from './candidate';
import { isRest, lineAt, type Context } from './context';
import type { Line } from './draft';

/** A text with fewer articles in order is no law; it quotes some. */
const FEWEST = 3;
const NAMED = /^[ \t\u3000]*(?:【([^】]{1,40})】|[（(]([^）)]{1,20})[）)](?=[ \t\u3000]|$|[\u4e00-\u9fff])|\[([^\]]{1,40})\])/;
/** What follows the number when the line only speaks of an article. */
const SPOKEN_OF = /^(?:规定|所|的|、|和|及|至|第|，|中|之规定|或|与|以及)/;

/**
 * The articles of a law ("第十二条 …", "第十二条之一 …"): a heading each, with the name in brackets or alone on the
 * line for its title, or none. Numbers must go up, so that a line that merely begins with a cited article is left.
 */
export function articlesOf(context: Context): Candidate[] {
  const articles: Candidate[] = [];
  let last = 0;
  context.draft.lines.forEach((line, i) => {
    if (context.draft.kinds[i] !== null) return;
    const { numbering } = line;
    if (numbering === null || numbering.style !== '第条') return;
    const rest = line.words.slice(numbering.length);
    const spaced = numbering.length > numbering.printed.length;
    if (!spaced && SPOKEN_OF.test(rest)) return;
    if (isRest(context, i) && numbering.value !== last + 1) return;
    const inserted = numbering.printed.includes('之');
    const inOrder = inserted ? numbering.value === last : numbering.value > last && numbering.value <= last + 5;
    if (!inOrder && numbering.value !== 1) return;
    last = numbering.value;
    const bracketed = NAMED.exec(rest);
    const title = bracketed === null ? aloneTitle(context, i, line, rest) : (bracketed[1] ?? bracketed[2] ?? bracketed[3] ?? '');
    const why = bracketed === null ? ['article', 'in order'] : ['article', 'in order', 'name in brackets'];
    articles.push({ first: i, last: i, runIn: rest !== '', key: '第条', value: numbering.value, path: null, number: numbering.printed, title, why });
  });
  if (articles.length < FEWEST) return [];
  // A law names its articles or it does not; a lone short line is the first line of a cut paragraph.
  const bracketed = (article: Candidate): boolean => article.why.includes('name in brackets');
  const named = articles.filter((article) => article.title !== '' && !bracketed(article)).length >= articles.length * 0.5;
  return named ? articles : articles.map((article) => (bracketed(article) ? article : { ...article, title: '' }));
}

/** A short name alone on the line, over the article's own paragraph. */
function aloneTitle(context: Context, i: number, line: Line, rest: string): string {
  const next = lineAt(context, context.after[i] as number);
  const alone = rest !== '' && rest.length <= 24 && !/[。；：，:]/.test(rest) && next !== undefined && line.width < 60;
  return alone ? rest.replace(/\*\*/g, '').trim() : '';
}
