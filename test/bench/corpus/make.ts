import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { article, hugeTable, law, longLine, note, report, type Genre } from './documents';
import { namesFor } from './names';
import { proseWith } from './prose';
import { randomFrom, type Random } from './random';

/** A made-up corpus on the disk. */
export interface MadeCorpus {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** A report of about 150 KB, to type in. */
  readonly large: string;
  /** Reports of usual size, to ask about. */
  readonly usual: readonly string[];
  /** The company that is named most often. */
  readonly frequent: string;
}

/** Changes with the generator, so that an older corpus is not taken for this one. */
const version = 5;
const seed = 20260122;

/** Share of the files, smallest and largest size in bytes; 13.6 KB on average. */
const mixture: readonly (readonly [share: number, genre: Genre, low: number, high: number, ending: string, folder: string])[] = [
  [0.25, note, 300, 2_500, 'txt', '会议纪要'],
  [0.17, article, 3_000, 12_000, 'md', '行业动态/每日'],
  [0.2, law, 4_000, 30_000, 'md', '法规库/国家法律/部门规章'],
  [0.3726, report, 6_000, 32_000, 'txt', '研究报告'],
  [0.004, report, 120_000, 190_000, 'txt', '研究报告/年度/深度'],
  [0.002, longLine, 60_000, 200_000, 'txt', '转换/单行'],
  [0.001, hugeTable, 200_000, 640_000, 'txt', '附表/统计/年鉴/分册/下'],
  [0.0004, report, 900_000, 1_600_000, 'txt', '大部头'],
];

function pathOf(random: Random, index: number, folder: string, ending: string): string {
  const deep = Array.from({ length: random.between(0, 3) }, () => random.pick(['甲', '乙', '华东', '二〇二四', '专题 一', '合作单位']));
  return [folder, `20${random.between(15, 25)}年`, ...deep, `${random.pick(['关于', '解读', '报告', '观察'])}-${index}.${ending}`].join('/');
}

/** Makes a corpus of `files` reports in the temporary folder, or takes the one made earlier. Equal on every machine. */
export function makeCorpus(files: number): MadeCorpus {
  const folder = join(tmpdir(), `wenmai-bench-${version}-${files}`);
  const description = `${folder}.json`;
  if (existsSync(description)) return JSON.parse(readFileSync(description, 'utf8')) as MadeCorpus;
  rmSync(folder, { recursive: true, force: true });
  const random = randomFrom(seed + files);
  const names = namesFor(random, Math.ceil(files / 8));
  const prose = proseWith(random, names);
  const usual: string[] = [];
  const counts = new Map<string, number>();
  let bytes = 0;
  let large = '';
  for (let index = 0; index < files; index++) {
    let left = index / files;
    const kind = mixture.find(([share]) => (left -= share) < 0) ?? mixture[3];
    const [, genre, low, high, ending, place] = kind as (typeof mixture)[number];
    const path = pathOf(random, index, place, ending);
    const text = genre(prose, random.between(low, high));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    bytes += Buffer.byteLength(text);
    if (low === 120_000) large = path;
    if (low === 6_000 && usual.length < 40) usual.push(path);
    for (const name of names.companies.slice(0, 30)) if (usual.at(-1) === path && text.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
  const made = { folder, files, bytes, large, usual, frequent };
  writeFileSync(description, JSON.stringify(made));
  return made;
}
