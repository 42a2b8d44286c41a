import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/root.mjs';
import { builtInEntities, loadLexicon, namesFile, writeLexicon } from '../../../server/corpus/lexiconFile';
import { writeNames } from '../../../server/corpus/namesFile';

describe('the prepared lexicon', () => {
  const fromFiles = loadLexicon(join(root, 'server/entity/lexicon'));
  let folder: string;
  let file: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-lexicon-'));
    file = join(folder, 'lexicon.jsonl');
    writeFileSync(file, writeLexicon(fromFiles));
    writeFileSync(namesFile(file), await writeNames(fromFiles));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('says what its files say', () => {
    assert.deepEqual(loadLexicon(file), fromFiles);
  });

  it('finds every entity by its id, and no other', () => {
    const find = builtInEntities(file);
    for (const entity of fromFiles.entities) assert.deepEqual(find(entity.id), entity);
    assert.equal(find('company:没有这家企业'), undefined);
  });
});
