import type { Span } from '../text/span';
import type { Draft, Line } from './draft';
import type { CaptionKind } from './model';
import { squeeze } from './stem';

/** A caption's lines and words, before it is linked to table and section. */
export interface CaptionLine {
  readonly first: number;
  readonly last: number;
  readonly kind: CaptionKind;
  readonly label: string;
  readonly number: string | null;
  readonly title: string;
  /** Where it stands in its line, as source offsets, when others stand beside it; else null. */
  readonly within: Span | null;
}

const LABEL =
  /^(图表|附图|附表|图|表|Figure|Fig\.|Exhibit|Chart|Table|Tab\.|FIGURE|TABLE)[ \t\u3000]{0,3}((?:[A-ZⅠ-Ⅻ][-.]?)?\d{1,3}(?:[-.–—－]\d{1,3}){0,2}(?![\d%])|[一二三四五六七八九十]{1,3}(?=[ \t\u3000：:、.．]|$))?/;
const SEPARATOR = /^[ \t\u3000]*[：:.．、|｜][ \t\u3000]*|^[ \t\u3000]+/;
/** Words that go on a sentence about a figure, so that the line is not the figure's title. */
const TALKS = /^(?:[中内]?(?:所示|显示|可[见以知]|给出|展示|列出|反映|说明|是[^否]|为[我本该一]|来看|可看)|中[，,的]|[，,。）)和及与至到])/;
const LONGEST = 160;
/** Figures without a number are told from running text by their shortness. */
const LONGEST_UNNUMBERED = 60;

/** The label that words begin with ("图表 3"), squeezed, and how many characters it takes; null when there is none. */
export function labelAt(words: string): { label: string; length: number } | null {
  const found = LABEL.exec(words);
  return found === null || found[2] === undefined ? null : { label: squeeze(found[0]), length: found[0].length };
}

