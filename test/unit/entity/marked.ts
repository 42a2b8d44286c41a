import { join } from 'node:path';
import { resourcesIn } from '../../../server/corpus/resources';
import { allNames, contributionOf, readNames } from '../../../server/entity/contribution';
import { discover } from '../../../server/entity/discover';
import { emptyList, parseEntityList, type EntityList } from '../../../server/entity/list';
import { createHintCounts, mergeDiscovered } from '../../../server/entity/merge';
import type { Recognition } from '../../../server/entity/model';
import { extendNames } from '../../../server/entity/extend';
import { listNames } from '../../../server/entity/listed';
import type { Names } from '../../../server/entity/names';
import { recognise } from '../../../server/entity/recognise';
import { parseReport } from '../../../server/report/parse';
import { sourceFromText } from '../../../server/text/decode';

export const resources = resourcesIn(join(__dirname, '../../../server/entity/lexicon'));

const base = (): Names => resources.lexicon().names;

/** Recognises the names in one report that knows the built-in names and its own only. */
export function recogniseAlone(text: string): Recognition {
  const report = parseReport('a.txt', sourceFromText(text));
  return recognise(report, base(), discover(report, base(), resources.segmenter()));
}

/** Recognises the names in reports that form a corpus; the entity list as YAML text. */
export function recogniseAll(texts: Readonly<Record<string, string>>, yaml = ''): Map<string, Recognition> {
  const list: EntityList = yaml === '' ? emptyList : parseEntityList(yaml);
  const reports = Object.entries(texts).map(([path, text]) => parseReport(path, sourceFromText(text)));
  const found = new Map(reports.map((report) => [report.path, discover(report, base(), resources.segmenter())]));
  const given = [...found].map(([path, { entities, hints }]) => [path, contributionOf(entities, hints)] as const);
  const hints = createHintCounts();
  for (const [, contribution] of given) hints.change('', contribution.hints);
  const merged = mergeDiscovered(readNames(allNames(given)), hints.enough());
  const names = extendNames(listNames(base(), list), resources.lexicon(), merged);
  return new Map(reports.map((report) => [report.path, recognise(report, names, found.get(report.path) ?? { entities: [], hints: '', local: [] })]));
}

/** The text with every name found in it written [[name|type]]. */
export function marked(text: string, { mentions }: Recognition): string {
  let out = '';
  let at = 0;
  for (const mention of mentions) {
    const start = mention.spans[0]?.start ?? 0;
    const end = mention.spans[mention.spans.length - 1]?.end ?? 0;
    out += `${text.slice(at, start)}[[${text.slice(start, end)}|${mention.type}]]`;
    at = end;
  }
  return out + text.slice(at);
}

/** Takes the markup of `marked` off again. */
export const plain = (text: string): string => text.replace(/\[\[([^|\]]*)\|[a-z]+\]\]/g, '$1');
