import assert from 'node:assert/strict';
import { read } from './outline';

const body = '需求端的变化来得比供给端更早，订单从年初起逐季回升，库存则降到了三年来的低位。';

describe('the title of a report', () => {
  it('stands below the publisher on a cover', () => {
    assert.equal(read(`示例研究所\n\n\n\n从零件到整机：装备产业观察（2024）\n\n2024 年 6 月\n\n${body}\n`).meta.title, '从零件到整机：装备产业观察（2024）');
  });

  it('begins with the company that it is the report of', () => {
    assert.equal(read(`示例装备股份有限公司\n2024年年度报告\n\n2025年04月\n\n${body}\n`).meta.title, '示例装备股份有限公司2024年年度报告');
  });

  it('is what stands there where nothing better follows', () => {
    assert.equal(read(`示例研究所\n\n\n\n关于本报告\n\n${body}\n`).meta.title, '示例研究所');
  });
});
