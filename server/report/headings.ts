import { articlesOf } from './articles';
import type { Candidate } from './candidate';
import { lineAt, type Context } from './context';
import { isDeck, slideTitlesOf } from './deck';
import type { Line } from './draft';
import { levelsOf } from './levels';
import type { Heading, TocEntry } from './model';
import { numberedOf } from './numbered';
import { squeeze } from './stem';
import { cleanTitle, endsLikeTitle, hasSentence, isField, isMatter, isOuterMatter } from './titles';
import type { TocLine } from './toc';
import { bookPartAt, bracketedAt, bulletAt, entriesOf, markedAt, matterAt, plainOf, tocNamedAt } from './unnumbered';

/** Slides have hardly any of the numbers that written reports order themselves by. */
const FEW_NUMBERED = 4;
const MANY_NUMBERED = 12;
/** The names of several authors, below the title. */
const AUTHORS = /^[\u4e00-\u9fff]{2,3}(?:[，,、 \u3000]{1,3}[\u4e00-\u9fff]{2,3}){1,9}$/;
/** Share of the lines with a blank line above, from which on a blank line means something. */
const SPACED = 0.3;

/**
 * The lines that head sections, in order, repeats left out. `titleLines` are the lines of the report's own title,
 * which heads nothing. Linear.
 */
export function headingCandidates(context: Context, toc: readonly TocLine[], titleLines: ReadonlySet<number>): Candidate[] {
  return withoutRepeats(candidatesOf(context, toc, titleLines));
}

/** The headings with levels, parents and ends, one for each candidate; marks their lines. */
export function headingsOf(context: Context, candidates: readonly Candidate[], toc: readonly TocLine[], targets: readonly TocEntry['target'][]): Heading[] {
  const levels = levelsOf(withMarkdownKeys(context, withTocKeys(context, candidates, toc, targets)));
  for (const candidate of candidates) {
    if (candidate.runIn) continue;
    for (let i = candidate.first; i <= candidate.last; i++) if (context.draft.kinds[i] === null) context.draft.kinds[i] = 'heading';
  }
  return nest(context, candidates, levels);
}

/** Headings with no mark of their own take their level from the contents: from the indentation of the entry there. */
function withTocKeys(context: Context, candidates: readonly Candidate[], toc: readonly TocLine[], targets: readonly TocEntry['target'][]): Candidate[] {
  const indents = new Map<number, number>();
  toc.forEach((entry, i) => {
    const target = targets[i];
    if (target?.kind === 'heading' && entry.number === null) indents.set(target.index, (context.draft.lines[entry.first] as Line).indent);
  });
  const least = Math.min(...toc.map((entry) => (context.draft.lines[entry.first] as Line).indent));
  return candidates.map((candidate, index) => {
    const indent = indents.get(index);
    if (indent === undefined || !/^(?:plain|bold|toc)/.test(candidate.key)) return candidate;
    return { ...candidate, key: indent > least + 1 ? 'toc inner' : 'toc', why: candidate.key === 'toc' ? candidate.why : [...candidate.why, 'toc'] };
  });
}

