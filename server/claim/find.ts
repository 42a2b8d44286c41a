import type { Report } from '../report/model';
import { againAsInLastRun } from '../text/again';
import { toLogical, toSource } from '../text/logical';
import { countWhile } from '../text/search';
import type { Span } from '../text/span';
import { changeBefore, isNoteMark, measureOf, signedValue } from './measure';
import type { Claim, Quantity, Subject } from './model';
import { figureSentences, type Sentence } from './sentences';
import { subjectsOf, type Named } from './subject';
import { canonicalUnit } from './units';

/** Durations, levels and kinds tell how something is, not how much of it there is. */
const descriptive = new Set(['级', '年', '岁', '版', '字', '页', '成', '折', '周']);
/** "一家", "两个" and "三种": articles and enumerations rather than figures. */
const enumerating = new Set(['个', '种', '家', '次', '位', '名']);

/** What may stand between a subject and its own figure beside the measure: a stand-in for the subject, a time, verbs. */
const between = /为例|公司|企业|集团|该|其|本|全年|年度|共|总|截至|年底|年末|目前|现|当年|同期|人民币|(?:19|20)\d{2}[ \u3000]?年(?:度|底|末)?|[，,：:的了在为是于则也已将从由自至到约超近达有实现完成增加增长降低减少升提高下+＋−－–\-\s]/gu;

function isDirect(words: string, measure: string): boolean {
  const at = measure === '' ? -1 : words.lastIndexOf(measure);
  const rest = at < 0 ? words : words.slice(0, at) + words.slice(at + measure.length);
  return rest.replace(between, '') === '';
}

function isClaim(sentence: Sentence, quantity: Quantity): boolean {
  const unit = canonicalUnit(quantity.unit);
  if (unit === '') return quantity.scale >= 1e4;
  if (descriptive.has(unit)) return false;
  const isHan = !/[0-9０-９]/.test(sentence.text.charAt(quantity.span.start));
  return !(isHan && quantity.value < 10 && (enumerating.has(unit) || enumerating.has(quantity.unit)));
}

/** The last name that begins before an offset. */
const nameUpTo = (names: readonly Named[], offset: number): Named | undefined => names[countWhile(names.length, (index) => (names[index] as Named).start <= offset) - 1];

/** The claims of one sentence, with offsets in it; `subjects` are those named in it. */
function claimsIn(sentence: Sentence, subjects: readonly Named[]): Claim[] {
  const { text, times } = sentence;
  const claims: Claim[] = [];
  let last = 0;
  let before = { unit: '', measure: '', direct: false };
  const quantities = sentence.quantities.filter((quantity) => !isNoteMark(text, quantity));
  // "《…（2024—2026 年）》三年行动": figures inside a name belong to the name.
  const figures = quantities.filter((quantity) => isClaim(sentence, quantity) && (nameUpTo(subjects, quantity.span.start)?.end ?? 0) < quantity.span.end);
  const saidOf = subjectsOf(text, subjects, figures.map(({ span }) => span));
  let place = -1;
  for (const quantity of quantities) {
    const from = last;
    const { start, end } = quantity.span;
    last = end;
    if (figures[place + 1] !== quantity) continue;
    place++;
    const subject = saidOf[place];
    const time = times.findLast(t => t.span.end <= start) ?? null;
    const clear = nameUpTo(subjects, start)?.end ?? 0;
    const own = measureOf(text, quantity, Math.max(clear, from, time?.span.end ?? 0), from);
    const unit = canonicalUnit(quantity.unit);
    // "由 2 家增至 3 家": the second figure measures what the first does.
    const goesOn = own === '' && before.unit === unit;
    const measure = goesOn ? before.measure : own;
    const change = changeBefore(text.slice(Math.max(from, start - 6), start), quantity);
    const direct: boolean = change === '' && (goesOn ? before.direct : subject?.end === clear && isDirect(text.slice(clear, start), own));
    const opens = /[从由自][ \u3000]?$/u.test(text.slice(Math.max(0, start - 2), start));
    const { approx, decimals, scale, high } = quantity;
    const claim: Claim = {
      span: quantity.span, value: signedValue(text, quantity), unit: quantity.unit, approx, decimals, scale,
      subject: subject?.entity ?? '', measure: measure + change, time: time?.value ?? null,
    };
    const isOwn = direct && !opens;
    claims.push(high === undefined && !isOwn ? claim : { ...claim, ...(high === undefined ? {} : { high }), ...(isOwn ? { direct: true } : {}) });
    before = { unit, measure, direct };
  }
  return claims;
}

/** What a sentence says, and what it was read with; its figures are the same object as long as they are read the same. */
interface Memo {
  of: { readonly quantities: Sentence['quantities']; readonly subjects: readonly Named[]; readonly claims: readonly Claim[] } | null;
}

const memos = againAsInLastRun((): Memo => ({ of: null }));

/** As `claimsIn`, for the sentences of one report; a sentence in which nothing has changed since the last one is not read again. */
function claimReader(): (sentence: Sentence, subjects: readonly Named[]) => readonly Claim[] {
  const memoOf = memos();
  return (sentence, subjects) => {
    const memo = memoOf(sentence.text);
    const before = memo.of;
    const isSame = ({ start, end, entity }: Named, at: number): boolean => before?.subjects[at]?.start === start && before.subjects[at].end === end && before.subjects[at].entity === entity;
    if (before?.quantities === sentence.quantities && before.subjects.length === subjects.length && subjects.every(isSame)) return before.claims;
    const claims = claimsIn(sentence, subjects);
    memo.of = { quantities: sentence.quantities, subjects, claims };
    return claims;
  };
}

/**
 * The claims of a report: every figure with its unit, the entity that it is said of (see `subjectsOf`), what
 * it measures and when. Costs the report's length and the subjects, which
 * stand in order of position.
 */
export function findClaims(report: Report, named: readonly Subject[]): Claim[] {
  const { logical } = report;
  const claims: Claim[] = [];
  const read = claimReader();
  let next = 0;
  for (const sentence of figureSentences(report)) {
    if (sentence.kind === 'caption' || sentence.kind === 'title' || sentence.kind === 'heading') continue;
    const { start, text } = sentence;
    const offsetOf = (source: number): number => toLogical(logical, source) - start;
    while (next < named.length && offsetOf((named[next] as Subject).span.start) < 0) next++;
    const subjects: Named[] = [];
    for (let subject = named[next]; subject !== undefined && offsetOf(subject.span.start) < text.length; subject = named[++next]) {
      subjects.push({ start: offsetOf(subject.span.start), end: offsetOf(subject.span.end - 1) + 1, entity: subject.entity });
    }
    const toSpan = (span: Span): Span => ({ start: toSource(logical, start + span.start), end: toSource(logical, start + span.end - 1) + 1 });
    for (const claim of read(sentence, subjects)) claims.push({ ...claim, span: toSpan(claim.span) });
  }
  return claims;
}
