import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { annotatorOf } from '../../../server/corpus/annotator';
import { gitNameOf, gitSettings } from '../../../server/corpus/gitName';

describe('the name that annotations are made under', () => {
  let root = '';
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const nameIn = (folder: string): Promise<string> => gitNameOf(join(root, folder), { HOME: join(root, 'home'), GIT_CONFIG_SYSTEM: join(root, 'none') });
  beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'wenmai-name-')); });
  afterEach(() => { rmSync(root, { recursive: true, force: true }); });

  it('is the setting’s, whatever git says', async () => {
    put('.git/config', '[user]\n\tname = 林未晞\n');
    assert.deepEqual(await annotatorOf(' 李晓 ', root), { name: '李晓', from: 'setting' });
    assert.deepEqual(await annotatorOf('', root), { name: '林未晞', from: 'git' });
  });

  it('else that of the repository the folder lies in, else the user’s own', async () => {
    put('home/.gitconfig', '[user]\n  email = z@example.org\n  name = 周明\n');
    assert.equal(await nameIn('a/reports'), '周明');
    put('a/.git/config', '[core]\n\tbare = false\n[user]\n\tname = 林未晞\n');
    mkdirSync(join(root, 'a/reports'));
    assert.equal(await nameIn('a/reports'), '林未晞');
  });

  it('also in a work tree beside its repository', async () => {
    put('a/.git/config', '[user]\nname=林未晞\n');
    put('a/.git/worktrees/b/commondir', '../..\n');
    put('b/.git', `gitdir: ${join(root, 'a/.git/worktrees/b')}\n`);
    assert.equal(await nameIn('b'), '林未晞');
    put('a/.git/worktrees/b/config.worktree', '[user]\nname=李晓\n');
    assert.equal(await nameIn('b'), '李晓');
  });

  it('also where the user’s file includes another', async () => {
    put('home/.gitconfig', '[include]\n\tpath = ~/who\n');
    put('home/who', '[USER] Name = "周; 明" # 本人\n');
    assert.equal(await nameIn('a'), '周; 明');
  });

  it('is the account’s where nobody says one, and says so', async () => {
    const { HOME, XDG_CONFIG_HOME, GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM } = process.env;
    Object.assign(process.env, { GIT_CONFIG_GLOBAL: join(root, 'none'), GIT_CONFIG_SYSTEM: join(root, 'none') });
    try {
      const { name, from } = await annotatorOf('', root);
      assert.deepEqual([name !== '', from], [true, 'account']);
    } finally {
      for (const [key, value] of Object.entries({ HOME, XDG_CONFIG_HOME, GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM })) {
        if (value === undefined) delete process.env[key];
        else process.env[key] = value;
      }
    }
  });

  it('is no other name of a git configuration', () => {
    assert.deepEqual(gitSettings('[user]\nemail = a\n[branch "name"]\nname = main ; dots\n'), [
      { key: 'user.email', value: 'a' }, { key: 'branch"name".name', value: 'main' },
    ]);
  });
});
