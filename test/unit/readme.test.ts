import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** The rows of README's two dependency tables: package names, reason, licences. */
const rows = read('README.md').split('### Dependencies')[1]?.split('\n')
  .filter((line) => /^\| [@a-z]/.test(line) && !line.startsWith('| package'))
  .map((line) => line.split('|').map((cell) => cell.trim()).slice(1, 4)) ?? [];

interface Manifest { dependencies: Record<string, string>; devDependencies: Record<string, string> }
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Manifest;

describe('README names every dependency', () => {
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    it(`${name}, with a reason and its licence`, () => {
      const row = rows.find(([names]) => names?.split(', ').includes(name));
      assert(row, `${name} is not in a table of README`);
      const [, reason, licences] = row;
      const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as { license: string };
      assert(reason && reason.length > 3);
      assert(licences?.includes(license), `${name} has the licence ${license}`);
    });
  }

  it('and no other', () => {
    const named = rows.flatMap(([names]) => names?.split(', ') ?? []);
    assert.deepEqual(named.filter((name) => !(name in dependencies) && !(name in devDependencies)), []);
  });
});
