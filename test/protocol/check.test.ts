import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

describe('wenmai check', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'wenmai-check-'));
  const check = (...args: readonly string[]): { status: number | null; out: string; err: string } => {
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, '.cache'), LANG: 'en_GB.UTF-8', LC_ALL: '', LC_MESSAGES: '', LANGUAGE: '' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', ...args], { cwd: folder, encoding: 'utf8', env });
    return { status, out: stdout, err: stderr };
  };

  before(() => {
    // As git lays it: its own folder is none of the corpus.
    for (const path of ['.git', '年报', '空']) mkdirSync(join(folder, path));
    writeFileSync(join(folder, '.git/说明.txt'), '市场份额达120%。\n');
    writeFileSync(join(folder, '年报/港务.txt'), '港务费收入从 120 万元增至 180 万元，同比增长 40%。\n');
    writeFileSync(join(folder, '年报/标签.md'), '---\ntags: [旧名]\n---\n正文一句。\n');
    writeFileSync(join(folder, 'codebook.yaml'), 'tags:\n  - id: new\n    name: 新名\n  - id: old\n    name: 旧名\n    deprecated: true\n    replacedBy: new\n');
  });
  after(() => { rmSync(folder, { recursive: true, force: true }); });

  it('prints findings by report, without colour into a pipe, and exits with 1', () => {
    const { status, out, err } = check();
    assert.equal(status, 1);
    assert.match(out, /^年报\/标签\.md\n {2}2:8 {6}warning {5}.*\n\n年报\/港务\.txt\n {2}1:8 {6}warning {5}From 120 万元 to 180 万元 is \+50 %.*claim\/growth\n\n2 \(warning: 2\)\n$/u);
    assert.equal(err, '');
  });
  it('exits with 0 below the threshold', () => assert.equal(check('--fail-on', 'error').status, 0));
  it('leaves out old findings, in whatever line they stand now', () => {
    const { out } = check('--format', 'json');
    writeFileSync(join(folder, 'old.json'), out);
    const text = '港务费收入从 120 万元增至 180 万元，同比增长 40%。\n';
    writeFileSync(join(folder, '年报/港务.txt'), `新的一段。\n\n${text}`);
    const again = check('--baseline', 'old.json');
    assert.deepEqual(again, { status: 0, out: '', err: 'Nothing new in 2 reports.\n' });
    assert.equal(check('--baseline', 'old.json', '--fix-preview').out, '');
    writeFileSync(join(folder, '年报/港务.txt'), `${text}\n市场份额达120%。\n`);
    assert.match(check('--baseline', 'old.json').out, /^年报\/港务\.txt\n {2}3:6 .*claim\/impossible\n\n1 /u);
  });
  it('shows what the fixes would change, and changes nothing', () => {
    assert.match(check('--fix-preview').out, /^@@ 年报\/标签\.md:2 @@ Change to “新名”\n-tags: \[旧名\]\n\+tags: \[新名\]\n$/u);
    assert.match(check('--format', 'json').out, /旧名/);
  });
  it('says what is wrong with its input, and exits with 2', () => {
    writeFileSync(join(folder, 'none.json'), '{}');
    for (const [args, message] of [
      [['没有.txt'], /没有\.txt: no such file or folder/],
      [['--baseline', 'gone.json'], /gone\.json: no such file/],
      [['--baseline', 'none.json'], /none\.json: no baseline \(not a list of findings\)/],
      [['--format', 'xml'], /Allowed choices are text, json, sarif/],
      [['--fail-on', 'bad'], /Allowed choices are hint, information, warning, error/],
    ] as const) {
      const { status, out, err } = check(...args);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, message);
      assert.doesNotMatch(err, /\n\s+at /, 'no stack');
    }
  });
  it('names what has no effect in wenmai.yaml, by line, and goes on', () => {
    writeFileSync(join(folder, '年报/wenmai.yaml'), 'rules:\n  claim/growth: off\n  entity/unlisted: { mentions: many }\n');
    const own = check('年报');
    rmSync(join(folder, '年报/wenmai.yaml'));
    assert.match(own.err, /^wenmai\.yaml:3: The option “mentions” of entity\/unlisted is a number\.\n/);
    assert.doesNotMatch(own.out, /claim\/growth/);
  });
  it('says that there is nothing to check', () => assert.deepEqual(check('空'), { status: 0, out: '', err: 'There are no reports here (.txt, .md).\n' }));
});
