import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import type { Result, Run } from 'sarif';
import { findingsAsSarif } from '../../../server/cli/checkSarif';
import { findingsAsText } from '../../../server/cli/checkText';
import { readBaseline, sinceBaseline, type PrintedFinding } from '../../../server/cli/finding';
import { allRules } from '../../../server/rules/rules';

const at = (line: number): PrintedFinding['range'] => ({ start: { line, character: 2 }, end: { line, character: 5 } });
const finding = (line: number, severity: PrintedFinding['severity'], more: Partial<PrintedFinding> = {}): PrintedFinding =>
  ({ report: '港口/年报.txt', range: at(line), rule: 'claim/growth', severity, message: `第 ${String(line)} 处`, related: [], ...more });

describe('wenmai check as text', () => {
  it('groups by report and counts', () => {
    const text = findingsAsText([finding(3, 'warning'), finding(7, 'hint')], { colour: false, limit: 200 });
    assert.equal(text, [
      '港口/年报.txt',
      '  4:3      warning     第 3 处  claim/growth',
      '  8:3      hint        第 7 处  claim/growth',
      '', '2 (warning: 1, hint: 1)', '',
    ].join('\n'));
  });
  it('keeps the weightiest where there are too many', () => {
    const text = findingsAsText([finding(1, 'hint'), finding(2, 'warning'), finding(3, 'hint')], { colour: false, limit: 1 });
    assert.match(text, /3:3 +warning/);
    assert.match(text, /… 2 more/);
  });
  it('paints only where asked', () => {
    assert.ok(!findingsAsText([finding(1, 'error')], { colour: false, limit: 9 }).includes('\u001b'));
    assert.ok(findingsAsText([finding(1, 'error')], { colour: true, limit: 9 }).includes('\u001b'));
  });
  it('prints nothing for nothing', () => assert.equal(findingsAsText([], { colour: false, limit: 9 }), ''));
});

describe('wenmai check as SARIF', () => {
  const related = [{ report: '别的.txt', range: at(0), message: '在这里' }];
  const log = findingsAsSarif([finding(3, 'information', { related })], '1.2.3');
  const run = log.runs[0] as Run;

  it('holds against the schema of SARIF 2.1.0', () => {
    const schema: unknown = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
    const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false });
    const validate = ajv.compile(schema as object);
    const everySeverity = (['error', 'warning', 'information', 'hint'] as const).map((severity) => finding(2, severity, { related }));
    for (const findings of [[], everySeverity]) assert.ok(validate(findingsAsSarif(findings, '1.2.3')), ajv.errorsText(validate.errors));
    assert.ok(!validate({ version: '2.1.0', runs: [{}] }), 'the schema itself demands a tool');
  });
  it('is a log of one run that names the rules', () => {
    assert.equal(log.version, '2.1.0');
    assert.equal(run.tool.driver.rules?.length, allRules.length);
    assert.equal(run.columnKind, 'utf16CodeUnits');
  });
  it('points to its rule, from line and column 1, with a valid URI', () => {
    const result = run.results?.[0] as Result;
    assert.equal(run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id, 'claim/growth');
    assert.equal(result.level, 'note');
    const place = result.locations?.[0]?.physicalLocation;
    assert.ok(place);
    assert.deepEqual(place.region, { startLine: 4, startColumn: 3, endLine: 4, endColumn: 6 });
    assert.match(place.artifactLocation?.uri ?? '', /^[!-~]+$/);
    assert.equal(decodeURIComponent(place.artifactLocation?.uri ?? ''), '港口/年报.txt');
    assert.equal(result.relatedLocations?.[0]?.message?.text, '在这里');
  });
});

describe('a baseline', () => {
  it('takes old findings away wherever they have moved to, one for one', () => {
    const old = readBaseline(JSON.stringify([finding(3, 'warning')]));
    const moved = finding(3, 'warning', { range: at(90) });
    assert.deepEqual(sinceBaseline([moved], old), []);
    assert.equal(sinceBaseline([moved, moved], old).length, 1);
    assert.equal(sinceBaseline([finding(4, 'warning')], old).length, 1);
  });
  it('is a list of findings', () => {
    assert.throws(() => readBaseline('{}'), /not a list of findings/);
    assert.throws(() => readBaseline('[{"rule":1}]'), /not a list of findings/);
  });
});
