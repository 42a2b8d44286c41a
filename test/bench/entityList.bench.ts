/**
 * How soon is every view right after an edit of the entity list? Confirms a name and takes it back, in turn, over the
 * reports of a folder (seeds/ without one). Prints, in milliseconds, how long it takes until the client is told and the
 * Entities view, asked then, shows the edit, and until a hover does.
 *
 *   npm run build && npx tsx test/bench/entityList.bench.ts [FOLDER [NAME]]
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntitiesResult, StatusParams } from '../../server/lsp/protocol';
import { startClient } from '../protocol/client';
import { eventually } from '../support/ask';
import { ms, percentile } from './figures';
import { placeOf } from './wenmai';

const EDITS = 20;
const [source = 'seeds', name = '医渡科技'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'wenmai-list-bench-'));
cpSync(source, folder, { recursive: true });
rmSync(join(folder, 'entities.yaml'), { force: true });
const reports = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:txt|md)$/.test(file));
const holder = reports.find((file) => placeOf(readFileSync(join(folder, file), 'utf8'), name));
async function measure(): Promise<void> {
  if (holder === undefined) throw new Error(`no report below ${source} names ${name}`);
  const client = await startClient(folder);
  await eventually(() => client.request<StatusParams>('wenmai/status', {}), ({ state }) => state === 'ready');
  const position = placeOf(await client.open(holder), name);
  // A while after the start, when what only the start needed has ended.
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  const uri = client.uri('entities.yaml');
  await client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: 'entities: []\n' } });
  const isConfirmed = async (): Promise<boolean> => {
    const { folders } = await client.request<EntitiesResult>('wenmai/entities', {});
    return folders.some(({ types }) => types.some(({ confirmed }) => confirmed.some((entity) => entity.name === name)));
  };
  const isHovered = async (): Promise<boolean> => {
    const hover = await client.request<{ contents: { value: string } } | null>('textDocument/hover', { textDocument: { uri: client.uri(holder) }, position });
    return hover?.contents.value.includes('Confirmed') === true;
  };
  let told: () => void = () => undefined;
  client.on('wenmai/changed', () => told());

  // The view is open, and the hand has hovered before.
  await isConfirmed();
  await isHovered();
  const times: Record<string, number[]> = { 'the view is right': [], 'the hover is right': [] };
  for (let edit = 0; edit < EDITS * 2; edit++) {
    const wanted = edit % 2 === 0;
    const text = wanted ? `entities:\n  - id: one\n    name: ${name}\n    type: company\n` : 'entities: []\n';
    // In turn, so that one does not wait for the other. A view asks when it is told of a change, a hand hovers again.
    const isView = edit % 4 < 2;
    const from = performance.now();
    let next = new Promise<void>((resolve) => (told = resolve));
    await client.notify('textDocument/didChange', { textDocument: { uri, version: edit + 2 }, contentChanges: [{ text }] });
    for (;;) {
      await (isView ? next : new Promise((resolve) => setTimeout(resolve, 5)));
      next = new Promise<void>((resolve) => (told = resolve));
      if ((await (isView ? isConfirmed() : isHovered())) === wanted) break;
    }
    times[isView ? 'the view is right' : 'the hover is right']?.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  for (const [what, each] of Object.entries(times)) console.log(`${what}: ${[0.5, 0.95, 1].map((share) => ms(percentile(each, share))).join(' / ')} (p50 / p95 / max)`);
  await client.stop();
  rmSync(folder, { recursive: true });
}

void measure();