function candidatesOf(context: Context, toc: readonly TocLine[], titleLines: ReadonlySet<number>): Candidate[] {
  const { lines, kinds } = context.draft;
  const articles = articlesOf(context);
  const firstArticle = articles[0]?.first ?? Infinity;
  const outline = numberedOf(context, (i) => i > firstArticle).map((candidate) => withTitleBelow(context, candidate));
  const deck = isDeck(context) && outline.filter((candidate) => /^[第一（]/.test(candidate.key)).length < FEW_NUMBERED;
  const numbered = deck ? [] : outline;
  const byLine = new Map<number, Candidate>();
  for (const candidate of [...articles, ...numbered]) if (!titleLines.has(candidate.first)) byLine.set(candidate.first, candidate);
  if (deck) for (const candidate of slideTitlesOf(context)) byLine.set(candidate.first, candidate);
  const tocTitles = new Set(toc.map((entry) => squeeze(entry.title)).filter((stem) => stem.length > 1));
  const taken = new Set<number>();
  for (const candidate of byLine.values()) for (let i = candidate.first; i <= candidate.last; i++) taken.add(i);
  const entries = deck ? [] : entriesOf(context).filter(({ first }) => !taken.has(first) && !titleLines.has(first));
  for (const candidate of entries) {
    byLine.set(candidate.first, candidate);
    taken.add(candidate.first);
  }
  let marked = 0;
  for (let i = 0; i < lines.length; i++) {
    if (kinds[i] !== null || taken.has(i) || titleLines.has(i) || deck) continue;
    const candidate = markedAt(context, i) ?? matterAt(context, i) ?? bookPartAt(context, i) ?? tocNamedAt(context, i, tocTitles) ?? bracketedAt(context, i) ?? bulletAt(context, i);
    if (candidate === null) continue;
    if (candidate.key !== 'bullet' && candidate.key !== 'matter') marked++;
    byLine.set(i, candidate);
    for (let n = candidate.first; n <= candidate.last; n++) taken.add(n);
  }
  if (!deck && articles.length === 0 && marked < 3 + toc.length && !isWellNumbered(outline)) {
    for (const i of titleLines) for (const n of [i, i + 1, i + 2]) if (n === i || AUTHORS.test(lines[n]?.words ?? '')) taken.add(n);
    for (const candidate of plainOf(context, taken, entries.filter(({ key }) => key === 'plain').map(({ first }) => first), tocTitles, isSpaced(context))) byLine.set(candidate.first, candidate);
  }
  return [...byLine.values()].sort((a, b) => a.first - b.first);
}

/** Numbered throughout and in depth: then what bears no number and no mark is no heading. */
function isWellNumbered(numbered: readonly Candidate[]): boolean {
  return numbered.length >= MANY_NUMBERED && new Set(numbered.map((candidate) => candidate.key)).size > 1;
}

function isSpaced(context: Context): boolean {
  let spaced = 0;
  let total = 0;
  context.draft.lines.forEach((line, i) => {
    if (context.draft.kinds[i] !== null) return;
    total++;
    if (line.gap > 0) spaced++;
  });
  return spaced > total * SPACED;
}

const KIND_OF_APPENDIX = /^[（(](?:资料性|规范性)(?:附录)?[）)]$/;

/** "第一章" alone on its line takes its title from the next. */
function withTitleBelow(context: Context, candidate: Candidate): Candidate {
  if (candidate.title !== '' || candidate.key === '第条') return candidate;
  const i = context.after[candidate.last] as number;
  const line = lineAt(context, i);
  if (line === undefined || context.draft.kinds[i] !== null || line.numbering !== null || line.gap > 3) return candidate;
  const fits = line.width <= 80 && endsLikeTitle(line.words) && !hasSentence(line.words) && !isField(line);
  if (!fits) return candidate;
  // 附录A / （资料性） / 应用示例: what kind of appendix it is stands between.
  const n = context.after[i] as number;
  const below = lineAt(context, n);
  if (KIND_OF_APPENDIX.test(line.words) && below !== undefined && context.draft.kinds[n] === null && below.numbering === null && below.width <= 80 && endsLikeTitle(below.words)) {
    return { ...candidate, last: n, title: `${cleanTitle(line.words, null)} ${cleanTitle(below.words, null)}` };
  }
  return { ...candidate, last: i, title: cleanTitle(line.words, null) };
}

/** Lines within which a chapter's title page and the chapter's own heading stand. */
const TITLE_PAGE = 14;

/**
 * Leaves out what repeats a heading: a chapter's title page before the full heading, the same title again at the top
 * of the next page, the title of a news item above its text.
 */
