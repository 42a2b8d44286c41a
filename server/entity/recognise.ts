import type { Report } from '../report/model';
import { toSourceSpans } from '../text/logical';
import { plainText } from '../text/plain';
import type { Span } from '../text/span';
import { candidatesOf, type Candidate } from './candidates';
import type { Discovery } from './discover/index';
import { introductionsOf } from './introduce';
import type { Entity, Mention, Recognition } from './model';
import { joinNames, type Names } from './names';
import { joinPlaces } from './places';
import { provinceInitials } from './provinces';
import { selectLongest } from './select';
import { supported } from './support';

/**
 * All mentions of known names in a report, the entities it defines for others, and where entities are
 * introduced. `names` holds what the whole corpus knows, `discovery` what this report says of itself.
 * Depends on nothing else, so an unchanged report with unchanged names gives the same result.
 */
export function recognise(report: Report, names: Names, discovery: Discovery): Recognition {
  const { text } = report.logical;
  const { entities } = discovery;
  const own = ownNames(discovery, names.ignored);
  const kept = namesIn(plainText(text), names, own, new Set());
  const evidence = evidenceOf(kept);
  const placed = kept.map((candidate) => ({ start: candidate.start, end: candidate.end, entity: (ranked(candidate, evidence)[0] as Entity).id }));
  const mentions = kept.map((candidate) => mentionOf(candidate, text, toSourceSpans(report.logical, candidate), evidence));
  const seen = new Set(kept.map((candidate) => candidate.form));
  for (const { start, end } of leftOut(report)) {
    const line = report.source.text.slice(start, end);
    for (const candidate of namesIn(line, names, own, seen)) {
      mentions.push(mentionOf(candidate, line, [{ start: start + candidate.start, end: start + candidate.end }], evidence));
    }
  }
  mentions.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  return { mentions, entities, introductions: introductionsOf(report, placed) };
}

/** What was made of the last discovery: as long as a report says the same of names, theirs are the same object. */
let latest: { readonly discovery: Discovery; readonly ignored: ReadonlySet<string>; readonly names: Names } | null = null;

function ownNames(discovery: Discovery, ignored: ReadonlySet<string>): Names {
  if (latest?.discovery !== discovery || latest.ignored !== ignored) latest = { discovery, ignored, names: joinNames([...discovery.entities, ...discovery.local], new Set(), [...ignored]) };
  return latest.names;
}

/** The names in a text, clashes settled. `seen`: forms that need no further support. */
function namesIn(text: string, names: Names, own: Names, seen: ReadonlySet<string>): Candidate[] {
  const candidates = merge(candidatesOf(text, names), candidatesOf(text, own)).filter((candidate) => !isPartOfWord(candidate, text));
  return joinPlaces(selectLongest([...supported(candidates, text, seen), ...provinceInitials(text, names)]));
}

const besideTitle = /[\s，。；：！？、“”（）()《》和与及或等在]/;

/** 高分子科学系, 社会工作系, where the report names the journals 科学 and 社会工作: a title of ordinary words stands between marks. */
const isPartOfWord = ({ start, end, form, meanings, own }: Candidate, text: string): boolean =>
  (own === true || meanings[0]?.origin === 'report') && meanings[0]?.type === 'organization' && /^[\u4e00-\u9fff]{2,4}(?<![会社盟院所部局处室团队网台报刊心馆府司行金协组坛赛节地联委展营奖杯])$/.test(form) && !(besideTitle.test(text[start - 1] ?? ' ') && besideTitle.test(text[end] ?? ' '));

/** Source stretches that the reading text leaves out (running titles): a name there is a name too. */
function leftOut({ logical, source }: Report): Span[] {
  const gaps: Span[] = [];
  let from = 0;
  for (let i = 0; i <= logical.sourceStarts.length; i++) {
    const to = logical.sourceStarts[i] ?? source.text.length;
    if (to - from > 3 && source.text.slice(from, to).trim().length > 3) gaps.push({ start: from, end: to });
    const length = (logical.logicalStarts[i + 1] ?? logical.text.length) - (logical.logicalStarts[i] ?? 0);
    from = Math.max(from, to + length);
  }
  return gaps;
}

function mentionOf(candidate: Candidate, text: string, spans: Span[], evidence: ReadonlyMap<string, number>): Mention {
  const [best, ...others] = ranked(candidate, evidence) as [Entity, ...Entity[]];
  const mention: Mention = {
    spans,
    text: text.slice(candidate.start, candidate.end),
    entity: best.id,
    type: best.type,
    status: best.origin === 'list' ? 'confirmed' : 'candidate',
  };
  return others.length > 0 ? { ...mention, alternatives: others.map((entity) => entity.id) } : mention;
}

/** One candidate per place and length: what the corpus knows goes before what the report says. */
function merge(known: readonly Candidate[], own: readonly Candidate[]): Candidate[] {
  const merged: Candidate[] = [];
  let at = 0;
  for (const candidate of own) {
    while (at < known.length && before(known[at] as Candidate, candidate)) merged.push(known[at++] as Candidate);
    const same = known[at];
    if (!same || same.start !== candidate.start || same.end !== candidate.end) merged.push(candidate);
    else {
      merged.push(same.guarded && !candidate.guarded ? { ...candidate, meanings: agreeing(same, candidate), own: true } : { ...same, own: true });
      at++;
    }
  }
  while (at < known.length) merged.push(known[at++] as Candidate);
  return merged;
}

const before = (a: Candidate, b: Candidate): boolean => a.start < b.start || (a.start === b.start && a.end < b.end);

/** A guarded name that the report itself uses as a name of the same type keeps its known meaning. */
function agreeing(known: Candidate, own: Candidate): readonly Entity[] {
  const same = known.meanings.filter((entity) => own.meanings.some((other) => other.type === entity.type));
  return same.length > 0 ? same : own.meanings;
}

/** How often each entity is named by a form that means nothing else. */
function evidenceOf(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { meanings } of candidates) {
    const only = meanings[0];
    if (meanings.length === 1 && only) counts.set(only.id, (counts.get(only.id) ?? 0) + 1);
  }
  return counts;
}

function ranked(candidate: Candidate, evidence: ReadonlyMap<string, number>): Entity[] {
  if (candidate.meanings.length === 1) return [...candidate.meanings];
  return [...candidate.meanings].sort((a, b) => (evidence.get(b.id) ?? 0) - (evidence.get(a.id) ?? 0));
}
