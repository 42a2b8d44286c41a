import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/** Files that name others at most so deep. */
const MOST_INCLUDES = 5;

/**
 * Git's `user.name` for a folder: that of the repository it lies in, else the user's; "" where there is none. Git's files
 * are read, git is not run: a folder must not choose what is run. `[include]` is followed, `[includeIf]` is not. Readers of
 * ini files lose the order of settings and includes, and git's partial quotation marks and continued lines.
 */
export async function gitNameOf(folder: string | null, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? homedir();
  const global = env['GIT_CONFIG_GLOBAL'];
  const files = [
    ...(folder === null ? [] : await repositoryFiles(folder)),
    ...(global ? [global] : [path.join(home, '.gitconfig'), path.join(env['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'git', 'config')]),
    env['GIT_CONFIG_SYSTEM'] ?? '/etc/gitconfig',
  ];
  for (const file of files) {
    const name = await nameIn(file, home, MOST_INCLUDES);
    if (name !== '') return name;
  }
  return '';
}

/** The configuration of the repository around a folder: of the work tree, where that has one, then of all. */
async function repositoryFiles(folder: string): Promise<string[]> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const dotGit = path.join(at, '.git');
    const status = await stat(dotGit).catch(() => null);
    if (status?.isDirectory()) return [path.join(dotGit, 'config.worktree'), path.join(dotGit, 'config')];
    if (status?.isFile()) {
      // A work tree beside its repository, or a submodule, names the folder where git keeps it.
      const own = path.resolve(at, /^gitdir:\s*(.*)$/m.exec(await read(dotGit))?.[1]?.trim() ?? '.git');
      const common = path.resolve(own, (await read(path.join(own, 'commondir'))).trim() || '.');
      return [path.join(own, 'config.worktree'), path.join(common, 'config')];
    }
    if (path.dirname(at) === at) return [];
  }
}

async function nameIn(file: string, home: string, depth: number): Promise<string> {
  let name = '';
  for (const { key, value } of gitSettings(await read(file))) {
    if (key === 'user.name') name = value;
    if (key !== 'include.path' || depth === 0) continue;
    const included = value.startsWith('~/') ? path.join(home, value.slice(2)) : path.resolve(path.dirname(file), value);
    name = (await nameIn(included, home, depth - 1)) || name;
  }
  return name;
}

async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

/** Settings of a git configuration in order, sections and keys in lower case; a section with a name in quotes keeps it. */
export function gitSettings(config: string): { readonly key: string; readonly value: string }[] {
  const settings: { key: string; value: string }[] = [];
  let section = '';
  for (const line of config.replace(/\\\r?\n/g, '').split(/\r?\n/)) {
    const head = /^\s*\[\s*([^\]\s"]+)\s*("[^"]*")?\s*\]/.exec(line);
    if (head) section = (head[1] ?? '').toLowerCase() + (head[2] ?? '');
    const [, key, value] = /^\s*([a-zA-Z][a-zA-Z0-9-]*)\s*=\s*(.*)$/.exec(head === null ? line : line.slice(head[0].length)) ?? [];
    if (key !== undefined) settings.push({ key: `${section}.${key.toLowerCase()}`, value: valueOf(value ?? '') });
  }
  return settings;
}

/** A value without its comment and quotation marks. */
function valueOf(raw: string): string {
  let value = '';
  let quoted = false;
  for (let i = 0; i < raw.length; i++) {
    const c = raw.charAt(i);
    if (c === '"') quoted = !quoted;
    else if (!quoted && (c === '#' || c === ';')) break;
    else if (c === '\\') value += raw.charAt(++i);
    else value += c;
  }
  return value.trim();
}
