import type { Snapshot } from '../corpus/corpus';
import type { ReportIndex } from '../corpus/model';
import { targetsOf } from '../corpus/resolve';
import type { Reference, Target } from '../reference/model';
import { lineAt } from '../text/lines';
import { overlaps, type Span } from '../text/span';

/** A link in a report: to a page, or to a place of the corpus. Parts of a link cut by line ends are links of their own. */
export interface Link {
  readonly span: Span;
  readonly target: { readonly uri: string } | Target;
}

/** The parts of a span that lie on single lines, without the white space at their ends. */
function byLines({ lineStarts }: ReportIndex, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  for (let from = start, line = lineAt(lineStarts, start); from < end; line++) {
    const next = Math.min(end, lineStarts[line + 1] ?? end);
    if (next > from) parts.push({ start: from, end: next });
    from = next;
  }
  return parts;
}

/**
 * Where one reference leads by a click: a page, or the only place that answers it. What several places answer equally
 * well is left to definition, which offers all of them.
 */
function targetOf(snapshot: Snapshot, path: string, reference: Reference): Link['target'] | null {
  if (reference.kind === 'url') return { uri: reference.text };
  const [target, ...others] = targetsOf(snapshot, path, reference);
  if (!target || others.length > 0) return null;
  return target.report === path && overlaps(target.span, reference.span) ? null : target;
}

/** The links of a report: every reference of every kind that leads to one place. Linear in the references. */
export function documentLinks(snapshot: Snapshot, index: ReportIndex): Link[] {
  return index.references.flatMap((reference) => {
    const target = targetOf(snapshot, index.path, reference);
    return target ? byLines(index, reference.span).map((span) => ({ span, target })) : [];
  });
}
