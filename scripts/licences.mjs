// @ts-check
/** The licences of the packages that a bundle holds: most of them ask that their text goes along. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * @param {string[]} inputs the bundled files, as paths below the project
 * @param {string[]} shipped packages that are shipped in another way
 * @returns {string} one paragraph per package: name, version, licence and the licence's text
 */
export function licences(inputs, shipped) {
  const folders = new Set(shipped.map((name) => `node_modules/${name}`));
  for (const input of inputs) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder) folders.add(folder);
  }
  return [...folders].sort().map(notice).join('\n\n');
}

/** @param {string} folder */
function notice(folder) {
  const path = join(root, folder);
  const { name, version, license, author } = /** @type {Record<string, any>} */ (JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')));
  const file = readdirSync(path).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file && existsSync(join(path, file)) ? readFileSync(join(path, file), 'utf8').trim() : `By ${author?.name ?? author ?? name}.`;
  return `== ${name} ${version} (${license}) ==\n${text}`;
}
