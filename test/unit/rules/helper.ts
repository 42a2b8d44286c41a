import type { Mention } from '../../../server/entity/model';
import type { NearMiss } from '../../../server/entity/nearMiss';
import { findReferences } from '../../../server/reference/find';
import { passagesOf } from '../../../server/reference/passages';
import { parseReport } from '../../../server/report/parse';
import { inEnglish } from '../../../server/rules/message';
import type { AnchoredTags, CodebookTag, Problem, ReportContext, ReportRule, RuleOptions } from '../../../server/rules/model';
import { sourceFromText } from '../../../server/text/decode';
import { lineAt } from '../../../server/text/lines';

export interface Extra {
  readonly path?: string;
  /** Names in the text, as "name" or "name=entity id", with their type in front: "company:澜岫智影". */
  readonly names?: readonly string[];
  readonly nearMisses?: readonly NearMiss[];
  readonly annotations?: readonly AnchoredTags[];
  readonly codebook?: readonly CodebookTag[];
  readonly options?: RuleOptions;
}

/** Every place of the given names, as the recogniser would give them. */
function mentionsOf(text: string, names: readonly string[]): Mention[] {
  const mentions: Mention[] = [];
  for (const name of names) {
    const [type = 'company', rest = ''] = name.split(':');
    const [form = '', id = `${type}:${form}`] = rest.split('=');
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
      mentions.push({ spans: [{ start: at, end: at + form.length }], text: form, entity: id, type, status: 'candidate' });
    }
  }
  return mentions.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}

/** A report's text with everything a rule reads of it. */
export function contextOf(text: string, extra: Extra = {}): ReportContext {
  const report = parseReport(extra.path ?? 'report.txt', sourceFromText(text));
  const mentions = mentionsOf(text, extra.names ?? []);
  return {
    report, mentions, references: findReferences(report),
    nearMisses: extra.nearMisses ?? [], passages: passagesOf(report), annotations: extra.annotations ?? [], codebook: extra.codebook ?? [], entity: () => undefined, options: extra.options ?? {},
  };
}

export function problemsOf(rule: ReportRule, text: string, extra: Extra = {}): Problem[] {
  return rule.check(contextOf(text, { ...extra, options: { ...rule.options, ...extra.options } }));
}

/** What a rule finds in a text: "line: message", lines from 1. */
export function found(rule: ReportRule, text: string, extra: Extra = {}): string[] {
  const { lineStarts } = sourceFromText(text);
  return problemsOf(rule, text, extra).map(p => `${lineAt(lineStarts, p.span.start) + 1}: ${inEnglish(p.message)}`);
}

/** The flagged texts. */
export function flagged(rule: ReportRule, text: string, extra: Extra = {}): string[] {
  return problemsOf(rule, text, extra).map(p => text.slice(p.span.start, p.span.end));
}
