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

const EDITS = 40;
const [source = 'seeds', name = '医渡科技'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'wenmai-list-bench-'));
cpSync(source, folder, { recursive: true });
rmSync(join(folder, 'entities.yaml'), { force: true });
const reports = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:txt|md)$/.test(file));
const holder = reports.find((file) => placeOf(readFileSync(join(folder, file), 'utf8'), name));
if (holder === undefined) throw new Error(`no report below ${source} names ${name}`);

const client = await startClient(folder);
await eventually(() => client.request<StatusParams>('wenmai/status', {}), ({ state }) => state === 'ready');
const position = placeOf(await client.open(holder), name);
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
let changed: () => void = () => undefined;
client.on('wenmai/changed', () => changed());

const times: Record<string, number[]> = { 'told, and the view is right': [], 'the hover is right': [] };
for (let edit = 0; edit < EDITS; edit++) {
  const wanted = edit % 2 === 0;
  const text = wanted ? `entities:\n  - id: one\n    name: ${name}\n    type: company\n` : 'entities: []\n';
  const from = performance.now();
  const until = async (what: string, isRight: () => Promise<boolean>): Promise<void> => {
    while ((await isRight()) !== wanted) await new Promise((resolve) => setTimeout(resolve, 2));
    times[what]?.push(performance.now() - from);
  };
  const told = new Promise<void>((resolve) => (changed = resolve));
  await client.notify('textDocument/didChange', { textDocument: { uri, version: edit + 2 }, contentChanges: [{ text }] });
  await Promise.all([told.then(() => until('told, and the view is right', isConfirmed)), until('the hover is right', isHovered)]);
  await new Promise((resolve) => setTimeout(resolve, 400));
}
for (const [what, each] of Object.entries(times)) console.log(`${what}: ${[0.5, 0.95, 1].map((share) => ms(percentile(each, share))).join(' / ')} (p50 / p95 / max)`);
await client.stop();
rmSync(folder, { recursive: true });
