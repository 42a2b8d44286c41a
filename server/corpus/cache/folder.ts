import { homedir } from 'node:os';
import path from 'node:path';

/** The folder for caches: the editor's storage folder, else below XDG_CACHE_HOME. */
export function cacheFolder(storagePath: string | undefined): string {
  if (storagePath) return path.join(storagePath, 'index');
  return path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'wenmai');
}
