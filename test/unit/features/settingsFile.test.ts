import assert from 'node:assert/strict';
import { settingsProblems } from '../../../server/features/settingsFile';

/** The flagged text and what is said of it. */
const problems = (yaml: string): string[] => settingsProblems(yaml).map(({ kind, span, message }) => `${kind} ${yaml.slice(span.start, span.end)}: ${message}`);

describe('what has no effect in wenmai.yaml', () => {
  for (const [yaml, expected] of [
    ['', []],
    ['include: ["**/*.txt"]\nrules:\n  claim/growth: off\n  entity/unlisted: { severity: hint, mentions: 8 }\nignore:\n  - rule: claim/growth\n    reason: 另一口径\n', []],
    ['inclde: [a]\n', ['key inclde: “inclde” is no setting.']],
    ['rules:\n  claim/growht: off\n', ['rule claim/growht: There is no rule “claim/growht”. Did you mean “claim/growth”?']],
    ['rules:\n  claim/growth: loud\n', ['severity loud: A severity was expected here: off, hint, information, warning, error.']],
    ['rules:\n  entity/unlisted: { mentions: many }\n', ['option many: The option “mentions” of entity/unlisted is a number.']],
    ['rules:\n  entity/unlisted: { mention: 3 }\n', ['option mention: entity/unlisted has no option “mention”, only mentions.']],
    ['ignore:\n  - rule: claim/sum\n    reason: 无\n', ['rule claim/sum: There is no rule “claim/sum”.']],
  ] as const) it(yaml.trim() || 'nothing', () => assert.deepEqual(problems(yaml), expected));

  it('damage', () => assert.deepEqual(settingsProblems('rules: [').map(({ kind }) => kind), ['syntax']));
});
