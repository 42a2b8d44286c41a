import { randomUUID } from 'node:crypto';
import { comment } from '../../../server/annotation/acts';
import { annotationDisk } from '../../../server/corpus/annotationDisk';
import { createAnnotations } from '../../../server/corpus/annotations';

/** Writes annotations without end and tells its parent each one that is on the disk. */
async function writeOn(root: string): Promise<void> {
  const annotations = createAnnotations(annotationDisk(root), () => undefined);
  await annotations.load();
  for (;;) {
    const id = `urn:uuid:${randomUUID()}`;
    const passage = { source: 'r.txt', textHash: null, quotes: [{ exact: '引文', prefix: '', suffix: '', start: 1, end: 3, occurrences: 1 }] };
    await annotations.commit(comment({ name: '周', time: '2026-01-01T00:00:00Z', newId: () => id }, passage, '备注'));
    process.send?.(id);
  }
}

void writeOn(process.argv[2] ?? '');
