import assert from 'node:assert/strict';
import { readSettings, defaultSettings } from '../../../server/corpus/settings';
import { ignoring } from '../../../server/features/ignoring';
import { withoutIgnored } from '../../../server/rules/check';
import type { Finding } from '../../../server/rules/model';

const finding: Finding = { report: '港口.txt', span: { start: 3, end: 7 }, rule: 'claim/parts', severity: 'warning', message: { text: '', args: [] }, related: [], fixes: [] };

describe('letting a finding stand', () => {
  for (const yaml of ['', '# 设置\nrules:\n  claim/growth: off # 口径不同\n', 'ignore:\n  - rule: tag/unknown\n    reason: 旧标签\n']) {
    it(`takes it away and keeps the rest: ${JSON.stringify(yaml)}`, () => {
      const changed = ignoring(yaml, finding, '64 家') ?? '';
      const { ignore, rules } = readSettings(defaultSettings, changed);
      assert.deepEqual(withoutIgnored([finding], ignore, () => '64 家'), []);
      assert.equal(withoutIgnored([finding], ignore, () => '65 家').length, 1);
      assert.deepEqual(rules, readSettings(defaultSettings, yaml).rules);
      for (const comment of yaml.match(/#.*/g) ?? []) assert.ok(changed.includes(comment));
    });
  }
  it('leaves a file alone that it cannot read', () => assert.equal(ignoring('rules: [', finding, ''), null));
});
