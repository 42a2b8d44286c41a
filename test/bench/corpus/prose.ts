import type { Names } from './names';
import type { Random } from './random';

/** Makes sentences and paragraphs that speak of names, figures, times and other places of the corpus. */
export interface Prose {
  readonly random: Random;
  readonly names: Names;
  phrase(): string;
  sentence(): string;
  paragraph(sentences: number): string;
}

const topics = ['临床数据', '算力基础设施', '医保支付', '供应链', '储能系统', '药物研发', '影像诊断', '智慧园区', '碳排放', '人才培养', '数据要素', '基层医疗', '设备更新', '出口贸易', '质量管理', '知识产权', '语料治理', '电子病历', '远程会诊', '绿色制造', '产业基金', '检验检测', '网络安全', '标准体系', '试点示范', '成果转化', '商业保险', '养老服务', '疫苗生产', '原料药'];
const deeds = ['持续推进', '加快布局', '逐步完善', '明显改善', '率先落地', '深度融合', '稳步增长', '仍然不足', '面临挑战', '全面覆盖', '重新评估', '联合攻关', '统一管理', '分类指导', '广泛应用', '优化调整', '协同发展', '规范运行', '有所放缓', '提前完成'];
const links = ['与此同时', '从区域看', '值得注意的是', '总体而言', '在此背景下', '据不完全统计', '具体来看', '相比之下', '进一步分析', '一方面', '另一方面', '从需求侧看'];
const measures = ['营业收入', '净利润', '研发投入', '市场规模', '装机容量', '出货量', '渗透率', '员工人数', '融资金额', '毛利率'];
const units = ['亿元', '万元', '亿美元', '万台', '家', '%', '万人次', '项', '吉瓦'];
const glue = ['的', '在', '对', '由', '以', '和', '从', '向', '为', '与'];
const common = [...'的一是了在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严'];

export function proseWith(random: Random, names: Names): Prose {
  const entity = (): string => random.skewed(random.pick([names.companies, names.companies, names.bodies, names.products, names.people]));
  const figure = (): string => {
    const value = random.chance(0.4) ? (random.next() * 900).toFixed(random.between(1, 2)) : String(random.between(2, 9000));
    return value + random.pick(units);
  };
  const time = (): string => random.pick([`20${random.between(15, 25)}年`, `20${random.between(19, 25)}年${random.between(1, 12)}月`, `20${random.between(20, 25)}年上半年`, '近三年来', '截至去年底']);
  /** Running text that repeats as little as real text does. */
  const filler = (length: number): string => Array.from({ length }, () => random.skewed(common)).join('');
  const phrase = (): string => random.pick(topics) + random.pick(['领域', '工作', '体系', '项目', '水平', '机制']) + random.pick(deeds);
  const reference = (): string =>
    random.pick([
      () => `见图表 ${random.between(1, 9)}`,
      () => `如表${random.between(1, 4)}所示`,
      () => `《${random.skewed(names.documents)}》`,
      () => `《${random.skewed(names.documents)}》第${random.pick(['三', '五', '十二', '二十一'])}条`,
      () => `详见第${random.pick(['一', '二', '三'])}章`,
      () => `https://www.example.com/${random.between(1000, 9999)}/a${random.between(1, 99)}.html`,
    ])();
  const sentences = [
    () => `${time()}，${entity()}${random.pick(measures)}达到${figure()}，同比增长${(random.next() * 60).toFixed(1)}%`,
    () => `${random.pick(links)}，${phrase()}，${filler(random.between(8, 26))}，${phrase()}`,
    () => `${entity()}与${entity()}在${random.skewed(names.places)}签署协议，共同开展${random.pick(topics)}${filler(random.between(4, 14))}`,
    () => `根据${reference()}，${random.pick(topics)}${random.pick(glue)}${filler(random.between(10, 30))}`,
    () => `${random.skewed(names.people)}表示，${phrase()}，${random.pick(measures)}约为${figure()}（${reference()}）`,
    () => `${filler(random.between(12, 40))}，${random.pick(topics)}${random.pick(deeds)}，${filler(random.between(6, 22))}`,
    () => `${random.skewed(names.companies)}（${String(random.between(1, 9999)).padStart(6, '0')}.SZ）推出${random.skewed(names.products)}，已服务${figure()}用户`,
  ];
  const sentence = (): string => `${random.pick(sentences)()}。`;
  return {
    random,
    names,
    phrase,
    sentence,
    paragraph: (count) => Array.from({ length: count }, sentence).join(''),
  };
}
