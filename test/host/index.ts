/**
 * What the extension host calls: runs the bundled test files beside this one with mocha. Its lines go to a
 * file that the launcher shows, because a remote extension host has no terminal; the last file written says
 * how it ended.
 */
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Runs every test file of the folder that the launcher names. Rejects when one fails. */
export async function run(): Promise<void> {
  const out = process.env.WENMAI_HOST_OUT;
  if (!out) throw new Error('The launcher must set WENMAI_HOST_OUT');
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => appendFileSync(join(out, 'lines.txt'), format(...values) + '\n');
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 60_000, color: false, forbidOnly: true });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.js')).sort()) {
    mocha.addFile(join(__dirname, file));
  }
  const failed = await new Promise<number>((done) => mocha.run(done));
  writeFileSync(join(out, 'ended'), String(failed));
  if (failed > 0) throw new Error(`${failed} host tests failed`);
}