function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, number>();
  /** Line of the last heading with a number: below it a title may come again, 思考题 of every chapter. */
  let numberedAt = 0;
  return candidates.filter((candidate, n) => {
    const stem = squeeze(candidate.title);
    if (candidate.number !== null && /^第|^[A-Z][a-z]/.test(candidate.number) && candidate.key !== '第条') {
      for (let m = n + 1; m < candidates.length && (candidates[m] as Candidate).first <= candidate.last + TITLE_PAGE; m++) {
        const later = candidates[m] as Candidate;
        if (later.key !== candidate.key) continue;
        if (later.number === candidate.number) return false;
        // Another chapter stands between: the number counts anew in the next part.
        break;
      }
    }
    if (candidate.number === null) {
      const next = candidates[n + 1];
      if (next !== undefined && next.number !== null && next.first <= candidate.last + TITLE_PAGE && stem.length > 3 && squeeze(next.title).includes(stem)) return false;
      if (candidate.key !== 'slide part' && candidate.key !== 'entry' && !candidate.key.startsWith('#') && (seen.get(stem) ?? -1) >= numberedAt) return false;
    }
    if (candidate.number !== null) numberedAt = candidate.first;
    seen.set(stem, candidate.first);
    return true;
  });
}

/**
 * Markdown levels are levels, unless a converter gave lines of different numbering one and the same "#": then the
 * numbers tell the levels and "#" only that a line is a heading.
 */
function withMarkdownKeys(context: Context, candidates: readonly Candidate[]): Candidate[] {
  const keysAt = new Map<number, Map<string, number>>();
  const hashesOf = (candidate: Candidate): number => (context.draft.lines[candidate.first] as Line).marks.hashes;
  for (const candidate of candidates) {
    const hashes = hashesOf(candidate);
    if (hashes === 0 || candidate.number === null) continue;
    const keys = keysAt.get(hashes) ?? new Map<string, number>();
    keys.set(candidate.key, (keys.get(candidate.key) ?? 0) + 1);
    keysAt.set(hashes, keys);
  }
  const mixed = [...keysAt.values()].some((keys) => [...keys.values()].filter((count) => count > 1).length > 1);
  if (mixed) return candidates.map((candidate) => (candidate.key.startsWith('#') ? { ...candidate, key: keyByTitle(candidate) } : candidate));
  return candidates.map((candidate) => {
    const hashes = hashesOf(candidate);
    return hashes === 0 ? candidate : { ...candidate, key: `#${hashes}`, path: null };
  });
}

function keyByTitle(candidate: Candidate): string {
  const stem = squeeze(candidate.title);
  return isOuterMatter(stem) ? 'matter' : isMatter(stem) ? 'inner matter' : 'plain';
}

function nest(context: Context, candidates: readonly Candidate[], levels: readonly number[]): Heading[] {
  const headings: { -readonly [K in keyof Heading]: Heading[K] }[] = [];
  const open: number[] = [];
  const { lines, source } = context.draft;
  candidates.forEach((candidate, n) => {
    const level = levels[n] as number;
    const start = (lines[candidate.first] as Line).start;
    while (open.length > 0 && (headings[open[open.length - 1] as number] as Heading).level >= level) {
      (headings[open.pop() as number] as { end: number }).end = start;
    }
    headings.push({ span: spanOf(context, candidate), level, number: candidate.number, title: candidate.title, parent: open[open.length - 1] ?? -1, end: source.text.length, why: candidate.why });
    open.push(n);
  });
  return headings;
}

/** The heading's own words; of a first sentence only that sentence, of an article only its number and name. */
function spanOf(context: Context, candidate: Candidate): { start: number; end: number } {
  const first = context.draft.lines[candidate.first] as Line;
  const last = context.draft.lines[candidate.last] as Line;
  if (!candidate.runIn) return { start: first.start, end: last.end };
  const { text } = context.draft.source;
  if (candidate.key === 'entry') return { start: first.start, end: text.indexOf('】', first.start) + 1 };
  if (candidate.key === '第条') {
    const from = first.start + first.marks.from;
    const title = candidate.title === '' ? -1 : text.indexOf(candidate.title, from);
    const numberEnd = Math.min(first.end, from + (first.numbering?.length ?? 0));
    return { start: first.start, end: title < 0 || title > first.end ? trimEnd(text, from, numberEnd) : Math.min(first.end, title + candidate.title.length) };
  }
  const stop = text.indexOf('。', first.start);
  return { start: first.start, end: stop < 0 || stop > last.end ? last.end : stop };
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[\s\u3000]/.test(text.charAt(at - 1))) at--;
  return at;
}
