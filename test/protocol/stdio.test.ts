import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

/** Three messages as `printf` would pipe them, with nothing read in between. */
const session = [
  { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: pathToFileURL(seeds).href, capabilities: {} } },
  { jsonrpc: '2.0', id: 2, method: 'shutdown' },
  { jsonrpc: '2.0', method: 'exit' },
].map((message) => JSON.stringify(message)).map((text) => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`).join('');

describe('npx wenmai lsp --stdio', () => {
  it('answers a session piped into it and ends in order', async () => {
    const child = spawn('npx', ['wenmai', 'lsp', '--stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => { printed += chunk.toString(); });
    child.stdin.end(session);
    const code = await new Promise((done) => child.once('close', done));
    assert.match(printed, /^Content-Length: \d+\r\n/);
    assert.match(printed, /"id":1,"result":\{"capabilities":\{.*"hoverProvider":/);
    assert.equal(code, 0);
  });
});
