/** What stands in the annotation files of a corpus. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

/** Every line of every annotation file, parsed, by id. Fails where a file is not whole. */
export function linesOnDisk(corpus: string): Map<string, Record<string, unknown>> {
  const lines = new Map<string, Record<string, unknown>>();
  for (const file of globSync('annotations/**/*.jsonl', { cwd: corpus })) {
    const text = readFileSync(join(corpus, file), 'utf8');
    assert(text === '' || text.endsWith('\n'), `${file} is whole`);
    for (const line of text.split('\n').filter((each) => each !== '')) {
      const value = JSON.parse(line) as Record<string, unknown>;
      lines.set(value['id'] as string, value);
    }
  }
  return lines;
}
