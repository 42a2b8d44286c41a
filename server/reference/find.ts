import type { Report } from '../report/model';
import { appendixReferences, sectionReferences } from './sections';
import { articleReferences } from './articles';
import { captionReferences, nearbyCaptionReferences } from './captions';
import { documentReferences } from './documents';
import type { Reference } from './model';
import { issueReferences } from './series';
import { linkReferences } from './urls';

function noteReferences(report: Report): Reference[] {
  return report.notes.map(n => ({ span: n.mark, kind: 'note' as const, text: n.text, local: n.note, key: null }));
}

function tocReferences(report: Report): Reference[] {
  return report.toc.map(entry => {
    const target = entry.target === null ? undefined : (entry.target.kind === 'heading' ? report.headings : report.captions)[entry.target.index];
    return { span: entry.span, kind: 'toc' as const, text: entry.title, local: target?.span ?? null, key: null };
  });
}

/** Of references that overlap the longer one stays; of equals the one found first. */
function withoutOverlaps(references: readonly Reference[]): Reference[] {
  const sorted = references.map((r, i) => ({ r, i })).sort((a, b) => a.r.span.start - b.r.span.start || b.r.span.end - a.r.span.end || a.i - b.i);
  const kept: Reference[] = [];
  for (const { r } of sorted) {
    const last = kept.at(-1);
    if (last !== undefined && r.span.start < last.span.end) {
      if (r.span.end - r.span.start > last.span.end - last.span.start) kept[kept.length - 1] = r;
      continue;
    }
    kept.push(r);
  }
  return kept;
}

/**
 * Everything in a report that points somewhere, in document order, without overlaps. Places in the same report are
 * resolved here; what only the corpus can answer carries its key. Linear in the report.
 */
export function findReferences(report: Report): Reference[] {
  return withoutOverlaps([
    ...captionReferences(report),
    ...nearbyCaptionReferences(report),
    ...sectionReferences(report),
    ...appendixReferences(report),
    ...articleReferences(report),
    ...documentReferences(report),
    ...issueReferences(report),
    ...linkReferences(report),
    ...noteReferences(report),
    ...tocReferences(report),
  ]);
}
