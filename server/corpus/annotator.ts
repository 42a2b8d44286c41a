import { readFile } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import path from 'node:path';

/**
 * The name annotations are made under: the setting's, else git's `user.name` of the folder or of the user, else the
 * account's. Git's files are read, git is not run.
 */
export async function annotatorName(setting: string, root: string | null): Promise<string> {
  if (setting.trim() !== '') return setting.trim();
  const files = [
    ...(root === null ? [] : [path.join(root, '.git', 'config')]),
    path.join(homedir(), '.gitconfig'),
    path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'), 'git', 'config'),
  ];
  for (const file of files) {
    const name = gitUserName(await readFile(file, 'utf8').catch(() => ''));
    if (name !== '') return name;
  }
  return userInfo().username;
}

/** `user.name` of a git configuration; "" where it has none. */
export function gitUserName(config: string): string {
  let section = '';
  let name = '';
  for (const line of config.split(/\r?\n/)) {
    const head = /^\s*\[([^\]"]*)\]/.exec(line);
    if (head) section = (head[1] ?? '').trim().toLowerCase();
    const value = section === 'user' ? /^\s*name\s*=\s*(.*)$/i.exec(line)?.[1] : undefined;
    if (value !== undefined) name = value.replace(/\s+[#;].*$/, '').trim().replace(/^"(.*)"$/, '$1');
  }
  return name;
}
