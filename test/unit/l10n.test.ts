import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const strings = (path: string): Record<string, string> => JSON.parse(read(path)) as Record<string, string>;

/** The texts that the client passes to `vscode.l10n.t`, under whatever name it calls it. */
function textsOf(path: string): string[] {
  const texts: string[] = [];
  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node) && /(^|\.)t$/.test(node.expression.getText(file))) {
      const [text] = node.arguments;
      assert.ok(text !== undefined && ts.isStringLiteral(text), `${path}: the text of t() must be a plain string`);
      texts.push(text.text);
    }
    node.forEachChild(visit);
  }
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2023, true);
  visit(file);
  return texts;
}

/** {0} {1} … as a sorted list: a translation must keep all of them. */
const slots = (text: string): string[] => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();

function assertComplete(english: readonly string[], translated: Record<string, string>, source: (key: string) => string): void {
  assert.deepEqual(Object.keys(translated).sort(), [...new Set(english)].sort());
  for (const [key, text] of Object.entries(translated)) {
    assert.notEqual(text, '', key);
    assert.deepEqual(slots(text), slots(source(key)), key);
  }
}

describe('the strings in two languages', () => {
  it('every text of the client is in both bundles, and nothing else is', () => {
    const texts = globSync('client/**/*.ts', { cwd: root }).flatMap(textsOf);
    assert.ok(texts.length > 40, `${texts.length} texts found`);
    for (const bundle of ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.zh-cn.json']) {
      assertComplete(texts, strings(bundle), (key) => key);
    }
  });

  it('every %key% of the manifest is in both files, and nothing else is', () => {
    const keys = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] as string);
    const english = strings('package.nls.json');
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
      assertComplete(keys, strings(file), (key) => english[key] ?? '');
    }
  });

  it('links in a translation lead where the original leads', () => {
    const english = strings('package.nls.json');
    const commands = (text: string | undefined): string[] => text?.match(/\(command:[^)]*\)/g) ?? [];
    for (const [key, text] of Object.entries(strings('package.nls.zh-cn.json'))) {
      assert.deepEqual(commands(text), commands(english[key]), key);
    }
  });
});
