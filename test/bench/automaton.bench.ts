/**
 * How fast the automaton reads, on one core, with all built-in names: `tsx test/bench/automaton.bench.ts FOLDER`.
 * Prints MB/s of UTF-8 bytes, the median of the runs. The issue asks for 50.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesIn } from '../../server/corpus/resources';
import { scan } from '../../server/entity/automaton';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: automaton.bench.ts FOLDER');
const bytes = Buffer.concat(readdirSync(folder).filter((file) => /\.(?:txt|md)$/.test(file)).map((file) => readFileSync(join(folder, file))));
const text = bytes.toString('utf8');
const names = resourcesIn(join(__dirname, '../../server/entity/lexicon')).lexicon().names;
const automaton = (names.automata[0] as (typeof names.automata)[number]).automaton;
const speeds: number[] = [];
let hits = 0;
for (let run = 0; run < 31; run++) {
  const start = performance.now();
  hits = scan(automaton, text).length / 3;
  speeds.push(bytes.length / 1000 / (performance.now() - start));
}
speeds.sort((a, b) => a - b);
console.log(`${names.forms.length} forms, ${(bytes.length / 1e6).toFixed(2)} MB, ${hits} hits: ${(speeds[15] ?? 0).toFixed(0)} MB/s (best ${(speeds[30] ?? 0).toFixed(0)})`);
