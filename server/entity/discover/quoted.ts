import type { Found } from './found';
import { stopWords } from './words';

const kinds = /^(?:大模型|模型|平台|系统|智能体|机器人|助手|小程序|APP|App|品牌|消费券|消费品牌|工程|项目|建设|软件|一体机|产品|服务平台|信息平台|管理系统|卫星|飞船|探测器|潜水器|船|专列|班列|赛事|联赛|数据库|芯片|操作系统|装置)/;
/** Quoted names that say themselves what they are. */
const wholeNames: readonly (readonly [RegExp, Found['type']])[] = [
  [/(?:论坛|大会|峰会|大赛|研讨会|博览会|挑战赛|艺术节|联盟)$/, 'organization'],
  [/(?:计划|行动|方案|规划|办法|条例|意见|通知|草案|排行榜|榜单|白皮书|蓝皮书)$/, 'document'],
  [/(?:平台|系统|大模型|工程|项目|示范工程)$/, 'product'],
];
/** Several quoted names and one word for all of them: “川行天下”“蜀里安逸”等文旅消费品牌. */
const shared = /^(?:、?“[^“”\n]{2,12}”){0,8}等?[\u4e00-\u9fff]{0,5}(?:品牌|平台|系统|消费券|赛事|联赛|活动|小程序|大模型)/;
const vessel = /^号/;
/** What a quoted name right after it is called: 太阳大模型——“金乌”. */
const kindBefore = /(?:大模型|模型|平台|系统|机器人|智能体|芯片|卫星|品牌|小程序|软件)(?:——|：)?$/;

/** Coined names in quotation marks before a word for what they are: “领智”平台, “奋斗者”号 (taken whole). */
export function quotedNames(text: string): Found[] {
  const found: Found[] = [];
  for (let open = text.indexOf('“'); open >= 0; open = text.indexOf('“', open + 1)) {
    const close = text.indexOf('”', open);
    if (close < 0) break;
    const name = text.slice(open + 1, close).trim();
    const whole = wholeNames.find(([ending]) => ending.test(name));
    // 甲公司的乙工程: the firm is named by itself.
    const owned = /(?:公司|集团)的(.{4,})$/.exec(name)?.[1];
    if (whole && owned !== undefined) found.push({ name: owned, type: whole[1], strong: false });
    else if (whole && (whole[1] !== 'product' || coined(name)) && name.length >= 5 && name.length <= 40 && !/[，。；！？\n“>\\=＝]/.test(name)) found.push({ name, type: whole[1], strong: false });
    if (whole || name.length < 2 || name.length > 12 || /[，。；：！？\n“]/.test(name)) continue;
    const after = text.slice(close + 1, close + 8).trimStart();
    if (vessel.test(after)) found.push({ name: `“${name}”号`, type: 'product', strong: false });
    else if ((kinds.test(after) || kindBefore.test(text.slice(Math.max(0, open - 8), open)) || shared.test(text.slice(close + 1, close + 90))) && coined(name)) found.push({ name, type: 'product', strong: false });
  }
  return found;
}

/** Not a slogan: no plus sign or number at its head, no function word as a whole. */
const coined = (name: string): boolean => !/(?:能力|水平|效应|模式|时代|革命|竞赛|陷阱|大脑|红利|壁垒)$|^[0-9一二三四五六七八九十两双]|[+＋×*、的一化网]$|[+＋、]/.test(name) && !stopWords.has(name);
