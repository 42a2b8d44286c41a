import { readFile } from 'node:fs/promises';
import { t } from '@vscode/l10n';
import { version } from '../../package.json';
import { settingsFile, type CorpusFolder } from '../corpus/folder';
import { settingsProblems } from '../features/settingsFile';
import { lineAt, lineStartsOf } from '../text/lines';
import { findingsOf } from '../features/diagnostics';
import { reportsByPath } from '../features/reports';
import type { Report } from '../report/model';
import type { Finding, Severity } from '../rules/model';
import { findingsAsSarif } from './checkSarif';
import { findingsAsText } from './checkText';
import { InputError, withCorpora } from './corpora';
import { printedFinding, readBaseline, severities, sinceBaseline, type PrintedFinding } from './finding';
import { fixPreviews } from './fixPreview';
import { print } from './output';

export { severities };
export const formats = ['text', 'json', 'sarif'] as const;
/** Findings printed of one report as text. */
const shown = 200;

export interface CheckOptions {
  readonly format: (typeof formats)[number];
  readonly failOn: Severity;
  /** Earlier JSON output: what it has is left out. */
  readonly baseline?: string;
  /** Print what the fixes would change instead of the findings. */
  readonly fixPreview?: boolean;
}

async function oldFindings(file: string | undefined): Promise<ReadonlyMap<string, number>> {
  if (file === undefined) return new Map();
  try {
    return readBaseline(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new InputError(`${file}: no such file`);
    throw new InputError(`${file}: no baseline (${error instanceof Error ? error.message : String(error)})`);
  }
}

function formatted(findings: readonly PrintedFinding[], format: CheckOptions['format']): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(findings, null, 1)}\n`;
    case 'sarif':
      return `${JSON.stringify(findingsAsSarif(findings, version), null, 1)}\n`;
    case 'text':
      return findingsAsText(findings, { colour: process.stdout.isTTY && !process.env['NO_COLOR'], limit: shown });
  }
}

/** Names what has no effect in `wenmai.yaml`, with its line. */
function tellOfSettings(corpus: CorpusFolder): void {
  const yaml = corpus.specialText(settingsFile) ?? '';
  const lines = lineStartsOf(yaml);
  for (const { span, message } of settingsProblems(yaml)) process.stderr.write(`${settingsFile}:${lineAt(lines, span.start) + 1}: ${message}\n`);
}

/** `wenmai check`: all findings; true when one is as severe as `failOn`. */
export async function runCheck(paths: readonly string[], options: CheckOptions, programFolder: string): Promise<boolean> {
  const baseline = await oldFindings(options.baseline);
  const found: { readonly finding: Finding; readonly printed: PrintedFinding }[] = [];
  const previewed: { readonly report: Report; readonly findings: readonly Finding[] }[] = [];
  let checked = 0;
  await withCorpora(paths, programFolder, async (corpus) => {
    const snapshot = corpus.snapshot();
    tellOfSettings(corpus);
    for (const { path, line } of corpus.annotations.damaged()) process.stderr.write(`${path}:${line.line + 1}: no annotation (${line.reason}); the line is kept\n`);
    for (const { path, reason } of corpus.annotations.unreadable()) process.stderr.write(`${path}: annotations that cannot be read (${reason})\n`);
    for (const index of reportsByPath(snapshot)) {
      const findings = await findingsOf(corpus, snapshot, index);
      checked++;
      for (const finding of findings) found.push({ finding, printed: printedFinding(snapshot, finding) });
      const report = options.fixPreview && findings.some(({ fixes }) => fixes.length > 0) ? await corpus.parsed(index) : null;
      if (report) previewed.push({ report, findings });
    }
  });
  const fresh = sinceBaseline(found.map(({ printed }) => printed), baseline);
  if (options.fixPreview) {
    const isFresh = new Set(fresh);
    const kept = new Set(found.filter(({ printed }) => isFresh.has(printed)).map(({ finding }) => finding));
    await print(previewed.map(({ report, findings }) => fixPreviews(findings.filter((finding) => kept.has(finding)), report)).join(''));
  } else {
    await print(formatted(fresh, options.format));
  }
  if (checked === 0) process.stderr.write(`${t('There are no reports here (.txt, .md).')}\n`);
  else if (fresh.length === 0) process.stderr.write(`${baseline.size > 0 ? t('Nothing new in {0} reports.', checked) : t('Nothing found in {0} reports.', checked)}\n`);
  return fresh.some(({ severity }) => severities.indexOf(severity) >= severities.indexOf(options.failOn));
}
