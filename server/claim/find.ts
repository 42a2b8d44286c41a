import type { Report } from '../report/model';
import { toLogical, toSource } from '../text/logical';
import type { Claim, Quantity, Subject } from './model';
import { readQuantities } from './quantity';
import { readTimes } from './time';
import { canonicalUnit } from './units';

/** What a figure counts, where the counted noun follows its unit: "55 亿份医疗记录", "16 张三类证". */
const counted = /^[ \u3000]*([\p{Script=Han}A-Za-z0-9“”《》·-]{2,14}?)(?=[，。；、：！？,;:!?（()）\s]|的|为|被|在|已|并|和|与|及|占|由|以|是|获|中(?!国|医|心)|$)/u;
/** Words between what is measured and its figure. */
const verbs = /(?:已经?|累计|合计|共计?|总计|仅|只|也|还|则|均|都|分别|同比|环比|达到?了?|为|是|有|约为?|实现|完成|处理|增长|增加|提升|提高|上升|增至|升至|增|下降|减少|降低|降至|降|超过?|突破|接近|近|约|至|到|从|由|占比?|不足|不到|至少|逾|了|过|的|仅为|高达|可达|可|将)+$/u;
const growth = /(?:同比|环比)?(?:增长|增加|提升|提高|上升|增幅|下降|减少|降低|降幅|增速|增长率)/u;
const breaks = /[，。；：！？,;:!?（()）“”"\n\t]/u;
const classifiers = new Set(['人', '家', '个', '份', '张', '例', '项', '件', '台', '座', '条', '款', '种', '篇', '起', '笔', '只', '颗', '辆', '艘', '架', '户', '次', '轮', '届', '场', '床', '股']);

interface Clause {
  readonly start: number;
  readonly end: number;
}

/** Sentences of the logical text: a figure's subject and time are looked for in its own sentence only. */
function sentencesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!'。！？；\n'.includes(text.charAt(i))) continue;
    if (i > start) clauses.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (start < text.length) clauses.push({ start, end: text.length });
  return clauses;
}

/** The noun that a figure measures: what it counts, or the words before it back to the last break. */
function measureOf(sentence: string, quantity: Quantity, from: number): string {
  const unit = canonicalUnit(quantity.unit);
  const noun = classifiers.has(unit) ? counted.exec(sentence.slice(quantity.span.end, quantity.span.end + 20))?.[1] : undefined;
  if (noun !== undefined) return noun;
  const before = sentence.slice(Math.max(from, quantity.span.start - 24), quantity.span.start);
  const clause = before.split(breaks).at(-1) ?? '';
  const grows = unit === '%' || unit === '倍' || unit === '个百分点' ? growth.exec(clause)?.[0] ?? '' : '';
  const stripped = clause.trimEnd().replace(verbs, '').trim();
  return grows !== '' && !stripped.endsWith(grows) ? stripped + grows.replace(/^[同环]比/u, '') : stripped;
}

/**
 * The claims of a report: every figure with its unit, the entity that its sentence speaks of (the nearest before it,
 * else the sentence's first), what it measures and when. Costs the report's length and the subjects, which
 * stand in order of position.
 */
export function findClaims(report: Report, named: readonly Subject[]): Claim[] {
  const text = report.logical.text;
  const year = /^(\d{4})/.exec(report.meta.date ?? '')?.[1];
  const subjects = named.map(({ span, entity }) => ({
    at: toLogical(report.logical, span.start),
    end: toLogical(report.logical, span.end - 1) + 1,
    entity,
  }));
  const claims: Claim[] = [];
  let next = 0;
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end);
    const quantities = readQuantities(sentence);
    while (next < subjects.length && (subjects[next]?.at ?? 0) < start) next++;
    let stop = next;
    while (stop < subjects.length && (subjects[stop]?.at ?? 0) < end) stop++;
    const here = subjects.slice(next, stop);
    next = stop;
    if (quantities.length === 0) continue;
    const times = readTimes(sentence, year === undefined ? null : Number(year));
    for (const quantity of quantities) {
      const subject = here.findLast(s => s.end - start <= quantity.span.start) ?? here[0];
      const time = times.findLast(t => t.span.end <= quantity.span.start) ?? null;
      const from = Math.max(
        subject !== undefined && subject.end - start <= quantity.span.start ? subject.end - start : 0,
        time?.span.end ?? 0,
      );
      claims.push({
        ...quantity,
        span: { start: toSource(report.logical, start + quantity.span.start), end: toSource(report.logical, start + quantity.span.end - 1) + 1 },
        subject: subject?.entity ?? '',
        measure: measureOf(sentence, quantity, from),
        time: time?.value ?? null,
      });
    }
  }
  return claims;
}
