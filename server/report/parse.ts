import { plainText } from '../text/plain';
import type { SourceText } from '../text/source';
import { markCaptions, type CaptionLine } from './captions';
import { contextOf } from './context';
import { draftOf, type Draft, type Line } from './draft';
import { frontMatterLines, readFrontMatter } from './frontMatter';
import { markFurniture } from './furniture';
import { markPictures } from './pictures';
import { groupsOf } from './groups';
import { headingCandidates, headingsOf } from './headings';
import { endsSentence } from './sentenceEnd';
import { logicalTextOf } from './logicalText';
import { metaOf } from './meta';
import type { Caption, Heading, Report } from './model';
import { linkNotes } from './notes';
import { markNoteTexts } from './noteTexts';
import { markTables, type TablePlace } from './tables';
import { asPrinted } from './printed';
import { titleAgain, titleLinesOf } from './titleLines';
import { markToc } from './toc';
import { tocTargetsOf } from './tocTargets';
import { isFull, wrapOf } from './wrap';

/**
 * Reads the structure of a report. Total: any text gives a report; linear in its length.
 * `path` is kept as it is (relative to the corpus root, with "/").
 */
export function parseReport(path: string, source: SourceText): Report {
  const text = plainText(source.text);
  return text === source.text ? read(path, source) : asPrinted(read(path, { ...source, text }), source);
}

function read(path: string, source: SourceText): Report {
  const draft = draftOf(source);
  const { lines } = draft;
  const frontMatter = frontMatterLines(draft);
  draft.kinds.fill('frontMatter', 0, frontMatter);
  markPictures(draft);
  markFurniture(draft);
  const tocLines = markToc(draft);
  const places = markTables(draft);
  const wrap = wrapOf(draft);
  const captionLines = markCaptions(draft, (line) => isFull(wrap, line) && !endsSentence(line.text));
  const context = contextOf(draft, wrap);
  const named = frontMatter > 0 ? readFrontMatter(draft, frontMatter)?.title : null;
  const titleLines = typeof named === 'string' ? titleAgain(context, named) : titleLinesOf(context);
  const noteTexts = markNoteTexts(context);
  const notes = linkNotes(context, noteTexts);
  const candidates = headingCandidates(context, tocLines, titleLines.lines);
  const targets = tocTargetsOf(draft, tocLines, candidates, captionLines);
  const headings = headingsOf(context, candidates, tocLines, targets);
  const captions = linkCaptions(draft, captionLines, places, headings);
  const groups = groupsOf(draft, wrap, places, tied([...candidates.filter((candidate) => !candidate.runIn), ...captionLines, ...tocLines]));
  const tables = places.map((place) => place.table);
  return {
    path,
    source,
    logical: logicalTextOf(draft, groups, tables),
    meta: metaOf(path, context, frontMatter, titleLines),
    blocks: groups.map((group) => ({ kind: group.kind, span: { start: (lines[group.first] as Line).start, end: (lines[group.last] as Line).end } })),
    headings,
    captions,
    tables,
    toc: tocLines.map((entry, i) => ({ span: { start: (lines[entry.first] as Line).start, end: (lines[entry.last] as Line).end }, title: entry.title, number: entry.number, page: entry.page, target: targets[i] ?? null })),
    notes,
  };
}

/** The lines that headings, captions and entries of several lines have besides their first. */
function tied(items: readonly { readonly first: number; readonly last: number }[]): Set<number> {
  const lines = new Set<number>();
  for (const { first, last } of items) for (let i = first + 1; i <= last; i++) lines.add(i);
  return lines;
}

/** Lines between a caption and the table it names, at most. */
const NEAR = 3;

function linkCaptions(draft: Draft, captions: readonly CaptionLine[], tables: readonly TablePlace[], headings: readonly Heading[]): Caption[] {
  let table = 0;
  let heading = -1;
  return captions.map((caption) => {
    const { start, end } = caption.within ?? { start: (draft.lines[caption.first] as Line).start, end: (draft.lines[caption.last] as Line).end };
    while (table < tables.length && (tables[table] as TablePlace).first <= caption.last) table++;
    while (heading + 1 < headings.length && (headings[heading + 1] as Heading).span.start <= start) heading++;
    const below = tables[table];
    const above = tables[table - 1];
    const isBelow = below !== undefined && below.first - caption.last <= NEAR;
    const isAboveIt = above !== undefined && caption.first - above.last <= 1 && caption.kind !== 'figure';
    return {
      span: { start, end },
      kind: caption.kind,
      label: caption.label,
      number: caption.number,
      title: caption.title,
      table: isBelow ? table : isAboveIt ? table - 1 : null,
      heading,
    };
  });
}
