import type { ReportIndex } from '../corpus/model';
import type { Span } from '../text/span';
import { tocTarget } from './definition';

/** A link in a report: to a page, or to a place in the report. Parts of a link cut by line ends are links of their own. */
export interface Link {
  readonly span: Span;
  readonly target: { readonly uri: string } | { readonly place: Span };
}

/** The parts of a span that lie on single lines. */
function byLines(index: ReportIndex, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const lineStart of index.lineStarts) {
    if (lineStart <= from) continue;
    if (lineStart >= end) break;
    parts.push({ start: from, end: lineStart });
    from = lineStart;
  }
  parts.push({ start: from, end });
  return parts;
}

function uriOf(text: string): string | null {
  const joined = text.replace(/\s+/g, '');
  if (/^(https?|ftp):\/\//i.test(joined)) return joined;
  if (/^10\.\d{4,9}\/\S+$/.test(joined)) return `https://doi.org/${joined}`;
  if (/^doi:/i.test(joined)) return `https://doi.org/${joined.slice(4)}`;
  if (/^[^@/\s]+@[^@/\s]+\.[a-z]+$/i.test(joined)) return `mailto:${joined}`;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+/i.test(joined) ? `https://${joined}` : null;
}

/** Addresses, lines of contents and note marks, in order of position. */
export function documentLinks(index: ReportIndex): Link[] {
  const links: Link[] = [];
  for (const { kind, span, text } of index.references) {
    const uri = kind === 'url' ? uriOf(text) : null;
    if (uri !== null) for (const part of byLines(index, span)) links.push({ span: part, target: { uri } });
  }
  for (const entry of index.toc) {
    const place = tocTarget(index, entry);
    if (place) for (const part of byLines(index, entry.span)) links.push({ span: part, target: { place } });
  }
  for (const { mark, note } of index.notes) if (note) links.push({ span: mark, target: { place: note } });
  return links.sort((a, b) => a.span.start - b.span.start);
}
