// @ts-check
/**
 * Command: writes server/text/hanData.ts, what pinyin-pro and OpenCC say of single Chinese characters. The programs carry
 * these tables and not the packages, which take a third of a second to load.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { root } from './root.mjs';

const [first, last] = [0x3400, 0x9fff];
const characters = Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at));

/** Readings, the commonest first, and the characters that have them: "chong zhong:重", one text for each list of readings. */
export function readingLists() {
  /** @type {Map<string, string>} */
  const lists = new Map();
  for (const character of characters) {
    const found = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
    const readings = [...new Set(found.filter((reading) => /^[a-z]+$/.test(reading)))].join(' ');
    if (readings !== '') lists.set(readings, (lists.get(readings) ?? '') + character);
  }
  return [...lists].map(([readings, all]) => `${readings}:${all}`).sort();
}

/** Traditional characters, each followed by its simplified form. */
export function simplifiedPairs() {
  const simplify = Converter({ from: 't', to: 'cn' });
  return characters.map((character) => [character, simplify(character)]).filter(([from, to]) => to?.length === 1 && to !== from).map((pair) => pair.join('')).join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(root, 'server/text/hanData.ts'), `/** Made by scripts/han.mjs from pinyin-pro (MIT) and OpenCC's tables (Apache-2.0), see there. */
export const readingLists = '${readingLists().join('|')}';

export const simplifiedPairs = '${simplifiedPairs()}';
`);
}
