import type { CorpusFolder } from '../corpus/folder';
import type { AnnotatedReport } from './segments';

/** The reports of a corpus that have annotations, by path; those whose file is gone have no text and only orphans. */
export async function annotatedReports(corpus: CorpusFolder): Promise<AnnotatedReport[]> {
  const { reports } = corpus.snapshot();
  const paths = new Set([...[...reports.entries()].map(([path]) => path), ...corpus.annotations.reports()]);
  const seen = new Set<string>();
  const list: AnnotatedReport[] = [];
  // Reports that are there come first, so that the annotations of one that was moved are told with its new place.
  for (const path of [...paths].sort((a, b) => Number(reports.has(b)) - Number(reports.has(a)) || (a < b ? -1 : 1))) {
    const annotations = (await corpus.anchored(path)).filter(({ filed }) => !seen.has(filed.annotation.id));
    for (const { filed } of annotations) seen.add(filed.annotation.id);
    if (annotations.length === 0) continue;
    list.push({ path, text: (await corpus.text(path)) ?? '', headings: reports.get(path)?.headings ?? [], annotations });
  }
  return list;
}
