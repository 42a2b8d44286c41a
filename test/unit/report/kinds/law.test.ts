import assert from 'node:assert/strict';
import { contents, outline, read } from '../outline';

// The wide space is written "~" here.
const LAW = `青原市数据流通条例
（2023年5月30日青原市第三届人民代表大会常务委员会第十次会议通过）

目~~录

第一编~总则
~第一章~一般规定
~第二章~数据权益
第二编~分则
~第三章~流通
~~第一节~登记
~~第二节~交易
附则

第一编~总~~则
第一章~一般规定
第一条~为了规范数据流通活动，保护自然人、法人和其他组织的合法权益，制定本条例。
第二条~本条例所称数据，是指以电子或者其他方式对信息的记录。
有下列情形之一的，不适用本条例：
（一）个人因家庭事务处理数据；
（二）国家秘密。情节轻微的，可以从轻。
第三条~数据流通应当遵循合法、正当原则。
第二章~数据权益
第四条~自然人对其个人数据享有本条例
第二条规定的权益。
第四条之一~未成年人的数据受特别保护。
第二编~分~~则
第三章~流~~通
第一节~登~~记
第五条~数据登记实行自愿原则。
第二节~交~~易
第六条~【交易场所】数据交易可以在依法设立的场所进行。
第七条~违反本条例第五条规定的，由主管部门责令改正。
附~~则
第八条~本条例自2023年7月1日起施行。
`.replaceAll('~', '\u3000');

describe('law', () => {
  it('has parts, chapters, sections and every article', () => {
    assert.deepEqual(outline(LAW), [
      '第一编 总则',
      '  第一章 一般规定',
      '    第一条',
      '    第二条',
      '    第三条',
      '  第二章 数据权益',
      '    第四条',
      '    第四条之一',
      '第二编 分则',
      '  第三章 流通',
      '    第一节 登记',
      '      第五条',
      '    第二节 交易',
      '      第六条 交易场所',
      '      第七条',
      '附则',
      '  第八条',
    ]);
  });

  it('links its contents, whose entries bear no pages', () => {
    assert.equal(contents(LAW).filter((link) => !link.endsWith('none')).length, 8);
  });

  it('is dated by its enactment', () => {
    assert.equal(read(LAW).meta.date, '2023-05-30');
    assert.equal(read(LAW).meta.title, '青原市数据流通条例');
  });
});

const NOTICE = `关于促进冰雪经济发展的若干意见

各区人民政府，市政府各部门：

为深入贯彻落实有关决策部署，现就促进冰雪经济发展提出以下意见。

一、总体要求

（一）指导思想。以高质量发展为主题，扩大优质供给。到2027年，总规模达到一百亿元。

（二）基本原则。坚持市场主导。发挥企业主体作用，更好发挥政府作用。

二、主要任务

（三）完善冰雪设施网络。支持各区建设滑冰馆。鼓励社会力量参与。

1.建设公共冰场。每个区建成一座以上公共冰场。
2.改造老旧场馆。对老旧场馆实施节能改造，完善无障碍设施。

（四）发展冰雪装备。培育一批骨干企业，支持关键部件攻关。支持首台套应用。

三、保障措施

（五）加强组织领导。市体育局牵头，建立工作机制。各区抓好落实。

青原市人民政府办公室
2024年11月6日
`;

describe('policy notice', () => {
  it('takes the first sentence of a numbered paragraph for its heading', () => {
    assert.deepEqual(outline(NOTICE), [
      '一 总体要求',
      '  （一） 指导思想',
      '  （二） 基本原则',
      '二 主要任务',
      '  （三） 完善冰雪设施网络',
      '    1 建设公共冰场',
      '    2 改造老旧场馆',
      '  （四） 发展冰雪装备',
      '三 保障措施',
      '  （五） 加强组织领导',
    ]);
  });

  it('is dated and signed at its end', () => {
    assert.equal(read(NOTICE).meta.date, '2024-11-06');
  });
});

describe('a draft of a law', () => {
  it('names its articles in brackets, with the text behind them', () => {
    assert.deepEqual(outline('第一条（立法目的）为了规范数据流通，制定本条例。\n\n第二条（适用范围）本市行政区域内的数据流通适用本条例。\n\n第三条（部门职责）市主管部门负责监督管理。\n'), ['第一条 立法目的', '第二条 适用范围', '第三条 部门职责']);
  });
});
