/** What a number counts where one of these stands behind it, and the words that begin with it and are no unit. */
const WORDS: Readonly<Record<string, string>> = {
  万: '达科物国华向宁事全能顺纬', 亿: '航联纬级欧利嘉田滋', 倍: '增率特轻', 元: '宇素器件年旦数祖', 美: '国团的欧妆容丽学术', 人: '口才员工力民事机身均类寿形物大社防群格脸',
  个: '人体性案股税', 家: '庭电居用具政族长畜禽纺装谱', 年: '度报龄金鉴轻会终货产', 月: '度报球饼子嫂季活', 日: '本常程用报照均化', 版: '权图块面式', 时: '代空政效尚长序装点滞',
  分: '析类布级行部销工配解项区阶产业红公支场组享拆散包段步层品值', 款: '式', 项: '目', 名: '词称录单企酒优', 位: '置移于', 张: '家江掖力量', 份: '额', 台: '湾州账积风区', 套: '利餐保装',
  次: '级生新贷', 条: '件例码约', 种: '植子业质群源养苗', 类: '型别比', 级: '别配联', 期: '货权限刊待', 轮: '胎候动毂岗换', 天: '然津气数文府合线际', 周: '期边转围口', 点: '位评状火云', 号: '召', 楼: '宇市盘', 层: '次面', 例: '外证行',
};

/** True where `text`, which stands behind a number, begins with a unit or counter: 1.1 万吨, not 1.1 人口预测. Constant time. */
export function opensWithUnit(text: string): boolean {
  if (/^(?:[%％]|GB|MB|mm|cm|kg|kW|秒|岁)/.test(text)) return true;
  const words = WORDS[text[0] ?? ''];
  return words !== undefined && !words.includes(text[1] ?? ' ');
}
