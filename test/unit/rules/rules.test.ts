import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { checkReport, limited, withoutIgnored } from '../../../server/rules/check';
import type { Finding, Severity } from '../../../server/rules/model';
import { allRules } from '../../../server/rules/rules';
import { contextOf } from './helper';

const root = join(import.meta.dirname, '../../..');
const chinese = JSON.parse(readFileSync(join(root, 'l10n/server.zh-cn.json'), 'utf8')) as Record<string, string>;

describe('the rules', () => {
  it('have ids of their own in the six families', () => {
    const ids = allRules.map(rule => rule.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^(?:tag|entity|structure|reference|claim|text)\/[a-z]+(?:-[a-z]+)*$/);
  });

  it('each have a page that says why, in Chinese and English', () => {
    for (const rule of allRules) {
      const page = readFileSync(join(root, 'docs/rules', `${rule.id.replace('/', '-')}.md`), 'utf8');
      assert.ok(page.includes(`\`${rule.id}\``) && page.includes(`## ${rule.title.text}`), rule.id);
    }
    assert.equal(globSync('docs/rules/*.md', { cwd: root }).length, allRules.length);
  });

  it('say everything in Chinese as well, with the same slots', () => {
    const slots = (text: string): string[] => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();
    for (const file of globSync('server/rules/**/*.ts', { cwd: root })) {
      for (const match of readFileSync(join(root, file), 'utf8').matchAll(/\bmessage\('((?:[^'\\]|\\.)*)'/g)) {
        const text = match[1] ?? '';
        assert.ok(chinese[text] !== undefined, `${file}: ${text}`);
        assert.deepEqual(slots(chinese[text]), slots(text), text);
      }
    }
  });
});

describe('checking a report', () => {
  const text = '收入从 120 万元增至 180 万元，同比增长 40%。\n\n拥有 15 张证书（10、3、3）。\n';

  it('reports in order of position, inside the text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(text, '图 1 港口\n', '1.1 背景\n', '第一章 总论\n', '序号\t名称\n1\t甲\n1\t乙\n', '见图 3。\n', '“', '（', '¹', ' ')), (pieces) => {
      const whole = pieces.join('');
      const findings = checkReport(contextOf(whole));
      for (const { span } of findings) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= whole.length);
      assert.deepEqual(findings.map(f => f.span.start), findings.map(f => f.span.start).sort((a, b) => a - b));
    }), { numRuns: 60 });
  });

  it('follows the settings of the corpus', () => {
    const severities = (rulesSet: Record<string, { severity: Severity | 'off' }>): string[] => checkReport(contextOf(text), { rules: rulesSet, ignore: [] }).map(f => `${f.rule} ${f.severity}`);
    assert.deepEqual(severities({}), ['claim/growth warning', 'claim/parts warning']);
    assert.deepEqual(severities({ 'claim/growth': { severity: 'off' }, 'claim/parts': { severity: 'hint' } }), ['claim/parts hint']);
  });

  it('leaves out what was ignored, by rule, report and text', () => {
    const findings = checkReport(contextOf(text));
    const textOf = ({ span }: Finding): string => text.slice(span.start, span.end);
    assert.equal(withoutIgnored(findings, [{ rule: 'claim/parts', report: 'report.txt', text: textOf(findings[1] as Finding), reason: '另一口径' }], textOf).length, 1);
    assert.equal(withoutIgnored(findings, [{ rule: 'claim/parts', report: 'other.txt', reason: '另一口径' }], textOf).length, 2);
  });

  it('shows the weightiest and counts the rest', () => {
    const [growth, parts] = checkReport(contextOf(text)) as [Finding, Finding];
    const shown = limited([{ ...growth, severity: 'hint' }, parts, { ...growth, severity: 'hint' }], 2);
    assert.deepEqual(shown.groups.map(({ finding }) => finding.severity), ['hint', 'warning']);
    assert.equal(shown.hidden.hint, 1);
  });

  it('tells many hints of one rule together', () => {
    const [growth, parts] = checkReport(contextOf(text)) as [Finding, Finding];
    const hints = (count: number): Finding[] => Array.from({ length: count }, () => ({ ...growth, severity: 'hint' }));
    assert.deepEqual(limited([...hints(5), parts]).groups.map(({ others }) => others.length), [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(limited([...hints(6), parts]).groups.map(({ finding, others }) => `${finding.rule} ${String(others.length)}`), ['claim/growth 5', 'claim/parts 0']);
    assert.equal(limited([...hints(6), parts], 1).hidden.hint, 6);
  });
});
