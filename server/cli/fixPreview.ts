import { localised } from '../features/diagnostics';
import type { Report } from '../report/model';
import type { Finding, Fix } from '../rules/model';
import { lineAt } from '../text/lines';

interface Replacement {
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
}

/** What a fix would do to the report's text, line by line, as a diff prints it; "" for fixes of other files. */
function previewOf({ title, changes }: Fix, { source, path }: Report): string {
  const replacements = changes.flatMap((change): Replacement[] => (change.kind === 'text' ? [change] : []));
  const blocks = replacements.map(({ span, text }) => {
    const first = lineAt(source.lineStarts, span.start);
    const last = lineAt(source.lineStarts, Math.max(span.start, span.end));
    const from = source.lineStarts[first] ?? 0;
    const to = last + 1 < source.lineStarts.length ? (source.lineStarts[last + 1] ?? 0) : source.text.length;
    const before = source.text.slice(from, to);
    const after = before.slice(0, span.start - from) + text + before.slice(span.end - from);
    const marked = (sign: string, lines: string): string => lines.trimEnd().split(/\r\n|\n|\r/).map((line) => `${sign}${line}\n`).join('');
    return `@@ ${path}:${first + 1} @@ ${localised(title)}\n${marked('-', before)}${marked('+', after)}`;
  });
  return blocks.join('');
}

/** The first fix of each finding as a preview; nothing is changed. */
export function fixPreviews(findings: readonly Finding[], report: Report): string {
  return findings.map(({ fixes }) => {
    const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
    return fix ? previewOf(fix, report) : '';
  }).join('');
}
