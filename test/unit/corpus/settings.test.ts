import assert from 'node:assert/strict';
import { reportFilter } from '../../../server/corpus/files';
import { defaultSettings, overlaySettings, readSettings } from '../../../server/corpus/settings';

describe('the settings of a corpus', () => {
  it('wenmai.yaml wins over the user where it says something', () => {
    const user = overlaySettings(defaultSettings, { encoding: 'gb18030', rules: { 'text/a': 'off' }, index: { maxFileSize: 10 } });
    const both = readSettings(user, 'encoding: auto\nrules:\n  tag/unknown: error\n  claim/sum: { severity: hint, tolerance: 0.1 }\n');
    assert.equal(both.encoding, 'auto');
    assert.equal(both.maxFileSize, 10);
    assert.deepEqual(both.rules, {
      'text/a': { severity: 'off' }, 'tag/unknown': { severity: 'error' }, 'claim/sum': { severity: 'hint', options: { tolerance: 0.1 } },
    });
  });

  for (const yaml of ['', '- a\n- b', 'include: 3', 'include: [1]', 'encoding: latin-7', 'index: {maxFileSize: -1}', 'rules: [a]', 'a: *none', ': : :', '&a [*a]', 'text']) {
    it(`nothing changes by ${JSON.stringify(yaml)}`, () => assert.deepEqual(readSettings(defaultSettings, yaml), defaultSettings));
  }
});

describe('the files of a corpus', () => {
  const isReport = reportFilter(defaultSettings);
  for (const path of ['a.txt', '甲/乙 丙.md', 'deep/er/报告.markdown']) it(`${path} is a report`, () => assert.ok(isReport(path)));
  for (const path of ['a.pdf', 'entities.yaml', '.git/a.txt', 'a/.hidden/b.md', '.secret.txt', 'node_modules/x/a.md', 'annotations/a.txt/b.md', 'README.md']) {
    it(`${path} is none`, () => assert.ok(!isReport(path)));
  }
});
