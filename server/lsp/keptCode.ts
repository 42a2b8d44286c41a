import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/** Versions of a bundle's code that are kept: that of a desktop, that of a command line, and those before an update. */
const mostKept = 4;
const hashLength = 20;

type Bundle = (exports: object, require: NodeJS.Require, module: { readonly exports: object }, filename: string, dirname: string) => void;

const hashOf = (...parts: readonly (string | Uint8Array)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha1')).digest();

/** A file's name that changes with the bundle and with what runs it. */
function nameOf(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${path.basename(file, '.js')}-${hashOf([file, size, mtimeMs, process.versions.v8, process.arch].join('\n')).toString('hex')}.code`;
}

/** The code in a file behind its hash: V8 itself does not notice damage. */
function readKept(place: string): Buffer | undefined {
  try {
    const bytes = readFileSync(place);
    const code = bytes.subarray(hashLength);
    return hashOf(code).equals(bytes.subarray(0, hashLength)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function keep(place: string, code: Buffer): void {
  const folder = path.dirname(place);
  const part = `${place}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(part, Buffer.concat([hashOf(code), code]), { mode: 0o600 });
    renameSync(part, place);
    const kept = readdirSync(folder).map((name) => path.join(folder, name)).map((file) => ({ file, written: statSync(file).mtimeMs }));
    for (const { file } of kept.sort((a, b) => b.written - a.written).slice(mostKept)) rmSync(file, { force: true });
  } catch {
    // The next start then takes some hundredths of a second longer, and tries again.
  }
}

/**
 * Runs a CommonJS bundle, with the code that V8 made of it at an earlier start where `folder` holds that: to compile two
 * megabytes is a third of the time until the process can take a message. What stands in `folder` is of this user's own making;
 * damaged or of another version it is passed over and made anew. Node has the same from version 22 on (`enableCompileCache`).
 */
export function runKept(file: string, folder: string): void {
  const place = path.join(folder, nameOf(file));
  const cachedData = readKept(place);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, ...(cachedData ? { cachedData } : {}) });
  const module = { exports: {} };
  (script.runInThisContext() as Bundle)(module.exports, createRequire(file), module, file, path.dirname(file));
  // At once: V8 soon lets go of code that only the start needs.
  if (!cachedData || script.cachedDataRejected === true) setImmediate(() => keep(place, script.createCachedData()));
}
