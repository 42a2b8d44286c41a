import assert from 'node:assert/strict';
import { mixedScript } from '../../../server/rules/text/mixedScript';
import { replacement } from '../../../server/rules/text/replacement';
import { straySpace } from '../../../server/rules/text/straySpace';
import { found, problemsOf } from './helper';

describe('text/*', () => {
  it('tells unreadable characters, a run at a time', () => {
    assert.deepEqual(found(replacement, '港口\ufffd\ufffd吞吐量\ufffd上升。\n'), ['1: 2 characters could not be decoded.', '1: 1 characters could not be decoded.']);
  });
  it('tells a traditional passage in simplified text', () => {
    const simplified = '港口的吞吐量在这一年里保持了平稳的增长，散货略有下降，集装箱则有所上升。'.repeat(4);
    assert.equal(found(mixedScript, `${simplified}\n\n這個港口擴建後，貨櫃數量增長。\n`).length, 1);
    assert.deepEqual(found(mixedScript, `${simplified}\n`), []);
  });
  it('lets a traditional report be', () => {
    assert.deepEqual(found(mixedScript, '這個港口擴建後，貨櫃數量增長，業務範圍遍及東亞。\n'), []);
  });
  it('tells a space that cuts a word, and offers to take it out', () => {
    const text = '须经两位主治以上医 师确认后才能启用，由医师签字之后归档，并在月底统一核对一次，避免遗漏；具体的流程写在手册里。'.repeat(2).replace('医 师确认', '医 师确认') + '\n';
    const [problem] = problemsOf(straySpace, `${'港口的吞吐量在这一年里保持了平稳的增长，散货略有下降。'.repeat(20)}\n\n${text}`);
    assert.equal(problem?.severity, undefined);
    assert.deepEqual(problem?.fixes?.[0]?.changes.map(c => (c.kind === 'text' ? c.text : null)), ['']);
  });
  it('lets a title stand that is set apart', () => {
    assert.deepEqual(found(straySpace, `港 务 工 作 报 告\n\n${'港务工作报告说，港口的吞吐量在这一年里保持了平稳的增长。'.repeat(60)}\n`), []);
  });
  it('lets a space between names stand', () => {
    assert.deepEqual(found(straySpace, `${'港口的吞吐量在这一年里保持了平稳的增长。'.repeat(20)}\n\n编辑 赵方园 王庆凯，校对于月底完成，谢谢。\n`), []);
  });
});
