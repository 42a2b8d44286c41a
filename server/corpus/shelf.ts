import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Texts that annotations were made on, by the hash that the annotations note, so that the way to the present text can
 * be followed by a diff also after a restart. A help only: what is not there is looked for by its quote.
 */
export interface Shelf {
  get(hash: string): string | null;
  keep(hash: string, text: string): void;
}

export const noShelf: Shelf = { get: () => null, keep: () => undefined };

/** Bytes of all texts of a corpus, compressed. */
const mostBytes = 64 * 1024 * 1024;

/** A shelf in a folder; the texts that were used least lately go first. Reading and writing cost a file each. */
export function shelfIn(folder: string): Shelf {
  const fileOf = (hash: string): string => path.join(folder, hash.replace(/[^0-9a-z]/gi, '-'));
  const known = new Set<string>();
  let bytes: number | null = null;
  const shrink = (): void => {
    const files = readdirSync(folder).map((name) => path.join(folder, name)).map((file) => ({ file, ...sizeAndTime(file) })).sort((a, b) => b.time - a.time);
    bytes = 0;
    for (const { file, size } of files) {
      if (bytes + size > mostBytes) rmSync(file, { force: true });
      else bytes += size;
    }
  };
  return {
    get(hash) {
      try {
        const text = inflateRawSync(readFileSync(fileOf(hash))).toString('utf8');
        utimesSync(fileOf(hash), new Date(), new Date());
        return text;
      } catch {
        return null;
      }
    },
    keep(hash, text) {
      if (known.has(hash)) return;
      known.add(hash);
      try {
        mkdirSync(folder, { recursive: true });
        if (statSync(fileOf(hash), { throwIfNoEntry: false })) return;
        const small = deflateRawSync(Buffer.from(text, 'utf8'), { level: 1 });
        const temporary = `${fileOf(hash)}.${process.pid}`;
        writeFileSync(temporary, small);
        renameSync(temporary, fileOf(hash));
        if (bytes === null || (bytes += small.length) > mostBytes) shrink();
      } catch {
        // Without a shelf annotations are found by their quotes.
      }
    },
  };
}

function sizeAndTime(file: string): { size: number; time: number } {
  const status = statSync(file, { throwIfNoEntry: false });
  return { size: status?.size ?? 0, time: status?.mtimeMs ?? 0 };
}
