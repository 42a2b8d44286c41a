import { isHan, unitsOf } from '../../text/chars';
import { officeBefore, says } from './offices';
import { stopWords } from './words';

/** Characters in which the names of foreigners are written, by the tables of transliteration that news agencies keep (新华社译名). */
const sounds = '阿埃艾安奥巴白拜班邦贝本比彼毕宾波伯博布查达戴丹道德迪丁杜顿多厄恩尔法范菲费芬弗夫福盖冈戈格古圭哈汉赫亨霍基吉加贾杰金卡凯坎康考柯科克肯库夸奎拉莱赖兰朗劳勒雷里利莉林卢鲁路伦罗洛马麦曼毛梅门蒙米敏莫姆穆拿纳奈南内尼努诺欧帕潘佩彭皮珀普齐奇恰乔切琼让日荣瑞若萨赛桑瑟森莎山绍舍申圣施史斯思松苏索塔泰坦汤唐陶特提廷图托瓦万威韦维魏温文沃乌伍武西希夏辛休许雪亚延扬耶叶伊因英尤约泽扎詹珍芝朱兹卓佐默茨歇霖沙塞热肖昂隆冯翁纽钦';
const titled = new RegExp(`(?:外长|外交部长|总统|总理|首相|国王|议长|州长|参议员|众议员|国务卿|总干事|理事|行长|主席|CEO|首席执行官|总裁|部长|贸易代表|顾问)([${sounds}]{2,8})(?=[（(，。、；\\s]|等|在|会见|会谈|举行|出席|表示|指出|认为|称|说|宣布|访|和|与|就|于|任命|提名|签署|否决|致信|致电|批准|下令|发布|推动|$)`, 'g');

/** A foreign name in brackets: （Alfred Marshall）. */
const spelled = new RegExp(`（(?:${'Adam Adrian Alan Albert Alex Alexander Alfred Andrew Andreas Anna Anne Anthony Arthur Barbara Benjamin Bernard Bill Brian Carl Carlos Catherine Charles Chris Christian Christopher Claudia Daniel David Dennis Donald Douglas Edward Elizabeth Emily Emmanuel Eric Ernest Francis Francois Frank Franz Frederick Friedrich Gary George Gerald Gordon Greg Hans Harold Harry Helen Henry Howard Ian Jack Jacob James Jan Jane Jason Jean Jeff Jeffrey Jennifer Jensen Jeremy Jerome Jim Joe Johann John Jonathan Jose Joseph Karl Katherine Keith Kenneth Kevin Larry Laura Lawrence Lee Leonard Lewis Linda Lisa Louis Luis Margaret Maria Mario Mark Martin Mary Matthew Max Michael Michel Mike Milton Nancy Neil Nicholas Noam Oliver Oscar Patrick Paul Peter Philip Pierre Ralph Raymond Rebecca Richard Robert Roger Ronald Roy Sam Samuel Sarah Satya Scott Sergey Simon Stefan Stephen Steve Steven Sundar Susan Terry Thomas Tim Timothy Tom Tony Ursula Victor Vincent Walter Wilhelm William'.split(' ').join('|')}) [A-Z][A-Za-z.' -]{1,30}）`, 'g');
const isSound = unitsOf(sounds);
/** Sounds of the shortest and of the longest name that is spelled behind. */
const [shortest, longest] = [2, 6];

/** Foreigners: names whose parts a middle dot joins, with an office or a verb beside them, those written in sounds behind an office, and those spelled behind. Linear. */
export function foreigners(text: string): string[] {
  return [...dotted(text), ...spelledOut(text), ...titledInLetters(text), ...[...text.matchAll(titled)].map(([, name]) => name as string)];
}

/** Two or three words of letters in a bracket behind a short name: 工程师原昌宏（Masahiro Hara）. */
const lettered = /([\u4e00-\u9fff]{2,4})（[A-Z][a-z]+(?: [A-Z][a-z.]*){1,2}）/g;

/** Those behind an office whose names in letters a bracket gives; the longest that leaves the office whole. */
function titledInLetters(text: string): string[] {
  return [...text.matchAll(lettered)].flatMap(({ index, 1: before = '' }) => {
    const from = Array.from(before, (_, at) => at).find((at) => before.length - at > 1 && officeBefore.test(text.slice(Math.max(0, index + at - 12), index + at)));
    return from === undefined ? [] : [before.slice(from)];
  });
}

/** Names in sounds with the name behind them: 马歇尔（Alfred Marshall）. */
function spelledOut(text: string): string[] {
  return [...text.matchAll(spelled)].flatMap(({ index }) => {
    let start = index;
    while (start > 0 && index - start <= longest && isSound[text.charCodeAt(start - 1)] === 1) start--;
    return index - start < shortest || index - start > longest ? [] : [text.slice(start, index)];
  });
}

/** What no name is written with: the last characters of what is done to somebody named (任命, 会见, 邀请), and of function words. */
const verbEnds = new Set([...'命见晤访请邀据将把被由与和对向及是为从让']);
const titleAfter = /^(?:教授|博士|院士|先生|女士|院长|主任|会长|主席|总裁|部长|大使)/;
/** What is done to somebody who is named right behind it. */
const named = /(?:任命|提名|会见|邀请)$/;
const soundsBefore = new RegExp(`[${sounds}]{1,6}$`);
const spelledName = new RegExp(`^[${sounds}]{2,7}(?:-[${sounds}]{1,7})?·[${sounds}]{2,7}$`);
const mark = /[\s，。；：、（）()“”—]/;

/** A name in sounds between marks, with nothing said of who it is. */
const isSpelledOut = (text: string, start: number, end: number): boolean =>
  (start === 0 || mark.test(text[start - 1] as string)) && (end === text.length || mark.test(text[end] as string)) && spelledName.test(text.slice(start, end));

/** 尼尔·库马尔: parts of one to seven Han characters joined by middle dots, with an office or a verb beside it. */
function dotted(text: string): string[] {
  const names: string[] = [];
  for (let dot = text.indexOf('·'); dot > 0; dot = text.indexOf('·', dot + 1)) {
    let end = dot + 1;
    while (end < text.length && end - dot <= 8 && isHan(text.charCodeAt(end)) && !says.test(text.slice(end, end + 4)) && !stopWords.has(text.slice(end, end + 2)) && !titleAfter.test(text.slice(end, end + 2)) && !/^[在和与及的是等]/.test(text[end] as string)) end++;
    let start = dot;
    while (start > 0 && dot - start < 7 && isHan(text.charCodeAt(start - 1)) && !verbEnds.has(text[start - 1] as string)) {
      if (officeBefore.test(text.slice(Math.max(0, start - 12), start))) break;
      start--;
    }
    if (dot - start < 1 || end - dot < 2 || end - dot > 8) continue;
    // 皮埃尔-奥利维耶·古兰沙
    const hyphened = text[start - 1] === '-' ? (soundsBefore.exec(text.slice(Math.max(0, start - 8), start - 1))?.[0].length ?? 0) : 0;
    if (hyphened > 0) start -= hyphened + 1;
    const titled = officeBefore.test(text.slice(Math.max(0, start - 12), start)) || named.test(text.slice(Math.max(0, start - 2), start)) || isSpelledOut(text, start, end);
    if (titled || says.test(text.slice(end, end + 6))) names.push(text.slice(start, end));
  }
  return names;
}
