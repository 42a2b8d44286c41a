/**
 * How fast bytes become a report: `tsx test/bench/parse.bench.ts [FOLDER]`, over made-up reports or those of a folder.
 *
 * Measures decode and parse together at three sizes, as many lines and as one, in processor time on one core. Exits 1
 * when a MB of the largest size takes over 1.3 times as long as the fastest of the smaller ones, which would mean that
 * the parser is not linear.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport } from '../../server/report/parse';
import { decode } from '../../server/text/decode';

const SIZES = [10_000, 1_000_000, 10_000_000] as const;
const BYTES_A_RUN = 10_000_000;
const RUNS = 5;
const MOST_GROWTH = 1.3;

const MADE_UP = `第一章 市场概况

1.1 市场规模

2023年，全国新型储能累计装机规模达到34.5吉瓦，同比增长超过260%，其中锂离子电池占比九成以上，液流电池和压缩空气储能稳步推进。

图表 1 新型储能累计装机规模

年份	装机（吉瓦）	增速
2022	13.1	128%
2023	34.5	163%

资料来源：行业协会

一、主要特点

（一）应用场景更加丰富。电源侧、电网侧和用户侧协同发展，独立储能电站数量快速增加，商业模式逐步成型。

● 成本下降

储能系统的平均报价一年之内下降约四成，DeepGrid 等平台的接入进一步降低了运行维护的费用。

`;

function sample(): Buffer {
  const folder = process.argv[2];
  if (folder === undefined) return Buffer.from(MADE_UP);
  return Buffer.concat(readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name)).map((name) => readFileSync(join(folder, name))));
}

function sized(bytes: Buffer, size: number): Uint8Array {
  const copies = Math.ceil(size / bytes.length);
  return Uint8Array.prototype.slice.call(Buffer.concat(new Array<Buffer>(copies).fill(bytes)), 0, size);
}

/** Milliseconds of processor time for a MB, the best of the runs. */
function cost(bytes: Uint8Array): number {
  const times = Math.max(1, Math.round(BYTES_A_RUN / bytes.length));
  let best = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    for (let time = 0; time < times; time++) parseReport('bench.txt', decode(bytes));
    const { user } = process.cpuUsage(before);
    best = Math.min(best, user / 1000 / ((bytes.length * times) / 1e6));
  }
  return best;
}

const many = sample();
const one = Buffer.from(many.toString('utf8').replace(/\s+/g, ''));
for (const [name, bytes] of [['many lines', many], ['one line', one]] as const) {
  const costs = SIZES.map((size) => cost(sized(bytes, size)));
  SIZES.forEach((size, i) => console.log(`${name}, ${size / 1e6} MB: ${(costs[i] as number).toFixed(1)} ms/MB, ${(1000 / (costs[i] as number)).toFixed(1)} MB/s`));
  const growth = (costs[2] as number) / Math.min(costs[0] as number, costs[1] as number);
  if (growth > MOST_GROWTH) {
    console.error(`${name}: ${growth.toFixed(2)} times the time a MB at the largest size`);
    process.exitCode = 1;
  }
}
