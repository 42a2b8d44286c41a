import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { extentOf } from '../../../server/features/at';
import { definitionAt } from '../../../server/features/definition';
import { referencesAt } from '../../../server/features/references';
import type { Target } from '../../../server/reference/model';
import { lineAt } from '../../../server/text/lines';
import { memoryCorpus, reportsIn, type MemoryCorpus } from '../../support/corpus';

/** What a careful reader found in five real reports: 1-based lines by the first three characters of the file's name. */
interface Shared {
  readonly files: Readonly<Record<string, readonly number[]>>;
  readonly definition?: { readonly file: string; readonly line: number };
}
interface Gold {
  readonly shared_documents: readonly (Shared & { readonly title: string })[];
  readonly shared_entities: readonly (Shared & { readonly name: string; readonly type: string })[];
}

const folder = resolve(import.meta.dirname, '../../..', process.env['WENMAI_CORPUS'] ?? '../shared/seeds');
const goldFile = resolve(folder, '../gold/cross-report.json');
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s“”"《》—–-]/g, '');

(existsSync(goldFile) ? describe : describe.skip)('what real reports share', () => {
  let corpus: MemoryCorpus;
  let gold: Gold;
  const snapshot = () => corpus.indexer.snapshot();
  const pathOf = (short: string): string => [...corpus.texts.keys()].find((path) => path.startsWith(short)) ?? '';
  const lineOf = ({ report, span }: Target): string => `${report.slice(0, 3)}:${lineAt(snapshot().reports.get(report)?.lineStarts ?? Uint32Array.of(0), span.start) + 1}`;
  const linesOf = ({ files }: Shared): string[] => Object.entries(files).flatMap(([file, lines]) => lines.map((line) => `${file}:${line}`));

  before(async function () {
    this.timeout(60_000);
    gold = JSON.parse(readFileSync(goldFile, 'utf8')) as Gold;
    corpus = await memoryCorpus(reportsIn(folder));
  });

  it('each policy leads from any of its places to its definition, and lists all its places', () => {
    for (const policy of gold.shared_documents) {
      const lines = linesOf(policy);
      const places = lines.map((line) => placeOn(line, policy.title));
      for (const place of places) {
        const to = definitionAt(snapshot(), place.report, place.span.start)?.targets.map(lineOf);
        assert.deepEqual(to, [`${policy.definition?.file}:${policy.definition?.line}`], `${policy.title} from ${lineOf(place)}`);
        const listed = new Set(referencesAt(snapshot(), place.report, place.span.start, true).places.map(lineOf));
        assert.deepEqual(lines.filter((line) => !listed.has(line)), [], `${policy.title} from ${lineOf(place)}`);
      }
    }
  });

  /** Where a line names a policy: by its title or a short form that ends it. */
  function placeOn(line: string, title: string): Target {
    const [file = '', number = '0'] = line.split(':');
    const index = snapshot().reports.get(pathOf(file));
    assert.ok(index, line);
    const full = plain(title).replace(/\([^)]*\)$/, '');
    const here = (start: number): boolean => lineAt(index.lineStarts, start) + 1 === Number(number);
    const names = (text: string): boolean => full === plain(text).replace(/\([^)]*\)$/, '') || (text.length >= 4 && full.endsWith(plain(text)));
    const reference = index.references.find(({ span, text, kind }) => kind === 'document' && here(span.start) && names(text));
    const mention = index.mentions.find((item) => item.type === 'document' && here(extentOf(item).start) && names(item.text));
    const span = reference?.span ?? (mention && extentOf(mention));
    assert.ok(span, `nothing names ${title} in ${line}`);
    return { report: index.path, span };
  }

  it('each company leads from any of its places to one definition, and lists all its places from each', () => {
    for (const company of gold.shared_entities.filter(({ type }) => type === 'company')) {
      const places = linesOf(company).flatMap((line) => ownNames(line, company.name));
      const definitions = new Set(places.map((place) => JSON.stringify(definitionAt(snapshot(), place.report, place.span.start)?.targets.map(lineOf))));
      assert.ok(definitions.size <= 1 && !definitions.has('[]'), `${company.name}: ${[...definitions].join(' ')}`);
      for (const place of places) {
        const listed = new Set(referencesAt(snapshot(), place.report, place.span.start, true).places.map(lineOf));
        assert.deepEqual(places.map(lineOf).filter((line) => !listed.has(line)), [], `${company.name} from ${lineOf(place)}`);
      }
    }
  });

  /**
   * Where a line names the company itself: not in a line of contents, and not inside the longer name of one of its units,
   * products or speakers, which are entities of their own. Fails where nothing was recognised at all.
   */
  function ownNames(line: string, name: string): Target[] {
    const [file = '', number = '0'] = line.split(':');
    const path = pathOf(file);
    const index = snapshot().reports.get(path);
    assert.ok(index, line);
    const start = index.lineStarts[Number(number) - 1] ?? 0;
    const text = (corpus.texts.get(path) ?? '').slice(start, index.lineStarts[Number(number)] ?? index.length);
    const found: Target[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const offset = start + at;
      if (index.toc.some(({ span }) => span.start <= offset && offset < span.end)) continue;
      const mention = index.mentions.find((item) => extentOf(item).start <= offset && offset < extentOf(item).end);
      assert.ok(mention, `${name} is not recognised in ${line}`);
      if (mention.type === 'company' && plain(mention.text) === plain(name)) found.push({ report: path, span: extentOf(mention) });
    }
    return found;
  }

  it('most of the companies stand under their own name in more than one report', () => {
    const companies = gold.shared_entities.filter(({ type }) => type === 'company');
    const shared = companies.filter((company) => new Set(linesOf(company).flatMap((line) => ownNames(line, company.name)).map(({ report }) => report)).size > 1);
    assert.ok(shared.length >= companies.length / 2, `${shared.length} of ${companies.length}`);
  });
});
