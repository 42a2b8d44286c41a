/** What an editor marked in a report, and which of it the rules find. */
import type { Finding } from '../../server/rules/model';
import { lineAt, type LineStarts } from '../../server/text/lines';

/** A defect or a sound statement of a list such as `defects-001.md`; lines count from 1. */
export interface Labelled {
  readonly id: string;
  /** "A" to "K" for defects, "N" for statements that are right. */
  readonly kind: string;
  readonly lines: ReadonlySet<number>;
  readonly text: string;
}

/** The rules that answer each class of defects: a finding of another kind on the same line is chance. */
const answering: Readonly<Record<string, RegExp>> = {
  A: /^structure\/(?:duplicate-number|number-order|caption-unlisted)$/,
  B: /^structure\/(?:toc-|caption-unlisted)/,
  C: /^structure\/toc-/,
  D: /^structure\/(?:section-number|number-order|duplicate-number|heading-jump)$/,
  E: /^structure\/cut-paragraph$/,
  F: /^structure\/duplicate-(?:paragraph|row)$/,
  G: /^structure\/row-number$/,
  H: /^claim\//,
  I: /^entity\//,
  J: /^claim\/(?:date-order|period|conflict|impossible|issuance)$/,
  K: /^reference\//,
};

/** "- D01 | lines 302, 334 | …" */
function labelsIn(part: string, kind: string): Labelled[] {
  return part.split('\n').flatMap((line): Labelled[] => {
    const [, id = '', places = '', text = ''] = /^- ([DN]\d+) \| lines? ([^|]*)\| (.*)$/u.exec(line) ?? [];
    if (id === '') return [];
    const lines = new Set<number>();
    for (const [, first = '', last = first] of places.matchAll(/(\d+)(?:-(\d+))?/gu)) for (let n = Number(first); n <= Number(last); n++) lines.add(n);
    return [{ id, kind: id.startsWith('D') ? kind : 'N', lines, text }];
  });
}

/** The labels of a list, with the classes that its headings name. */
export function classedLabelsIn(markdown: string): Labelled[] {
  return markdown.split(/^## /mu).flatMap((part) => labelsIn(part, /^([A-K])\. /u.exec(part)?.[1] ?? 'N'));
}

/** Lines of a finding in its own report: where it stands, and the other places that it names there. */
function linesOf({ report, span, related }: Finding, lineStarts: LineStarts): Set<number> {
  const lines = new Set<number>();
  const places = [span, ...related.filter((place) => place.report === report).map((place) => place.span)];
  for (const { start, end } of places) for (let n = lineAt(lineStarts, start); n <= lineAt(lineStarts, Math.max(start, end - 1)); n++) lines.add(n + 1);
  return lines;
}

/** True where a finding is about what the label tells of: one of its rules, one of its lines, and for names one of its names. */
export function answers(finding: Finding, label: Labelled, lineStarts: LineStarts): boolean {
  if (answering[label.kind]?.test(finding.rule) === false) return false;
  const squeezed = label.text.replace(/\s/g, '').toLowerCase();
  const names = finding.message.args.map((arg) => String(arg).replace(/\s/g, '').toLowerCase()).filter((arg) => arg.length > 1);
  if (label.kind === 'I' && !names.some((name) => squeezed.includes(name))) return false;
  return [...linesOf(finding, lineStarts)].some((line) => label.lines.has(line));
}
