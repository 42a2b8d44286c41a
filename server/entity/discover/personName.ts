import { isHan } from '../../text/chars';
import type { Segmenter } from '../segmenter';
import { surnames } from './surnames';
import { stopWords } from './words';

/** Two-character words that begin with a family name's character and are no person. */
const notNames = new Set(
  (
    '高级 高端 高度 高效 高新 高质 高校 高层 高管 高速 全国 全球 全面 全体 全省 全市 安全 安排 成为 成立 成功 成都 成果 时间 时代 时任 方面 方案 方式 方向 方法 方便 方可 方能 明确 明显 ' +
    '关于 关注 关键 关系 应当 应用 应对 应该 施工 项目 单位 单独 连续 连接 任何 任务 任命 任职 万人 万元 于是 从事 文件 文审 文化 文章 文明 文字 武汉 江苏 江西 金融 金额 石油 石化 马上 马来 ' +
    '林业 田间 路径 管理 管委 解决 解释 解读 包括 包含 安徽 党委 党组 党员 卫生 卫健 农业 农村 农民 商业 商务 商品 温度 党建 左右 顾客 顾问 华为 华东 华南 华北 华中 康复 尚未 游客 游戏 ' +
    '严格 严重 严肃 沈阳 苏州 黄金 黄河 宁夏 宁波 齐全 齐鲁 银行 明年 查询 章程 简单 简称 时候 司法 司机 程序 程度 古代 费用 郑州 吴江 徐州 许多 许可 毛利 秦皇 夏季 陆续 申请 申报 符合 ' +
    '阳光 季度 雷达 荣获 荣誉 宗旨 边缘 房屋 房地 甘肃 向上 路线 蓝色 龙头 强调 支持 麻醉 柏林 景区 党的 周期 周边 周年 周报 周一 周二 周三 周四 周五 周六 周日 范围 石墨 余额 余家 余人 ' +
    '常务 常委 常州 常规 常年 常见 常态 常德 常熟 常用 常驻 常住 常设 常备 洪水 洪涝 洪灾 洪都 洪湖 洪峰 赖以 谈话 谈判 谈及 谈到 储能 储备 储存 储蓄 储量 储运 封闭 封面 封装 封控 荆州 荆门 祖国 祖籍 皮肤 皮革 宣布 宣传 宣讲 宣告 宣城 宣言 闻泰 闻名 贡献 燕京 燕山 燕赵 燕郊 浦东 浦发 浦口 浦江 习惯 习题 习俗 幸福 莘县 莘庄 卓越 雍和 匡算 濮阳 漆包 文科 文创 文艺 文学 文献 文书 文旅 文博 文体 文员 ' +
    '余名 余项 余种 余个 成员 成本 成效 成长 金属 金山 金奖 江门 代表 万家 万份 张家 关联 全媒 罗氏 安心 安防 纪委 纪检 舒适'
  ).split(' '),
);

/** Han characters that hardly ever stand in a given name and often right after one. */
const notGiven = /[次元份台套吨亩辆艘桶枚的了是在和与及或等为对向将被把从由于也都就还又而且但并其该此这那各每第说称者们个位]|[人摄名家院所司部局会长委员副兼矿厂]$|部门|覆盖|编号|债券|大[姐哥妈爷叔娘]|阿姨|师傅/;

/** True where the segmentation reads an ordinary word: 卓越, 高技 of 高技能. */
export function isWord(text: string, at: number, name: string, segmenter: Segmenter): boolean {
  const first = segmenter.words(text.slice(at, at + name.length + 2))[0] ?? '';
  if (first.length > name.length) return segmenter.role(first) !== 'proper';
  return first === name && segmenter.role(first) !== 'proper';
}

/** As `looksLikeName`, with characters of given names that are function words or count money as well: 李向荣, 王仁元 behind an office. */
export const looksLikeTitled = (name: string): boolean => looksLikeName(name.length === 3 && !/^.[0-9一二三四五六七八九十百千万亿多余几]/.test(name) ? name.replace(/元$/, '源').replace(/^(.)[向用以全为达多可元]/, '$1源') : name);

/** Whether a word has no character that is none of a name behind its first. */
export function looksLikeName(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (!isHan(name.charCodeAt(i))) return false;
  return !notNames.has(name.slice(0, 2)) && !notGiven.test(name.slice(1));
}

/** Whether a word is made as names of persons are: a family name, and characters of given names. */
export const looksLikePerson = (word: string): boolean => beginsLikePerson(word) && looksLikeName(word);

/** Whether a word begins with a family name, and is no word of the language's frame. */
export const beginsLikePerson = (word: string): boolean => (surnames.has(word[0] as string) || surnames.has(word.slice(0, 2))) && !stopWords.has(word);
