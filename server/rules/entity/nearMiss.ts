import type { Span } from '../../text/span';
import { message } from '../message';
import type { Change, Problem, ReportRule, Severity } from '../model';
import { soundAlike } from './names';
import { nameSlips } from './nameSlips';

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
    const own = nameSlips(context).map(({ span, found: text, name, severity }): Problem => ({ ...problem(span, text, text, name.text, name.entity, span.end - span.start === text.length), severity }));
    return [...found, ...own.filter(p => !starts.has(p.span.start))];
  },
};
