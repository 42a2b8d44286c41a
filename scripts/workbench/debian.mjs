// @ts-check
/** What the machine itself must have, with the Debian package that brings it. */
import { existsSync } from 'node:fs';
import { findProgram, must, output } from '../run.mjs';

/** @typedef {{ package: string, why: string, present: () => boolean }} Need */

/** Compiling the native modules of the offline VS Code. @type {Need[]} */
export const buildNeeds = [
  { package: 'python3', why: 'node-gyp runs on it', present: () => findProgram('python3') !== undefined },
  { package: 'make', why: 'native modules are compiled', present: () => findProgram('make') !== undefined },
  { package: 'g++', why: 'native modules are compiled', present: () => findProgram('g++', 'c++') !== undefined },
  { package: 'libkrb5-dev', why: 'VS Code\'s kerberos module is compiled against it', present: () => process.platform !== 'linux' || existsSync('/usr/include/gssapi/gssapi.h') },
];

/** Showing the workbench without a person at the screen. @type {Need[]} */
export const browserNeeds = [
  { package: 'chromium', why: 'the tests show VS Code in it', present: () => findChromium() !== undefined },
  { package: 'fontconfig', why: 'tells which fonts there are', present: () => findProgram('fc-list') !== undefined },
  { package: 'fonts-noto-cjk', why: 'Chinese glyphs in screenshots', present: () => Boolean(output('fc-list', [':lang=zh', 'family'])?.trim()) },
];

/** Trying the server in another editor. Where it cannot be installed, that one test is skipped. @type {Need[]} */
export const editorNeeds = [
  { package: 'neovim', why: 'a test follows README\'s set-up of it', present: () => findProgram('nvim') !== undefined },
];

/** The browser of this machine that playwright can drive, as a full path. */
export function findChromium() {
  return process.env.WENMAI_CHROMIUM ?? findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}

/**
 * Makes sure that everything needed is there. Installs with apt-get as root on Debian;
 * elsewhere throws an Error that says what is missing, why, and the command that brings it.
 * @param {Need[]} needs
 */
export async function ensurePackages(needs) {
  const missing = needs.filter((need) => !need.present());
  if (missing.length === 0) return;
  const names = missing.map((need) => need.package);
  const install = ['install', '-y', '--no-install-recommends', ...names];
  if (!findProgram('apt-get') || process.getuid?.() !== 0) {
    const reasons = missing.map((need) => `  ${need.package}: ${need.why}`).join("\n");
    throw new Error(`This machine lacks:\n${reasons}\nInstall them and start again. On Debian or Ubuntu:\n  sudo apt-get update && sudo apt-get ${install.join(' ')}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await must('apt-get', ['update', '-q'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await must('apt-get', ['-q', ...install], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const still = needs.filter((need) => !need.present()).map((need) => need.package);
  if (still.length > 0) throw new Error(`apt-get installed ${still.join(', ')}, and yet they cannot be found`);
}
