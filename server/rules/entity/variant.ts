import { distanceWithin } from '../../entity/distance';
import { bracketedTitles } from '../../reference/documents';
import { foldTitle, issuedTitle, baseTitle } from '../../reference/keys';
import { toSource } from '../../text/logical';
import { lastAtMost } from '../../text/search';
import type { Span } from '../../text/span';
import { here, message } from '../message';
import type { Problem, ReportContext, ReportRule } from '../model';
import { branches, branchOf, namesOf, placesOf, whole, type PrintedName } from './names';

/** A name that stands this often is the report's usual one; one no more than that is the exception. */
const usual = 2;
const exceptional = 2;
const nearby = 60;

function spanAt({ report }: ReportContext, start: number, end: number): Span {
  return { start: toSource(report.logical, start), end: toSource(report.logical, end - 1) + 1 };
}

function problem(context: ReportContext, span: Span, text: string, name: PrintedName): Problem {
  const place = name.places[0];
  return {
    span,
    message: message('“{0}” and “{1}”: one name in two forms?', text, name.text),
    related: place === undefined ? [] : [here(context.report, place, message('“{0}”', name.text))],
    fixes: [{ title: message('“{0}” is another name of {1}', text, name.text), changes: [{ kind: 'alias', entity: name.entity, alias: text }] }],
  };
}

/** The usual name's own part with another generic word: "太美科技" where the report speaks of 太美医疗. */
function otherBranches(context: ReportContext, names: readonly PrintedName[]): Problem[] {
  const { text } = context.report.logical;
  const known = new Map(names.map(n => [n.text, n]));
  const branched = names.flatMap((name): { name: PrintedName; own: string }[] => {
    const branch = branchOf(name.text);
    const own = name.text.slice(0, name.text.length - branch.length);
    return name.type !== 'company' || branch === '' || !/^[\u3400-\u9fff]{2,6}$/u.test(own) || name.places.length < usual ? [] : [{ name, own }];
  });
  const standing = placesOf(text, branched.map(({ own }) => own));
  return branched.flatMap(({ name, own }): Problem[] => {
    const places = (standing.get(own) ?? []).filter(at => !text.startsWith(name.text, at));
    const byBranch = new Map<string, number[]>();
    for (const at of places) {
      // The longest generic word that follows.
      const other = branches.find(word => text.startsWith(word, at + own.length));
      if (other !== undefined) byBranch.set(other, [...(byBranch.get(other) ?? []), at]);
    }
    return [...byBranch].flatMap(([other, found]): Problem[] => {
      const form = own + other;
      const rival = known.get(form);
      if (rival !== undefined && rival.places.length >= name.places.length) return [];
      // Both in one breath: the writer tells them apart.
      const isTold = found.some(at => text.slice(Math.max(0, at - nearby), at + form.length + nearby).includes(name.text));
      const first = found[0];
      if (first === undefined || found.length > exceptional || isTold) return [];
      return [problem(context, spanAt(context, first, first + form.length), form, name)];
    });
  });
}

/** The usual name without its last character: "柏视医成立于", "在港交挂牌". */
function cutNames(context: ReportContext, names: readonly PrintedName[]): Problem[] {
  const { text } = context.report.logical;
  const forms = new Set(names.map(n => n.text));
  const mentions = context.mentions.map(whole);
  const starts = Uint32Array.from(mentions, ({ start }) => start);
  const covered = ({ start, end }: Span): boolean => {
    const mention = mentions[lastAtMost(starts, start)];
    return mention !== undefined && mention.start <= start && end <= mention.end;
  };
  const cuttable = names.filter((name) => {
    const isLong = /^[\u3400-\u9fff]{4,12}$/u.test(name.text) && name.type === 'company' && branchOf(name.text) !== '';
    const isBody = /^[\u3400-\u9fff]{2}[所社]$/u.test(name.text);
    return (isLong || isBody) && name.places.length > usual && !forms.has(name.text.slice(0, -1));
  });
  const standing = placesOf(text, cuttable.map(name => name.text.slice(0, -1)), 400);
  return cuttable.flatMap((name): Problem[] => {
    const cut = name.text.slice(0, -1);
    const places = (standing.get(cut) ?? []).filter(at => text.charAt(at + cut.length) !== name.text.at(-1) && !covered(spanAt(context, at, at + cut.length)));
    const first = places[0];
    if (first === undefined || places.length > exceptional) return [];
    return places.map(at => problem(context, spanAt(context, at, at + cut.length), cut, name));
  });
}

const registered = /(?:有限(?:责任)?公司)$/u;

/** Two registered names of which one has a word more: one company, or two of a group. */
function registeredNames(context: ReportContext, names: readonly PrintedName[]): Problem[] {
  const full = names.filter(n => registered.test(n.text)).sort((a, b) => b.places.length - a.places.length);
  const byOpening = new Map<string, PrintedName[]>();
  return full.flatMap((name): Problem[] => {
    const key = name.text.slice(0, 5);
    const twin = byOpening.get(key)?.find(n => distanceWithin(n.text, name.text, 2) <= 2 && Math.abs(n.text.length - name.text.length) > 0);
    byOpening.set(key, [...(byOpening.get(key) ?? []), name]);
    const span = name.places[0];
    return twin === undefined || span === undefined ? [] : [problem(context, span, name.text, twin)];
  });
}

/** Titles that differ by a word, and a document listed beside the notice that issued it. */
function documents(context: ReportContext): Problem[] {
  const { report } = context;
  const seen = new Map<string, { title: string; span: Span; at: number }[]>();
  const told = new Set<string>();
  return bracketedTitles(report.logical.text).flatMap(({ start, end, title }): Problem[] => {
    const folded = foldTitle(title);
    const issued = issuedTitle(folded);
    const own = baseTitle(issued ?? folded);
    if (own.length < 8) return [];
    const key = own.slice(0, 6);
    const span = spanAt(context, start, end);
    const group = seen.get(key) ?? [];
    const isSlip = (other: string): boolean => other.length >= 14 && !/\d/.test(other + folded) && distanceWithin(other, folded, 2) <= 2 && other !== folded;
    const twin = group.find((g) => {
      const other = foldTitle(g.title);
      const handsOn = baseTitle(issuedTitle(other) ?? other) === own && (issuedTitle(other) === null) !== (issued === null) && start - g.at < 200;
      return handsOn || isSlip(other);
    });
    group.push({ title, span, at: start });
    seen.set(key, group);
    if (twin === undefined || told.has(`${twin.title}\n${title}`)) return [];
    told.add(`${twin.title}\n${title}`);
    return [{
      span,
      message: message('“{0}” and “{1}”: one document under two titles?', title, twin.title),
      related: [here(report, twin.span, message('“{0}”', twin.title))],
    }];
  });
}

/** One entity under several names in one report: another branch word, a name cut short, two registered names, two titles. */
export const variant: ReportRule = {
  id: 'entity/variant',
  title: message('One name in several forms'),
  severity: 'information',
  check(context) {
    const names = namesOf(context);
    return [...otherBranches(context, names), ...cutNames(context, names), ...registeredNames(context, names), ...documents(context)];
  },
};
