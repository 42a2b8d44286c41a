import { statfsSync } from 'node:fs';
import path from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import picomatch from 'picomatch';
import type { CorpusSettings } from './settings';

export interface FolderWatcher {
  /** Resolves when changes are noticed. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds between two looks at each file where the system tells nothing. */
const pollingPause = 5_000;

/** File systems (by their magic number, as `statfs` gives it on Linux) whose changes by others the system does not tell: NFS, SMB, CIFS, FUSE, 9P. */
const untold = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997]);

function isUntold(root: string): boolean {
  try {
    return process.platform === 'linux' && untold.has(statfsSync(root).type);
  } catch {
    return false;
  }
}

/**
 * Watches the files below `root`, or below one folder of it, but for the folders that the settings exclude whole; links
 * are not followed, so that nothing outside is watched. `changed` gets paths relative to the root, with "/", one by one;
 * of one folder also those that are there already. Where the system has no watch left to give, or tells nothing of this
 * kind of folder, files are looked at every few seconds.
 */
export function watchFolder(root: string, settings: () => CorpusSettings, changed: (path: string) => void, log: (line: string) => void, folder?: string): FolderWatcher {
  const relative = (file: string): string => path.relative(root, file).split(path.sep).join('/');
  const isExcluded = (file: string): boolean => {
    const name = relative(file);
    // Annotations are no reports, and are followed all the same.
    if (name === '' || name === 'annotations' || name.startsWith('annotations/')) return false;
    return picomatch(settings().exclude as string[], { dot: true })(`${name}/\u0001`);
  };
  let closed = false;
  let watcher: FSWatcher;
  let told: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (told = resolve));
  const begin = (polling: boolean): FSWatcher => {
    if (polling) log(`${root}: files are looked at every ${pollingPause / 1000} s`);
    const fresh = watch(folder === undefined ? root : path.join(root, folder), {
      ignored: (file, stats) => stats?.isDirectory() === true && isExcluded(file),
      ignoreInitial: folder === undefined, followSymlinks: false, usePolling: polling, interval: pollingPause, binaryInterval: pollingPause,
    });
    fresh.on('all', (event, file) => {
      // A folder that comes is listed once more: files can come into it before it is watched.
      const isTold = event === 'add' || event === 'change' || event === 'unlink' || event === 'addDir';
      if (isTold && file !== root) changed(relative(file));
    });
    fresh.on('ready', () => told());
    fresh.on('error', (error) => {
      const { code } = error as NodeJS.ErrnoException;
      log(`${root}: watching failed: ${String(error)}`);
      if (polling || closed || !['ENOSPC', 'EMFILE', 'ENOSYS'].includes(code ?? '')) return;
      void fresh.close().then(() => {
        if (!closed) watcher = begin(true);
      });
    });
    return fresh;
  };
  watcher = begin(isUntold(root));
  return {
    ready,
    async close() {
      closed = true;
      await watcher.close();
    },
  };
}
