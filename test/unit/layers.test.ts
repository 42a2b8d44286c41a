import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { ESLint, type Linter } from 'eslint';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { layerRules } from '../../eslint.layers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The layer rules alone: without type information, so that files which do not exist can be checked. */
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      plugins: { 'import-x': importX },
      settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts'] })] },
    },
    ...(layerRules as Linter.Config[]),
  ],
});

/** The rules that a file with this one line breaks. */
async function broken(filePath: string, line: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(line + '\n', { filePath: `${root}/${filePath}` });
  assert(result);
  return result.messages.map((message) => message.ruleId);
}

const path = 'import-x/no-restricted-paths';
const name = 'no-restricted-imports';

describe('lint keeps the layers', () => {
  const cases: [from: string, line: string, rules: string[]][] = [
    ['server/text/a.ts', 'import "../report/model";', [path]],
    ['server/report/a.ts', 'import "../text/span";', []],
    ['server/report/a.ts', 'import type { Mention } from "../entity/model";', [path]],
    ['server/entity/a.ts', 'const m = await import("../corpus/model");', [path]],
    ['server/features/a.ts', 'import "../corpus/model";', []],
    ['server/features/a.ts', 'import "../lsp/protocol";', [path]],
    ['server/cli/a.ts', 'import "../lsp/protocol";', [path]],
    ['client/a.ts', 'import "../server/lsp/protocol";', []],
    ['client/a.ts', 'import "../server/text/span";', [path]],
    ['client/a.ts', 'import * as vscode from "vscode";', []],
    ['server/lsp/a.ts', 'import * as vscode from "vscode";', [name]],
    ['server/lsp/a.ts', 'import "vscode-languageserver/node";', []],
    ['server/features/a.ts', 'import "vscode-languageserver/node";', [name]],
    ['server/features/a.ts', 'import type { Hover } from "vscode-languageserver-types";', []],
    ['server/corpus/a.ts', 'import type { Hover } from "vscode-languageserver-types";', [name]],
    ['server/corpus/a.ts', 'import { readFile } from "node:fs/promises";', []],
    ['server/entity/a.ts', 'import { readFileSync } from "node:fs";', [name]],
    ['server/features/a.ts', 'import { readFileSync } from "fs";', [name]],
    ['server/lsp/a.ts', 'import { request } from "node:https";', [name]],
    ['server/lsp/a.ts', 'import { URL } from "node:url";', []],
  ];
  for (const [from, line, rules] of cases) {
    it(`${from}: ${line} ${rules.length > 0 ? 'is refused' : 'may stand'}`, async () => {
      assert.deepEqual(await broken(from, line), rules);
    });
  }

  it('and the project\'s own configuration has these rules', async () => {
    const project = new ESLint({ cwd: root });
    const config = await project.calculateConfigForFile(`${root}/server/report/model.ts`) as Linter.Config;
    assert.equal([config.rules?.[path]].flat()[0], 2);
    assert.equal([config.rules?.[name]].flat()[0], 2);
  });
});
