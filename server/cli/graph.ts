import { createPassageTable } from '../corpus/passageTable';
import { graphOf } from '../features/graph';
import { printGraph, type GraphFormat } from '../features/graphFormats';
import { withCorpora } from './corpora';
import { print } from './output';

/** `wenmai graph`: the graph of one corpus. */
export async function runGraph(path: string, { format }: { readonly format: GraphFormat }, programFolder: string): Promise<void> {
  await withCorpora([path], programFolder, async (corpus) => {
    await print(printGraph(graphOf(corpus.snapshot(), createPassageTable()), format));
  });
}