/** A caption without the tags around it, or the colon before it and the name behind it that Pandoc writes. */
function plainWords(words: string): string {
  if (words.startsWith('<')) return words.replace(/<[^<>]{1,80}>/g, '').trim();
  return words.startsWith(': ') ? words.slice(2).replace(/\s*\{#[^{}]{1,80}\}$/, '').trim() : words;
}

/** Reads a line as a caption: label, number or none, title (which may be empty). Constant time. */
export function captionAt(line: Pick<Line, 'words'>): { kind: CaptionKind; label: string; number: string | null; title: string } | null {
  if (line.words.length > LONGEST || line.words.length < 2) return null;
  const words = plainWords(line.words);
  const found = LABEL.exec(words);
  if (found === null) return null;
  const word = found[1] as string;
  const number = found[2]?.replace(/[–—－]/g, '-') ?? null;
  const rest = words.slice(found[0].trimEnd().length);
  const separator = SEPARATOR.exec(rest);
  const title = rest.slice(separator?.[0].length ?? 0).replace(/\*\*|(?:[[［]\d{1,3}[\]］])+$/g, '').trim();
  if (number === null) {
    if (separator === null || title.length < 2 || title.length > LONGEST_UNNUMBERED || !/^[图表]/.test(word)) return null;
    if (/^[：:]/.test(rest) === false && words.charAt(word.length) !== ' ' && words.charAt(word.length) !== '\u3000') return null;
  }
  if (TALKS.test(rest.trimStart()) || /[。；]./.test(title) || /[。；，]$/.test(title)) return null;
  if (separator === null && title !== '' && /^[a-zA-Z]/.test(title) && /[a-zA-Z]$/.test(number ?? '')) return null;
  const label = number === null ? word : words.slice(0, found[0].trimEnd().length).replace(/[–—－]/g, '-');
  return { kind: kindOf(word), label, number, title };
}

function kindOf(word: string): CaptionKind {
  if (word === '图表' || word === 'Chart' || word === 'Exhibit') return 'chart';
  return /^(?:表|附表|tab)/i.test(word) ? 'table' : 'figure';
}

/** What a table is headed by that goes on on another page: 续表 1, 表2（续）. The caption above stands for it. */
const CONTINUED = /^(?:续[图表]|[图表](?=.*[（(]续[）)]$))[ \t\u3000]{0,3}(?:(?:[A-Z][-.])?\d{1,3}(?:[-.–—－]\d{1,3}){0,2})?[ \t\u3000]{0,3}(?:[（(]续[）)])?[：:]?$/;

/** Finds the captions in what no earlier step took, also with the title on the next line, and marks their lines. */
export function markCaptions(draft: Draft, isCut: (line: Line) => boolean): CaptionLine[] {
  const captions: CaptionLine[] = [];
  draft.lines.forEach((line, i) => {
    if (draft.kinds[i] !== null) return;
    if (CONTINUED.test(line.words)) {
      draft.kinds[i] = 'caption';
      return;
    }
    const beside = captionsBeside(line);
    if (beside.length > 0) {
      draft.kinds[i] = 'caption';
      captions.push(...beside.map((each) => ({ ...each, first: i, last: i })));
      return;
    }
    const caption = captionAt(line);
    if (caption === null) return;
    const before = draft.lines[i - 1];
    if (before !== undefined && draft.kinds[i - 1] === null && isCut(before) && line.gap <= 1) return;
    const above = captions.at(-1);
    if (above?.last === i - 1 && isTranslation(above, caption)) {
      draft.kinds[i] = 'caption';
      captions[captions.length - 1] = { ...above, last: i };
      return;
    }
    const next = draft.lines[i + 1];
    const titleBelow = caption.title === '' && next !== undefined && draft.kinds[i + 1] === null && isTitle(next);
    if (caption.title === '' && !titleBelow && line.numbering !== null) return;
    draft.kinds[i] = 'caption';
    if (titleBelow) draft.kinds[i + 1] = 'caption';
    captions.push({ ...caption, within: null, first: i, last: titleBelow ? i + 1 : i, title: titleBelow ? next.words.replace(/\*\*/g, '') : caption.title });
  });
  return captions;
}

/** Where the next of several captions begins, behind the gap that columns leave. */
const COLUMN = /(?:[ \t\u3000]{2,}|\t|\u3000)(?=(?:图表|附图|附表|图|表)[ \t\u3000]?\d{1,3}(?:[-.–—－]\d{1,3}){0,2}[：:.．、 \u3000])/;

/** The captions of figures that stand side by side, 图表3：产量    图表4：销量; none where the line holds fewer than two. */
function captionsBeside(line: Line): Omit<CaptionLine, 'first' | 'last'>[] {
  if (!/^[图表附]/.test(line.words)) return [];
  const parts = line.words.split(COLUMN);
  let at = line.start + line.marks.from;
  const found = parts.map((words) => {
    const start = line.start + line.text.indexOf(words, at - line.start);
    at = start + words.length;
    return { caption: captionAt({ words: words.trim() }), within: { start, end: start + words.trimEnd().length } };
  });
  const captions = found.flatMap(({ caption, within }) => (caption === null || caption.number === null || caption.title === '' ? [] : [{ ...caption, within }]));
  return captions.length > 1 && captions.length === parts.length ? captions : [];
}

/** "Fig. 1 …" under "图1 …": the same title in English. */
function isTranslation(above: CaptionLine, { label, number }: { readonly label: string; readonly number: string | null }): boolean {
  return number !== null && number === above.number && /^[A-Za-z]/.test(label) && !/^[A-Za-z]/.test(above.label);
}

function isTitle(line: Line): boolean {
  return line.gap <= 2 && line.width <= 100 && line.numbering === null && line.marks.bullet === null && !/[。；，：:]$/.test(line.text) && !/^(?:资料来源|数据来源|来源|注)/.test(line.text) && captionAt(line) === null;
}
