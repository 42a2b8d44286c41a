/**
 * The floor that recognition is compared with: what jieba's own tags nr, ns and nt give.
 * `tsx test/bench/floor.ts FOLDER > out.jsonl`, then score the file as the output of `wenmai inspect`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
import { parseReport } from '../../server/report/parse';
import { decode } from '../../server/text/decode';
import { rangeOf } from '../../server/text/lines';
import { toSourceSpans } from '../../server/text/logical';

const types: Readonly<Record<string, string>> = { nr: 'person', nrt: 'person', nrfg: 'person', ns: 'place', nt: 'organization' };
const jieba = Jieba.withDict(dict);
const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: floor.ts FOLDER');
for (const file of readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name)).sort()) {
  const report = parseReport(file, decode(readFileSync(join(folder, file))));
  const mentions: unknown[] = [];
  let at = 0;
  for (const { word, tag } of jieba.tag(report.logical.text)) {
    const type = types[tag];
    const spans = type === undefined || word.length < 2 ? [] : toSourceSpans(report.logical, { start: at, end: at + word.length });
    if (spans.length > 0) mentions.push({ ranges: spans.map((span) => rangeOf(report.source.lineStarts, span)), text: word, entity: null, type });
    at += word.length;
  }
  console.log(JSON.stringify({ report: file, title: '', mentions }));
}
