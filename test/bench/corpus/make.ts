import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { article, damaged, hugeTable, law, longLine, note, report, type Genre } from './documents';
import { namesFor, type Names } from './names';
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
const version = 8;
const seed = 20260122;

/** What a corpus is made of: the share of the files, smallest and largest size in bytes. */
type Mixture = readonly (readonly [share: number, genre: Genre, low: number, high: number, ending: string, folder: string])[];

/** An institute's archive; 13.6 KB on average. */
const archive: Mixture = [
  [0.25, note, 300, 2_500, 'txt', '会议纪要'],
  [0.17, article, 3_000, 12_000, 'md', '行业动态/每日'],
  [0.2, law, 4_000, 30_000, 'md', '法规库/国家法律/部门规章'],
  [0.3666, report, 6_000, 32_000, 'txt', '研究报告'],
  [0.006, damaged, 6_000, 32_000, 'txt', '扫描件'],
  [0.004, report, 120_000, 190_000, 'txt', '研究报告/年度/深度'],
  [0.002, longLine, 60_000, 200_000, 'txt', '转换/单行'],
  [0.001, hugeTable, 200_000, 640_000, 'txt', '附表/统计/年鉴/分册/下'],
  [0.0004, report, 900_000, 1_600_000, 'txt', '大部头'],
];
/** Laws in Markdown, 16.6 KB on average; a few codes are as long as books. */
const laws: Mixture = [
  [0.55, law, 3_000, 12_000, 'md', '法规库/地方性法规/设区的市'],
  [0.4, law, 12_000, 36_000, 'md', '法规库/国家法律/行政法规'],
  [0.05, law, 40_000, 90_000, 'md', '法规库/法典'],
];
/** Single files as conversions leave them. */
const giants: readonly (readonly [genre: Genre, bytes: number, path: string])[] = [
  [report, 640_000, '合订本/年度报告全集.txt'],
  [longLine, 1_500_000, '合订本/转换/单行全文.txt'],
  [hugeTable, 4_000_000, '合订本/附表/全国明细.txt'],
  [law, 10_000_000, '合订本/法规汇编（全）.md'],
];

function pathOf(random: Random, index: number, folder: string, ending: string): string {
  const deep = Array.from({ length: random.between(0, 3) }, () => random.pick(['甲', '乙', '华东', '二〇二四', '专题 一', '合作单位']));
  // One in fifty lies as deep as exports from document systems do.
  if (random.chance(0.02)) deep.push(...Array.from({ length: 12 }, (_, level) => `第${level + 1}级归档目录`));
  return [folder, `20${random.between(15, 25)}年`, ...deep, `${random.pick(['关于', '解读', '报告', '观察', '（送审稿）关于进一步加强和改进有关工作的若干意见的说明'])}-${index}.${ending}`].join('/');
}

/** A made-up document. */
export interface MadeDocument {
  readonly path: string;
  readonly text: string;
  /** The least size of its kind. */
  readonly low: number;
}

interface Kind {
  readonly laws?: boolean;
  /** Bytes; kinds that begin above are left out. */
  readonly most?: number;
}

/** Made-up documents, equal on every machine; `names` gets the names that they speak of. */
export function* documentsOf(files: number, { laws: onlyLaws = false, most = Infinity }: Kind = {}, names?: (names: Names) => void): Generator<MadeDocument> {
  const random = randomFrom(seed + files);
  const spoken = namesFor(random, Math.ceil(files / 8));
  names?.(spoken);
  const prose = proseWith(random, spoken);
  const mixture = (onlyLaws ? laws : archive).filter(([, , low]) => low <= most);
  const shares = mixture.reduce((sum, [share]) => sum + share, 0);
  const large = most === Infinity && !onlyLaws ? 1 : 0;
  for (let index = 0; index < files - large; index++) {
    let left = (index / files) * shares;
    const kind = mixture.find(([share]) => (left -= share) < 0) ?? mixture[0];
    const [, genre, low, high, ending, place] = kind as Mixture[number];
    const path = pathOf(random, index, place, ending);
    yield { path, low, text: genre(prose, random.between(low, Math.min(high, most))) };
  }
  if (most < Infinity) return;
  // A small corpus may have none of the kind that is typed in.
  if (large) yield { path: '研究报告/年度/深度/全年总报告.txt', low: 120_000, text: report(prose, 150_000) };
  for (const [genre, bytes, path] of onlyLaws ? giants : []) yield { path, low: bytes, text: genre(prose, bytes) };
}

/**
 * Makes a corpus of `files` reports in the temporary folder, or takes the one made earlier. Equal on every machine. With
 * `laws`, laws in Markdown and some files of 640 KB to 10 MB.
 */
export function makeCorpus(files: number, kind: { readonly laws?: boolean } = {}): MadeCorpus {
  const folder = join(tmpdir(), `wenmai-bench-${version}-${kind.laws ? 'laws-' : ''}${files}`);
  const description = `${folder}.json`;
  if (existsSync(description) && existsSync(folder)) return JSON.parse(readFileSync(description, 'utf8')) as MadeCorpus;
  rmSync(folder, { recursive: true, force: true });
  const usual: string[] = [];
  const counts = new Map<string, number>();
  let [count, bytes, large] = [0, 0, ''];
  let companies: readonly string[] = [];
  for (const { path, text, low } of documentsOf(files, kind, (names) => (companies = names.companies.slice(0, 30)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    count++;
    bytes += Buffer.byteLength(text);
    if (low === 120_000 || low === 40_000) large = path;
    if ((low !== 6_000 && low !== 12_000) || usual.length >= 40) continue;
    usual.push(path);
    for (const name of companies) if (text.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
  const made = { folder, files: count, bytes, large, usual, frequent };
  writeFileSync(description, JSON.stringify(made));
  return made;
}
