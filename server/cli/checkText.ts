import { styleText } from 'node:util';
import { t } from '@vscode/l10n';
import type { Severity } from '../rules/model';
import { severities, type PrintedFinding } from './finding';

const colours = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'gray' } as const satisfies Record<Severity, string>;

/** A severity in the user's language. */
const labels: Record<Severity, () => string> = { error: () => t('error'), warning: () => t('warning'), information: () => t('information'), hint: () => t('hint') };

/** Chinese characters take two cells of a terminal. */
const padded = (label: string, cells: number): string => label + ' '.repeat(Math.max(0, cells - label.length - (label.match(/\p{Script=Han}/gu)?.length ?? 0)));

export interface TextOptions {
  readonly colour: boolean;
  /** Findings printed of one report; the rest is counted. */
  readonly limit: number;
}

type Style = Parameters<typeof styleText>[0];

/** Findings for people: grouped by report, one a line, a count at the end. Lines and columns from 1. */
export function findingsAsText(findings: readonly PrintedFinding[], { colour, limit }: TextOptions): string {
  const paint = (style: Style, text: string): string => (colour ? styleText(style, text, { validateStream: false }) : text);
  const reports = new Map<string, PrintedFinding[]>();
  for (const finding of findings) {
    const group = reports.get(finding.report);
    if (group) group.push(finding);
    else reports.set(finding.report, [finding]);
  }
  const groups = [...reports].map(([report, group]) => {
    const shown = weightiest(group, limit);
    const lines = shown.map((finding) => lineOf(finding, paint));
    const rest = group.length - shown.length;
    return [paint('underline', report), ...lines, ...(rest > 0 ? [paint('gray', `  … ${t('{0} more', rest)}`)] : []), ''].join('\n');
  });
  return groups.join('\n') + (findings.length > 0 ? `\n${summary(findings)}\n` : '');
}

/** The weightiest findings of a report, in order of position. */
function weightiest(findings: readonly PrintedFinding[], limit: number): readonly PrintedFinding[] {
  if (findings.length <= limit) return findings;
  const weight = ({ severity }: PrintedFinding): number => severities.indexOf(severity);
  const kept = new Set([...findings].sort((a, b) => weight(b) - weight(a)).slice(0, limit));
  return findings.filter((finding) => kept.has(finding));
}

function lineOf({ report, range, severity, message, rule, related }: PrintedFinding, paint: (style: Style, text: string) => string): string {
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const lines = [`  ${place.padEnd(8)} ${paint(colours[severity], padded(labels[severity](), 11))} ${message}  ${paint('gray', rule)}`];
  for (const other of related) {
    const file = other.report === report ? '' : `${other.report}:`;
    lines.push(paint('gray', `           ${file}${other.range.start.line + 1}:${other.range.start.character + 1} ${other.message}`));
  }
  return lines.join('\n');
}

function summary(findings: readonly PrintedFinding[]): string {
  const counts = [...severities].reverse().flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [`${labels[severity]()}: ${count}`] : [];
  });
  return `${findings.length} (${counts.join(', ')})`;
}
