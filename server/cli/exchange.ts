import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Act, Step } from '../annotation/acts';
import { annotationPath } from '../annotation/place';
import { csvOf } from '../exchange/csv';
import { annotatedReports } from '../exchange/reports';
import { segmentsOf } from '../exchange/segments';
import { annotatorOfImported, readW3c, reportOfImported, w3cOf } from '../exchange/w3c';
import { InputError, withCorpora } from './corpora';

export const exportFormats = ['csv', 'w3c'] as const;
export const importFormats = ['w3c'] as const;

/** `wenmai export`: writes a corpus's annotations to a file, whole or not at all. */
export async function runExport(folder: string, { to, out }: { readonly to: string; readonly out: string }, programFolder: string): Promise<void> {
  const format = exportFormats.find((name) => name === to);
  if (format === undefined) throw new InputError(`${to}: no format; one of ${exportFormats.join(', ')}`);
  await withCorpora([folder], programFolder, async (corpus) => {
    const reports = await annotatedReports(corpus);
    const annotations = reports.flatMap((report) => report.annotations.map(({ filed }) => filed.annotation));
    const text = format === 'csv' ? csvOf(segmentsOf(reports, corpus.snapshot().codebook), { spreadsheet: true }) : w3cOf(annotations, path.basename(path.resolve(folder)));
    const temporary = `${out}.tmp`;
    await writeFile(temporary, text, 'utf8');
    await rename(temporary, out);
    process.stderr.write(`${out}: ${annotations.length} annotations of ${reports.length} reports\n`);
  });
}

/** `wenmai import`: takes annotations into a corpus; those it has already stay as they are. Exits with 1 where something was left out. */
export async function runImport(file: string, { from, into }: { readonly from: string; readonly into: string }, programFolder: string): Promise<void> {
  if (!importFormats.some((name) => name === from)) throw new InputError(`${from}: no format; one of ${importFormats.join(', ')}`);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
  await withCorpora([into], programFolder, async (corpus) => {
    const { reports } = corpus.snapshot();
    const { annotations, problems } = readW3c(text, (source) => reports.has(source));
    for (const { line, problem, value } of problems) process.stderr.write(`${file}:${line}: ${problem}${value === '' ? '' : `: ${value}`}\n`);
    const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
    const steps = annotations.flatMap((annotation): Step[] => {
      const report = corpus.annotations.find(annotation.id) === null ? reportOfImported(annotation, byId) : null;
      const name = annotatorOfImported(annotation, path.basename(file, path.extname(file)));
      return report === null ? [] : [{ path: annotationPath(report, name), id: annotation.id, before: null, after: annotation }];
    });
    const act: Act = { kind: 'tag', steps, what: [] };
    await corpus.annotations.commit(act);
    process.stderr.write(`${steps.length} annotations taken in, ${annotations.length - steps.length} were there already, ${problems.length} left out\n`);
    if (problems.length > 0) process.exitCode = 1;
  });
}
