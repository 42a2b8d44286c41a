import { explainHeadings, inspect } from '../features/inspect';
import { reportsByPath } from '../features/reports';
import { withCorpora } from './corpora';
import { print } from './output';

/** `wenmai inspect`: one JSON object a line for each report, or why its headings are headings. */
export async function runInspect(paths: readonly string[], options: { readonly explain?: boolean }, programFolder: string): Promise<void> {
  await withCorpora(paths, programFolder, async (corpus) => {
    const snapshot = corpus.snapshot();
    for (const index of reportsByPath(snapshot)) {
      const lines = options.explain ? explainHeadings(index) : [JSON.stringify(inspect(snapshot, index, await corpus.anchored(index.path)))];
      if (lines.length > 0 && !(await print(`${lines.join('\n')}\n`))) return;
    }
  });
}
