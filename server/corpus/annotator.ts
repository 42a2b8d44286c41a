import { userInfo } from 'node:os';
import { gitNameOf } from './gitName';

/** The name annotations are made under, and where it comes from. */
export interface Annotator {
  readonly name: string;
  readonly from: 'setting' | 'git' | 'account';
}

/** The setting's name, else git's `user.name` for the folder, else the account's. */
export async function annotatorOf(setting: string, root: string | null): Promise<Annotator> {
  if (setting.trim() !== '') return { name: setting.trim(), from: 'setting' };
  const name = await gitNameOf(root);
  return name !== '' ? { name, from: 'git' } : { name: accountName(), from: 'account' };
}

/** Some systems know no name for the account. */
function accountName(): string {
  try {
    return userInfo().username || 'annotator';
  } catch {
    return 'annotator';
  }
}
