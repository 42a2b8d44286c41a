import type { Report } from '../report/model';
import { corpusRules, reportRules, textRules } from './rules';
import type { CorpusContext, Finding, Problem, ReportContext, RuleInfo, RuleOptions, Severity, TextContext } from './model';

/** What `wenmai.yaml` says of one rule. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: RuleOptions;
}

/** A finding that somebody looked at and let stand, with the reason. */
export interface Ignored {
  readonly rule: string;
  /** Path of the report; every report where absent. */
  readonly report?: string;
  /** The flagged text as it stood; any where absent. */
  readonly text?: string;
  readonly reason: string;
}

/** How the rules of a corpus are set. */
export interface RuleSettings {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly ignore: readonly Ignored[];
}

export const defaultRuleSettings: RuleSettings = { rules: {}, ignore: [] };

const rank: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/** The severity of a finding: what the corpus sets wins; a rule's own lesser weight of a case stays below it. */
function severityOf(rule: RuleInfo, setting: RuleSetting | undefined, problem: Problem): Severity {
  const set = setting?.severity;
  const ofRule = set === undefined || set === 'off' ? rule.severity : set;
  const ofProblem = problem.severity;
  if (ofRule === 'off') return ofProblem ?? 'information';
  return ofProblem !== undefined && (rank[ofProblem] < rank[ofRule] || set === undefined) ? ofProblem : ofRule;
}

/** What a rule says of a problem, as the corpus has set it. */
function findingOf(rule: RuleInfo, setting: RuleSetting | undefined, report: string, problem: Problem): Finding {
  return {
    report,
    span: problem.span,
    rule: rule.id,
    severity: severityOf(rule, setting, problem),
    message: problem.message,
    related: problem.related ?? [],
    fixes: problem.fixes ?? [],
  };
}

const isOff = (rule: RuleInfo, setting: RuleSetting | undefined): boolean => (setting?.severity ?? rule.severity) === 'off';
const optionsOf = (rule: RuleInfo, setting: RuleSetting | undefined): RuleOptions => ({ ...rule.options, ...setting?.options });

/** What rules find where they read `context`, as the corpus has set them. */
function findingsOf<C extends TextContext>(rules: readonly (RuleInfo & { check(context: C): Problem[] })[], context: Omit<C, 'options'>, settings: RuleSettings): Finding[] {
  return rules.flatMap(rule => {
    const setting = settings.rules[rule.id];
    if (isOff(rule, setting)) return [];
    return rule.check({ ...context, options: optionsOf(rule, setting) } as C).map(problem => findingOf(rule, setting, context.report.path, problem));
  });
}

const inTexts = new WeakMap<Report, { readonly settings: RuleSettings; readonly findings: readonly Finding[] }>();

/**
 * What the rules over a report's text find in it, in no order; kept by the report and the settings, so that it can be asked
 * for while the report is still being indexed. Linear in the report.
 */
export function checkText(report: Report, settings: RuleSettings): readonly Finding[] {
  const known = inTexts.get(report);
  if (known?.settings === settings) return known.findings;
  const findings = findingsOf(textRules, { report }, settings);
  inTexts.set(report, { settings, findings });
  return findings;
}

/** Everything the rules over one report find in it, in order of position. Linear in the report. */
export function checkReport(context: Omit<ReportContext, 'options'>, settings: RuleSettings = defaultRuleSettings): Finding[] {
  return byPosition([...checkText(context.report, settings), ...findingsOf(reportRules, context, settings)]);
}

/** Everything the rules over the corpus find in one report, in order of position; `turn` lets other work come between. */
export async function checkAgainstCorpus(context: Omit<CorpusContext, 'options'>, settings: RuleSettings, turn: () => Promise<void>): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const rule of corpusRules) {
    const setting = settings.rules[rule.id];
    if (isOff(rule, setting)) continue;
    for (const problem of rule.check({ ...context, options: optionsOf(rule, setting) })) {
      if (problem) found.push(findingOf(rule, setting, context.report.path, problem));
      else await turn();
    }
  }
  return byPosition(found);
}

function byPosition(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
}

/** Leaves out what the corpus's ignore list names; `textOf` gives the flagged text of a finding. */
export function withoutIgnored(findings: readonly Finding[], ignore: readonly Ignored[], textOf: (finding: Finding) => string): Finding[] {
  if (ignore.length === 0) return [...findings];
  return findings.filter(finding => !ignore.some(entry =>
    entry.rule === finding.rule
    && (entry.report === undefined || entry.report === finding.report)
    && (entry.text === undefined || entry.text === textOf(finding))));
}

/** A finding that is shown, and those like it that are told of with it. */
export interface Group {
  readonly finding: Finding;
  readonly others: readonly Finding[];
}

/** Hints of one rule that each stand for themselves; more of them are habits of the report rather than places. */
const fewHints = 5;

/** The hints of a rule that has many in a report go together with the first of them; everything else stands alone. In order of position. */
export function grouped(findings: readonly Finding[]): Group[] {
  const hints = new Map<string, Finding[]>();
  for (const finding of findings) if (finding.severity === 'hint') hints.set(finding.rule, [...(hints.get(finding.rule) ?? []), finding]);
  return findings.flatMap((finding): Group[] => {
    const like = finding.severity === 'hint' ? hints.get(finding.rule) ?? [] : [];
    if (like.length <= fewHints) return [{ finding, others: [] }];
    return like[0] === finding ? [{ finding, others: like.slice(1) }] : [];
  });
}

/** What is shown of a report's findings, and how many of each severity are not. */
export interface Shown {
  readonly groups: readonly Group[];
  readonly hidden: Readonly<Record<Severity, number>>;
}

/** At most `limit` findings, the weightiest first to be kept, in order of position, hints of one rule together; the rest is counted. */
export function limited(findings: readonly Finding[], limit = 200): Shown {
  const hidden = { error: 0, warning: 0, information: 0, hint: 0 };
  const groups = grouped(findings);
  if (groups.length <= limit) return { groups, hidden };
  const kept = new Set([...groups].sort((a, b) => rank[b.finding.severity] - rank[a.finding.severity]).slice(0, limit));
  for (const group of groups) if (!kept.has(group)) hidden[group.finding.severity] += 1 + group.others.length;
  return { groups: groups.filter(group => kept.has(group)), hidden };
}
