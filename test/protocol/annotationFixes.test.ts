import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClient, type Client } from './client';

const sentence = '青禾医疗在云汀市发布了三款面向基层医院的新产品。';
const text = `新品发布\n\n${sentence}\n\n以上产品已经上市。\n`;
const annotation = {
  '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:uuid:1', type: 'Annotation', motivation: 'classifying', creator: { type: 'Person', name: '周予棠' },
  body: [{ type: 'TextualBody', purpose: 'tagging', value: 'old' }],
  target: { source: 'a.txt', selector: [{ type: 'TextQuoteSelector', exact: sentence, prefix: '新品发布\n\n', suffix: '\n\n以上产品' }, { type: 'TextPositionSelector', start: 6, end: 6 + sentence.length }] },
};

describe('a fix that changes annotations', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'wenmai-fix-'));
  const file = join(folder, 'annotations/a.txt/周予棠.jsonl');
  let client: Client;
  before(() => {
    mkdirSync(join(folder, 'annotations/a.txt'), { recursive: true });
    writeFileSync(join(folder, 'a.txt'), text);
    writeFileSync(file, `${JSON.stringify(annotation)}\n`);
    writeFileSync(join(folder, 'codebook.yaml'), 'tags:\n  - id: old\n    name: 旧\n    deprecated: true\n    replacedBy: new\n  - id: new\n    name: 新\n');
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [name, tag] of [['林未晞', 'old'], ['周予棠', 'new']] as const) {
    it(`leaves the file with “${tag}” when ${name} asks for it`, async () => {
      client = await startClient(folder, { settings: { 'wenmai.annotator': name } });
      await client.open('a.txt');
      const start = { line: 2, character: 1 };
      const actions = await client.request<{ title: string; command?: { command: string; arguments: unknown[] } }[]>('textDocument/codeAction', {
        textDocument: { uri: client.uri('a.txt') }, range: { start, end: start }, context: { diagnostics: [] },
      });
      const fix = actions.find(({ command }) => command?.command === 'wenmai.changeAnnotations');
      assert.ok(fix, JSON.stringify(actions));
      await client.request('workspace/executeCommand', fix.command);
      const kept = JSON.parse(readFileSync(file, 'utf8').trim()) as typeof annotation;
      assert.deepEqual(kept.body.map(({ value }) => value), [tag]);
      if (name === '林未晞') await client.stop();
    });
  }
});
