import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { findProgram } from '../../scripts/run.mjs';
import { positionOf } from '../support/ask';

/** The lines that README tells people to put into init.lua, with the path of this clone. */
const fiveLines = /```lua\n([^]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1]
  ?.replaceAll('/path/to/wenmai', root) ?? '';

/** Waits until a request about the cursor is answered, and prints the answer as JSON. */
const ask = (method: string, line: number, character: number) => `
vim.api.nvim_win_set_cursor(0, { ${line + 1}, ${character} })
local answer
vim.wait(30000, function()
  local replies = vim.lsp.buf_request_sync(0, '${method}', vim.lsp.util.make_position_params(), 5000)
  for _, reply in pairs(replies or {}) do answer = reply.result end
  return answer ~= nil and answer ~= vim.NIL and #vim.tbl_keys(answer) > 0
end, 200)
io.stdout:write(vim.json.encode(answer or {}) .. '\\n')
`;

describe('Neovim with README\'s five lines', () => {
  const corpus = process.env.WENMAI_CORPUS;
  const home = mkdtempSync(join(tmpdir(), 'wenmai-nvim-'));
  after(() => { rmSync(home, { recursive: true }); });

  it('shows hover and definition over the real reports', function () {
    const nvim = findProgram('nvim');
    if (!nvim || !corpus) this.skip();
    assert.equal(fiveLines.trim().split('\n').length, 5);
    const file = readdirSync(corpus).find((name) => readFileSync(join(corpus, name), 'utf8').includes('医渡科技'));
    assert(file);
    const text = readFileSync(join(corpus, file), 'utf8');
    const { line, character } = positionOf(text, '医渡科技');
    const bytes = Buffer.byteLength(text.split('\n')[line]?.slice(0, character) ?? '');

    writeFileSync(join(home, 'init.lua'), fiveLines);
    writeFileSync(join(home, 'ask.lua'), ask('textDocument/hover', line, bytes) + ask('textDocument/definition', line, bytes));
    const env = { ...process.env, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home };
    const done = spawnSync(nvim, ['--headless', '-u', join(home, 'init.lua'), file, '-c', `luafile ${join(home, 'ask.lua')}`, '-c', 'qa!'],
      { cwd: corpus, env, encoding: 'utf8', timeout: 60_000 });
    const [hover = '', definition = ''] = done.stdout.trim().split('\n');
    assert.match(hover, /医渡科技/, done.stdout + done.stderr);
    assert.match(definition, /"(targetUri|uri)":/, done.stdout + done.stderr);
  });
});
