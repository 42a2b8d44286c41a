import type { SourceText } from '../text/source';
import { draftOf } from './draft';
import { frontMatterLines } from './frontMatter';
import { groupsOf } from './groups';
import { logicalTextOf } from './logicalText';
import type { Report } from './model';
import { rowsOf } from './rows';
import { wrapOf } from './wrap';
import { headingsOf } from './headings';

/**
 * Reads the structure of a report. Total: any text gives a report; linear in its length.
 * `path` is kept as it is (relative to the corpus root, with "/").
 */
export function parseReport(path: string, source: SourceText): Report {
  const draft = draftOf(source, rowsOf(source));
  draft.kinds.fill('frontMatter', 0, frontMatterLines(draft));
  const wrap = wrapOf(draft);
  const headings = headingsOf(draft);
  const groups = groupsOf(draft, wrap);
  const lines = draft.lines;
  return {
    path,
    source,
    logical: logicalTextOf(draft, groups, []),
    meta: { title: path, titleSpan: null, date: null, issue: null, publisher: null, authors: [], tags: [] },
    blocks: groups.map((g) => ({ kind: g.kind, span: { start: lines[g.first]!.start, end: lines[g.last]!.end } })),
    headings,
    captions: [],
    tables: [],
    toc: [],
    notes: [],
  };
}
