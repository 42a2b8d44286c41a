import assert from 'node:assert/strict';
import { extendNames } from '../../../server/entity/extend';
import { listNames } from '../../../server/entity/listed';
import { builtInNames } from '../../../server/entity/names';
import { nearMissesOf } from '../../../server/entity/nearMiss';
import { parseEntityList } from '../../../server/entity/list';
import { nearMiss } from '../../../server/rules/entity/nearMiss';
import { typeConflict } from '../../../server/rules/entity/typeConflict';
import { unlisted } from '../../../server/rules/entity/unlisted';
import { spelling } from '../../../server/rules/entity/spelling';
import { variant } from '../../../server/rules/entity/variant';
import { contextOf, found, problemsOf } from './helper';

describe('names nearly like a known one', () => {
  const list = parseEntityList('entities:\n  - name: 澜港航运\n    type: company\n  - name: HarborSight\n    type: product\n');
  const nothing = builtInNames([]);
  const names = extendNames(listNames(nothing.names, list), nothing, []);
  const near = (text: string, ...unknown: readonly string[]): string[] => {
    const { report, mentions } = contextOf(text, { names: unknown });
    return nearMissesOf(report, mentions, names).map(miss => `${miss.text} → ${miss.name}`);
  };

  it('are one character away, or two swapped letters', () => {
    assert.deepEqual(near('东港市蓝港航运公司', 'company:蓝港航运'), ['蓝港航运 → 澜港航运']);
    assert.deepEqual(near('接入 HarborSihgt 之后', 'product:HarborSihgt'), ['HarborSihgt → HarborSight']);
  });
  it('are not told apart by numbers, enumeration or another line of business', () => {
    assert.deepEqual(near('接入 HarborSight2 之后', 'product:HarborSight2'), []);
    assert.deepEqual(near('澜港航运、蓝港航运', 'company:蓝港航运', 'company:澜港航运'), []);
    assert.deepEqual(near('澜港地产开工', 'company:澜港地产'), []);
  });
  it('are no known names with their form, no firms of one trade, and no medicines of one kind', () => {
    assert.deepEqual(near('澜港航运集团扩建', 'company:澜港航运集团'), []);
    const entry = (type: 'company' | 'product', name: string) => ({ name, type, guarded: false, forms: [], attributes: {} });
    const builtIn = builtInNames([entry('company', '岚银理财'), entry('product', '依澜珠单抗'), entry('company', '澜岫智联')]).names;
    const misses = (text: string, unknown: string): number => nearMissesOf(contextOf(text, { names: [unknown] }).report, contextOf(text, { names: [unknown] }).mentions, builtIn).length;
    assert.deepEqual([misses('岑银理财成立', 'company:岑银理财'), misses('依蓝珠单抗上市', 'product:依蓝珠单抗'), misses('澜袖智联上市', 'company:澜袖智联')], [0, 0, 1]);
  });
  it('are found in running text by their sound', () => {
    const text = '澜岫智航在三个港口部署了系统。澜岫智航的客户以内河港口为主。后来，澜袖智航又进入沿海市场。\n';
    assert.deepEqual(found(nearMiss, text, { names: ['company:澜岫智航'] }), ['1: “澜袖智航” is nearly “澜岫智航”: a slip?']);
    assert.equal(problemsOf(nearMiss, text, { names: ['company:澜岫智航'] })[0]?.severity, 'warning');
  });
});

