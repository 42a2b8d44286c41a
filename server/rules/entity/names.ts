import { createLastUsed } from '../../corpus/lastUsed';
import { buildAutomaton, scanChanged, type Automaton } from '../../entity/automaton';
import { fold } from '../../entity/fold';
import { readingsOf } from '../../text/han';
import type { Mention } from '../../entity/model';
import type { Span } from '../../text/span';
import type { ReportContext } from '../model';

/** A name as a report prints it, with its places. */
export interface PrintedName {
  readonly text: string;
  readonly type: string;
  readonly entity: string;
  readonly confirmed: boolean;
  readonly places: Span[];
}

/** Generic words at the end of company names: what two branches of one group differ by, and two strangers share. */
export const branches = ['医疗科技', '科技', '医疗', '医药', '生物', '健康', '智能', '软件', '信息', '数据', '制药', '药业', '集团', '技术', '网络', '股份'];

export function branchOf(name: string): string {
  return branches.find(word => name.endsWith(word) && name.length > word.length + 1) ?? '';
}

/** From the first to the last part of a mention. */
export const whole = (mention: Mention): Span => ({ start: mention.spans[0]?.start ?? 0, end: mention.spans.at(-1)?.end ?? 0 });

const kept = new WeakMap<readonly Mention[], readonly PrintedName[]>();

/** The names of a report by their printed form; computed once per report. */
export function namesOf({ mentions }: ReportContext): readonly PrintedName[] {
  let names = kept.get(mentions);
  if (names === undefined) {
    names = byForm(mentions);
    kept.set(mentions, names);
  }
  return names;
}

function byForm(mentions: readonly Mention[]): PrintedName[] {
  const names = new Map<string, PrintedName>();
  for (const mention of mentions) {
    const text = mention.text.replace(/\s+/g, ' ');
    const known = names.get(text);
    if (known !== undefined) known.places.push(whole(mention));
    else names.set(text, { text, type: mention.type, entity: mention.entity, confirmed: mention.status === 'confirmed', places: [whole(mention)] });
  }
  return [...names.values()];
}

/** Of the names that were looked for last: in a report that is typed in they are the same again. As many as one report asks for. */
const automata = createLastUsed<Automaton>(8);

function automatonOf(patterns: readonly string[]): Automaton {
  const key = patterns.join('\n');
  const automaton = automata.get(key) ?? buildAutomaton(patterns);
  automata.put(key, automaton, 1);
  return automaton;
}

/**
 * Where each of the strings stands in a text, at most `limit` times: offsets in order. One pass over the text, however
 * many they are; a report has thousands of names. Single characters, which are few, are looked up each.
 */
export function placesOf(text: string, wanted: Iterable<string>, limit = 200): ReadonlyMap<string, readonly number[]> {
  const places = new Map([...wanted].map((each): [string, number[]] => [each, []]));
  const hits = scanChanged(automatonOf([...new Set([...places.keys()].map(fold))]), text);
  for (let i = 0; i < hits.length; i += 3) {
    // What folds alike is not the same.
    const found = places.get(text.slice(hits[i], hits[i + 1]));
    if (found && found.length < limit) found.push(hits[i] as number);
  }
  for (const [each, found] of places) {
    if (each.length === 1) for (let at = text.indexOf(each); at >= 0 && found.length < limit; at = text.indexOf(each, at + 1)) found.push(at);
  }
  return places;
}

/** True for two Chinese characters with a reading in common, tones apart: they are mistaken for each other when typing. */
export function soundAlike(a: string, b: string): boolean {
  return readingsOf(a.charCodeAt(0)).some(reading => readingsOf(b.charCodeAt(0)).includes(reading));
}
