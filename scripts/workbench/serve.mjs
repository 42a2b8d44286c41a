// @ts-check
/** Running the installed workbench: one server process, and the addresses that open windows on it. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { must } from '../run.mjs';
import { ensureWorkbench } from './install.mjs';

/** Quiet windows: nothing that covers the text, asks, or moves by itself. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'editor.wordWrap': 'on',
};

/**
 * @typedef {object} ServeOptions
 * @property {string} dataDir where the server keeps user data and installed extensions
 * @property {number} [port] default: any that is free
 * @property {boolean} [trust] false: windows start in Restricted Mode and ask; default true
 * @property {Record<string, unknown>} [settings] user settings on top of the quiet ones
 * @property {NodeJS.ProcessEnv} [env] more environment for the server and its extension hosts
 */

/** @typedef {Awaited<ReturnType<typeof serveWorkbench>>} Workbench */

/**
 * Starts the workbench's server and waits until it listens.
 * @param {ServeOptions} options
 * @throws when the server ends before it listens, with what it printed
 */
export async function serveWorkbench(options) {
  const files = await ensureWorkbench();
  const dataDir = resolve(options.dataDir);
  const port = options.port ?? await freePort();
  const userFolder = join(dataDir, 'data', 'User');
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(join(userFolder, 'settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2));

  const args = [
    files.server, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token',
    '--accept-server-license-terms', '--server-data-dir', dataDir, '--telemetry-level', 'off',
    // Makes the built workbench honour the development paths in the address.
    '--enable-smoke-test-driver',
    ...(options.trust === false ? [] : ['--disable-workspace-trust']),
  ];
  const child = spawn(files.node, args, {
    cwd: files.vscode,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = () => stopGroup(child);
  process.once('exit', () => void stop());
  try {
    await listening(child);
  } catch (error) {
    await stop();
    throw error;
  }
  const address = `127.0.0.1:${port}`;
  return {
    port,
    dataDir,
    /** @param {WindowOptions} window */
    url: (window) => windowAddress(address, window),
    /** Ends the server and every extension host below it. */
    stop,
    /** Resolves when the server has ended by itself or by stop(). */
    ended: new Promise((done) => child.once('close', done)),
  };
}

/**
 * @typedef {object} WindowOptions
 * @property {string} folder the folder that the window opens
 * @property {string} [extension] an extension under development; none: only what is installed
 * @property {string} [tests] a module whose run() the extension host calls
 */

/**
 * @param {string} address host:port
 * @param {WindowOptions} window
 */
function windowAddress(address, { folder, extension, tests }) {
  /** @param {string} path */
  const remote = (path) => `vscode-remote://${address}${encodeURI(resolve(path))}`;
  const payload = [['skipWelcome', 'true']];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  return `http://${address}/?folder=${encodeURIComponent(resolve(folder))}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/**
 * Installs a packaged extension for windows of the server with this data folder.
 * @param {string} vsix
 * @param {string} dataDir
 */
export async function installVsix(vsix, dataDir) {
  const files = await ensureWorkbench();
  const args = [files.server, '--install-extension', resolve(vsix), '--server-data-dir', resolve(dataDir), '--accept-server-license-terms'];
  await must(files.node, args, { cwd: files.vscode });
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @returns {Promise<void>}
 */
function listening(child) {
  return new Promise((done, fail) => {
    let printed = '';
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      if (printed.includes('Extension host agent listening')) return; // keep draining, keep nothing
      printed += chunk.toString();
      if (printed.includes('Extension host agent listening')) done();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', fail);
    child.once('close', (code) => fail(new Error(`VS Code's server ended (exit code ${code}) before it listened:\n${printed}`)));
  });
}

/** @param {import('node:child_process').ChildProcess} child */
async function stopGroup(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const closed = new Promise((done) => child.once('close', done));
  process.kill(-child.pid, 'SIGTERM');
  const patience = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), 5000);
  await closed;
  clearTimeout(patience);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