describe('slips in a report’s own names', () => {
  it('are single characters misread inside a longer name that stands often', () => {
    const text = '澜岫港航集团在三个港口部署了系统。澜岫港航集团的客户以内河港口为主。澜岫港航集团上市了。后来，澜岫巷航集团又进入沿海市场，澜岫港肮集团没有。澜岫港航集圈也没有。\n';
    assert.deepEqual(problemsOf(nearMiss, text, { names: ['company:澜岫港航集团'] }).map(p => `${String(p.message.args[0])} ${p.severity ?? ''}`).sort(), ['澜岫巷航集团 warning', '澜岫港肮集团 information']);
  });
  it('are characters that sound or look alike, in names of their own as well, and in short forms of registered ones', () => {
    const severities = (text: string, ...names: string[]): string[] => problemsOf(nearMiss, text, { names }).map(p => `${String(p.message.args[0])} ${p.severity ?? ''}`);
    assert.deepEqual(severities('临港人形机器人中心成立。临港人形机器人中心发布。临港人形机器人中心扩建。临港人型机器人中心参加。\n', 'academic:临港人形机器人中心', 'academic:临港人型机器人中心'), ['临港人型机器人中心 warning']);
    assert.deepEqual(severities('青岛岚桥传感技术有限公司投产。岚桥传感盈利。岚桥传感扩产。岚侨传感上市。\n', 'company:青岛岚桥传感技术有限公司'), ['岚侨传感 warning']);
    assert.deepEqual(severities('青岛岚桥传感技术有限公司投产。后来，青岛岚桥传感技木有限公司获评。\n', 'company:青岛岚桥传感技术有限公司', 'company:青岛岚桥传感技木有限公司'), ['青岛岚桥传感技木有限公司 warning']);
    assert.deepEqual(severities('宋立言任职。宋立言出席。宋立严辞任。\n', 'person:宋立言'), ['宋立严 information']);
  });
  it('are not other institutions, nor two that stand side by side', () => {
    for (const [text, ...names] of [
      ['山西省人民医院扩建。山西省人民医院义诊。陕西省人民医院也来了。', 'hospital:山西省人民医院', 'hospital:陕西省人民医院'],
      ['临港第一医院扩建。临港第一医院义诊。临港第二医院也来了。', 'hospital:临港第一医院'],
      ['岚网公司扩建。岚网公司义诊。岚电公司也来了。', 'company:岚网公司'],
      ['澜岫智航获奖。澜岫智航上市。澜岫智航、澜袖智航都来了。', 'company:澜岫智航', 'company:澜袖智航'],
    ] as const) assert.deepEqual(found(nearMiss, `${text}\n`, { names }), [], text);
  });
  it('are swapped, missing and wrong letters of a Latin name that stands often', () => {
    const often = 'HarborNet 很快。HarborNet 很准。HarborNet 很省。HarborNet 很新。';
    for (const slip of ['HabrorNet', 'HarbrNet', 'HarborMet']) assert.deepEqual(found(spelling, `${often}${slip} 呢？\n`), [`1: “${slip}” is nearly “HarborNet”: a slip?`]);
    for (const other of ['HarborNets', 'HarborNet2', 'harborNet', 'HarborPort']) assert.deepEqual(found(spelling, `${often}${other} 呢？\n`).filter(m => m.includes('slip')), [], other);
    assert.deepEqual(found(spelling, 'Harbor-Sense 很快。Harbor-Sense 很准。Harbor-Sence 呢？\n').filter(m => m.includes('slip')), ['1: “Harbor-Sence” is nearly “Harbor-Sense”: a slip?']);
    assert.deepEqual(found(spelling, 'Harbor-ASR 很快。Harbor-ASR 很准。Harbor-TSR 呢？\n').filter(m => m.includes('slip')), []);
  });
});

describe('entity/spelling', () => {
  it('tells one name printed in two ways', () => {
    assert.deepEqual(found(spelling, '先用 EG-301，再用 EG-301，最后用 EG301。\n'), ['1: “EG301” is printed “EG-301” elsewhere in this report.']);
    assert.equal(found(spelling, 'HarborSight 与 Harbor Sight。\n', { names: ['product:HarborSight', 'product:Harbor Sight'] }).length, 1);
  });
  it('does not mind spaces between Chinese and Latin, or other numbers', () => {
    assert.deepEqual(found(spelling, '澜港AI 平台与澜港 AI平台，EG-301 与 EG-501。\n', { names: ['product:澜港AI 平台', 'product:澜港 AI平台'] }), []);
  });
  it('tells an acronym that is off by a letter', () => {
    assert.deepEqual(found(spelling, 'CT-FFR 很快。CT-FFR 很准。CT-FFR 很省。CF-FFR 呢？\n'), ['1: “CF-FFR” is nearly “CT-FFR”: a slip?']);
  });
});

describe('entity/variant', () => {
  const far = '这一段只是为了把两处名字隔得远一些，让它们不在同一个列举之中出现；港口的吞吐量在这一年里保持了平稳的增长，散货略有下降，集装箱则有所上升。';
  it('tells another generic word behind the same name', () => {
    const text = `澄海医疗今年上市。澄海医疗收入上升。\n\n${far}\n\n澄海科技的股价也随之上涨。\n`;
    assert.deepEqual(found(variant, text, { names: ['company:澄海医疗'] }), ['5: “澄海科技” and “澄海医疗”: one name in two forms?']);
  });
  it('lets members of a group stand beside each other', () => {
    const text = '澄海医疗今年上市。澄海医疗收入上升。澄海医疗与澄海科技同属一个集团。\n';
    assert.deepEqual(found(variant, text, { names: ['company:澄海医疗'] }), []);
  });
  it('tells a name cut short', () => {
    const text = `澄海医疗今年上市。澄海医疗收入上升。澄海医疗扩建。\n\n${far}\n\n澄海医成立于 2017 年。\n`;
    assert.deepEqual(found(variant, text, { names: ['company:澄海医疗'] }), ['5: “澄海医” and “澄海医疗”: one name in two forms?']);
  });
  it('tells two titles of one document', () => {
    const text = `《关于推进沿海港口智能化改造升级工作的通知》印发。\n\n${far}\n\n《关于推进沿海港口智能化改造升级的通知》提出目标。\n`;
    assert.equal(found(variant, text).length, 1);
  });
});

describe('what names mean', () => {
  it('tells a name of two types', () => {
    const context = found(typeConflict, '澄海今年上市。\n', { names: ['company:澄海', 'place:澄海'] });
    assert.equal(context.length, 1);
  });
  it('proposes names only where the entity list knows others', () => {
    assert.deepEqual(found(unlisted, '澄海。澄海。澄海。澄海。澄海。\n', { names: ['company:澄海'] }), []);
  });
});
