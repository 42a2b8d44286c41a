import assert from 'node:assert/strict';
import { parseEntityList } from '../../../server/entity/list';

const problems = (yaml: string): (readonly [string, string, number])[] => parseEntityList(yaml).problems.map((p) => [p.kind, p.value, p.line] as const);

describe('the entity list', () => {
  it('reads entities, added types and names to ignore', () => {
    const list = parseEntityList(
      ['types:', '  - {id: disease, name: 疾病}', 'entities:', '  - id: yidu', '    name: 医渡科技', '    type: company', '    aliases: [医渡云, 360]', '    attributes: {股票代码: 02158.HK}', '    note: 港股', 'ignore: [领智]'].join('\n'),
    );
    assert.deepEqual(list.entities, [
      { id: 'yidu', name: '医渡科技', type: 'company', aliases: ['医渡云', '360'], attributes: { 股票代码: '02158.HK' }, note: '港股', origin: 'list' },
    ]);
    assert.deepEqual([list.types, list.ignored, list.problems], [[{ id: 'disease', name: '疾病' }], ['领智'], []]);
  });

  it('reports a broken file and keeps what can be read', () => {
    const list = parseEntityList('entities:\n  - name: 华为\n  - name: "未闭合\n');
    assert.equal(list.entities[0]?.name, '华为');
    assert.ok(list.problems.some((p) => p.kind === 'syntax'));
  });

  it('reports duplicate ids, unknown types, missing names and clashing aliases with their lines', () => {
    assert.deepEqual(problems('entities:\n  - {id: a, name: 甲公司}\n  - {id: a, name: 乙公司}\n'), [['duplicateId', 'a', 2]]);
    assert.deepEqual(problems('entities:\n  - {name: 甲公司, type: firm}\n'), [['unknownType', 'firm', 1]]);
    assert.deepEqual(problems('entities:\n  - {id: a}\n'), [['missingName', '', 1]]);
    assert.deepEqual(problems('entities:\n  - {name: 甲公司, aliases: [阿甲]}\n  - {name: 乙公司, aliases: [阿甲]}\n'), [['ambiguousAlias', '阿甲', 2]]);
    assert.deepEqual(problems('entities:\n  - {name: 甲公司}\n  - {name: 乙公司, aliases: [甲公司]}\n'), [['aliasIsName', '甲公司', 2]]);
  });

  it('is empty for any text that is no map', () => {
    for (const text of ['', '- a', '42', '\u0000', '{']) assert.deepEqual(parseEntityList(text).entities, []);
  });
});
