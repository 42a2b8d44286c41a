import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');
const chinese = JSON.parse(readFileSync(join(root, 'l10n/server.zh-cn.json'), 'utf8')) as Record<string, string>;
const slots = (text: string): string[] => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();

/** The key of a text as @vscode/l10n looks it up: with its comment, where it has one. */
function keyOf(argument: ts.Expression): string | null {
  if (ts.isStringLiteral(argument)) return argument.text;
  if (!ts.isObjectLiteralExpression(argument)) return null;
  const property = (name: string): ts.Expression | undefined =>
    argument.properties.filter(ts.isPropertyAssignment).find((assignment) => assignment.name.getText() === name)?.initializer;
  const message = property('message');
  const comment = property('comment');
  if (!message || !ts.isStringLiteral(message) || !comment || !ts.isArrayLiteralExpression(comment)) return null;
  return `${message.text}/${comment.elements.map((element) => (element as ts.StringLiteral).text).join('')}`;
}

/** Texts that the server localises: arguments of `t`, and the templates of rules' messages. */
function textsOf(file: string, calls: RegExp): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2023, true);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && calls.test(node.expression.getText())) {
      const key = node.arguments[0] && keyOf(node.arguments[0]);
      if (key) texts.push(key);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return texts;
}

describe("the server's strings in Chinese", () => {
  const files = globSync('server/**/*.ts', { cwd: root });
  const used = new Set(files.flatMap((file) => textsOf(file, /^(t|message)$/)));

  it('every text has its translation with the same slots', () => {
    for (const text of files.flatMap((file) => textsOf(file, /^t$/))) {
      assert.ok(chinese[text], `no translation of: ${text}`);
      assert.deepEqual(slots(chinese[text]), slots(text), text);
    }
  });

  it('nothing is translated that nobody says', () => {
    assert.deepEqual(Object.keys(chinese).filter((text) => !used.has(text)), []);
  });
});
