import assert from 'node:assert/strict';
import fc from 'fast-check';
import { read } from './outline';

/** Cuts a paragraph into lines of `width` characters, as a conversion does. */
function cut(paragraph: string, width: number): string[] {
  return Array.from({ length: Math.ceil(paragraph.length / width) }, (_, i) => paragraph.slice(i * width, (i + 1) * width));
}

const paragraph = fc.array(fc.constantFrom('市场规模持续扩大', '成本逐年下降', '企业加快布局', '政策环境不断完善', '竞争格局趋于稳定', '技术路线日益清晰'), { minLength: 14, maxLength: 24 }).map((clauses) => `${clauses.join('，')}。`);
const wrapped = fc.tuple(fc.array(paragraph, { minLength: 4, maxLength: 8 }), fc.integer({ min: 28, max: 40 }), fc.constantFrom('\n', '\n\n'));

describe('reading text', () => {
  it('is the paragraphs that a conversion cut', () => {
    fc.assert(fc.property(wrapped, ([paragraphs, width, separator]) => {
      const cutUp = paragraphs.flatMap((one) => cut(one, width)).join(separator);
      // A cut before the last character of a paragraph leaves a line of its own, which nothing tells from a title.
      assert.equal(read(cutUp).logical.text.replace(/\n(?=。)/g, ''), paragraphs.join('\n'));
    }));
  });

  it('stays as it is when it is read again', () => {
    fc.assert(fc.property(wrapped, ([paragraphs, width, separator]) => {
      const once = read(paragraphs.flatMap((one) => cut(one, width)).join(separator)).logical.text;
      assert.equal(read(once).logical.text, once);
    }));
  });

  it('keeps headings, list items and table rows apart', () => {
    const text = '一、目标\n扩大优质供给，推动产业升级，加快形成若干个具有国际竞争力的先进制造业集群，\n打造标志性产品。\n- 甲\n- 乙\n年份\t数量\n2023\t5\n';
    assert.equal(read(text).logical.text, '一、目标\n扩大优质供给，推动产业升级，加快形成若干个具有国际竞争力的先进制造业集群，打造标志性产品。\n- 甲\n- 乙\n年份\t数量\n2023\t5');
  });

  it('puts a space between Western words and none inside a cut one', () => {
    const line = '系统由多个部分组成并且运行稳定可靠'.repeat(2);
    const text = [`${line}它名为 DeepGri`, `d 平台，另有 DeepGrid 的`, `${line}还采用 machine`, `learning 方法处理数据。`, ...new Array<string>(12).fill(`${line}其余内容说明`)].join('\n');
    const { logical } = read(text);
    assert.ok(logical.text.includes('它名为 DeepGrid 平台'), logical.text.slice(0, 200));
    assert.ok(logical.text.includes('machine learning 方法'));
  });
});
