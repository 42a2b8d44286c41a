import { t } from '@vscode/l10n';
import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { distanceWithin } from '../entity/distance';
import type { OptionValue, RuleInfo } from '../rules/model';
import { allRules } from '../rules/rules';
import type { Span } from '../text/span';

/** Something in `wenmai.yaml` that has no effect as it stands. */
export interface SettingsProblem {
  readonly kind: 'syntax' | 'key' | 'rule' | 'severity' | 'option';
  readonly span: Span;
  readonly message: string;
}

const keys = new Set(['include', 'exclude', 'encoding', 'encodings', 'index', 'rules', 'ignore', 'highlight', 'lens']);
const severities = ['off', 'hint', 'information', 'warning', 'error'];
/** Slips that may lie between an id and the rule that was meant. */
const slips = 3;

const rules = new Map(allRules.map((rule) => [rule.id, rule]));

function spanOf(node: unknown): Span {
  const range = (node as Node | null)?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

const textOf = (node: unknown): string => String(isScalar(node) ? node.value : node);
const pairsOf = (node: unknown): readonly Pair<ParsedNode, ParsedNode | null>[] => (isMap(node) ? (node as YAMLMap<ParsedNode, ParsedNode | null>).items : []);

function unknownRule(id: string): string {
  const near = [...rules.keys()].map((known) => ({ known, distance: distanceWithin(known, id, slips) })).filter(({ distance }) => distance <= slips).sort((a, b) => a.distance - b.distance)[0];
  return near ? t('There is no rule “{0}”. Did you mean “{1}”?', id, near.known) : t('There is no rule “{0}”.', id);
}

function severityProblem(node: unknown): SettingsProblem[] {
  return isScalar(node) && severities.includes(textOf(node)) ? [] : [{ kind: 'severity', span: spanOf(node), message: t('A severity was expected here: {0}.', severities.join(', ')) }];
}

function isLike(node: unknown, model: OptionValue): boolean {
  if (Array.isArray(model)) return isSeq(node) && node.items.every((item) => isScalar(item) && typeof item.value === 'string');
  return isScalar(node) && typeof node.value === typeof model;
}

function kindOf(model: OptionValue): string {
  return Array.isArray(model) ? t('a list') : typeof model === 'number' ? t('a number') : typeof model === 'boolean' ? t('true or false') : t('a text');
}

function optionProblems(rule: RuleInfo, setting: unknown): SettingsProblem[] {
  return pairsOf(setting).flatMap(({ key, value }): SettingsProblem[] => {
    const name = textOf(key);
    if (name === 'severity') return severityProblem(value);
    const model = rule.options?.[name];
    if (model === undefined) {
      const known = Object.keys(rule.options ?? {});
      return [{ kind: 'option', span: spanOf(key), message: known.length > 0 ? t('{0} has no option “{1}”, only {2}.', rule.id, name, known.join(', ')) : t('{0} has no options.', rule.id) }];
    }
    return isLike(value, model) ? [] : [{ kind: 'option', span: spanOf(value ?? key), message: t('The option “{0}” of {1} is {2}.', name, rule.id, kindOf(model)) }];
  });
}

function ruleProblems(node: unknown): SettingsProblem[] {
  return pairsOf(node).flatMap(({ key, value }): SettingsProblem[] => {
    const rule = rules.get(textOf(key));
    if (rule === undefined) return [{ kind: 'rule', span: spanOf(key), message: unknownRule(textOf(key)) }];
    return isMap(value) ? optionProblems(rule, value) : severityProblem(value ?? key);
  });
}

function ignoreProblems(node: unknown): SettingsProblem[] {
  return (isSeq(node) ? node.items : []).flatMap((entry): SettingsProblem[] => pairsOf(entry).flatMap(({ key, value }): SettingsProblem[] => (
    textOf(key) === 'rule' && !rules.has(textOf(value)) ? [{ kind: 'rule', span: spanOf(value ?? key), message: unknownRule(textOf(value)) }] : [])));
}

/** What has no effect in a `wenmai.yaml`: damage, keys and rules that nobody knows, severities and options of another kind. */
export function settingsProblems(yaml: string): SettingsProblem[] {
  const document = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false });
  const damage = document.errors.map(({ pos, message }): SettingsProblem => ({ kind: 'syntax', span: { start: pos[0], end: Math.max(pos[0], pos[1]) }, message }));
  if (damage.length > 0) return damage;
  return pairsOf(document.contents).flatMap(({ key, value }): SettingsProblem[] => {
    const name = textOf(key);
    if (!keys.has(name)) return [{ kind: 'key', span: spanOf(key), message: t('“{0}” is no setting.', name) }];
    return name === 'rules' ? ruleProblems(value) : name === 'ignore' ? ignoreProblems(value) : [];
  });
}
