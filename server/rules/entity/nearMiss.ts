import type { Report } from '../../report/model';
import { toSource } from '../../text/logical';
import type { Span } from '../../text/span';
import { message } from '../message';
import type { Change, Problem, ReportContext, ReportRule, Severity } from '../model';
import { namesOf, occurrences, soundAlike, type PrintedName } from './names';

/** Sure where the slip is one that typing makes, or the names agree in nearly all of many characters. */
function weight(core: string, name: string): Severity {
  if (/^[\u0020-\u007e]+$/.test(core)) return 'warning';
  if (core.length !== name.length) return 'information';
  const differing = [...core].flatMap((c, i) => (c === name.charAt(i) ? [] : [i]));
  if (differing.every(i => soundAlike(core.charAt(i), name.charAt(i)))) return 'warning';
  return core.length >= 6 ? 'warning' : 'information';
}

function problem(span: Span, text: string, core: string, name: string, entity: string, whole: boolean): Problem {
  const replaced = text.replace(core, name);
  const change: Change = { kind: 'text', span, text: replaced };
  return {
    span,
    severity: weight(core, name),
    message: message('“{0}” is nearly “{1}”: a slip?', text, name),
    fixes: [
      ...(whole && replaced !== text ? [{ title: message('Change to “{0}”', replaced), changes: [change] }] : []),
      { title: message('“{0}” is another name of {1}', text, name), changes: [{ kind: 'alias' as const, entity, alias: text }] },
    ],
  };
}

/** Names shorter than this are ordinary words with one character changed; institutions and titles consist of such words. */
const leastOf = (type: string): number => (type === 'company' || type === 'product' ? 4 : 5);

/** Numerals and directions tell names apart; particles make phrases of them. */
const telling = /[的了和与及在为是一二三四五六七八九十东西南北中上下左右大小新老前后内外甲乙丙丁]/u;
/** A longer name that stands this often is meant where one character inside it differs a single time, whatever it sounds like. */
const usual = 3;

/** One character inside a name is another one, once in the report: text recognition knows shapes, not sounds. */
function isMisread(text: string, found: string, name: PrintedName, i: number): boolean {
  const inside = i > 0 && i < found.length - 1;
  return inside && found.length > 4 && name.places.length >= usual && !telling.test(found.charAt(i) + name.text.charAt(i)) && occurrences(text, found, 2).length === 1;
}

/** Slips in the report's own names, "澜袖智影" beside "澜岫智影": homophones, and single characters misread. Both halves of each name are looked up in the text. */
function slips(context: ReportContext): Problem[] {
  const { report } = context;
  const { text } = report.logical;
  const known = new Set(context.mentions.map(m => m.text));
  const names = namesOf(context).filter(n => /^[\u3400-\u9fff]{4,12}$/u.test(n.text) && n.text.length >= leastOf(n.type) && (n.places.length > 1 || n.confirmed));
  return names.flatMap((name): Problem[] => {
    const half = name.text.length >> 1;
    const starts = new Set([
      ...occurrences(text, name.text.slice(0, half)),
      ...occurrences(text, name.text.slice(half)).map(at => at - half),
    ]);
    return [...starts].flatMap((at): Problem[] => {
      const found = text.slice(Math.max(0, at), at + name.text.length);
      if (at < 0 || found === name.text || known.has(found) || !/^[\u3400-\u9fff]+$/u.test(found) || found.length < name.text.length) return [];
      const differing = [...found].flatMap((c, i) => (c === name.text.charAt(i) ? [] : [i]));
      const i = differing[0];
      // The last character tells kinds of institutions apart: 院 and 园.
      if (differing.length !== 1 || i === undefined || (i === found.length - 1 && found.length < 6) || !(soundAlike(found.charAt(i), name.text.charAt(i)) || isMisread(text, found, name, i))) return [];
      const span = spanAt(report, at, at + found.length);
      const one = problem(span, found, found, name.text, name.entity, span.end - span.start === found.length);
      return [soundAlike(found.charAt(i), name.text.charAt(i)) ? one : { ...one, severity: 'information' }];
    });
  });
}

function spanAt(report: Report, start: number, end: number): Span {
  return { start: toSource(report.logical, start), end: toSource(report.logical, end - 1) + 1 };
}

/** A name one slip away from a known one: a typo, or an error of text recognition. */
export const nearMiss: ReportRule = {
  id: 'entity/near-miss',
  title: message('Name nearly like a known one'),
  severity: 'warning',
  check(context) {
    const found = context.nearMisses.flatMap(({ spans, text, core, name, entity }): Problem[] => {
      const start = spans[0]?.start;
      const end = spans.at(-1)?.end;
      return start === undefined || end === undefined ? [] : [problem({ start, end }, text, core, name, entity, spans.length === 1)];
    });
    const starts = new Set(found.map(p => p.span.start));
    return [...found, ...slips(context).filter(p => !starts.has(p.span.start))];
  },
};
