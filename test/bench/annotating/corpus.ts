/** A corpus with 10,000 annotations: twenty reports with 500 in each. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { tag } from '../../../server/annotation/acts';
import { annotationLine, sorted } from '../../../server/annotation/file';
import { anchorTextOf, quoteSpan } from '../../../server/annotation/passage';
import { annotationPath } from '../../../server/annotation/place';
import { parseReport } from '../../../server/report/parse';
import { sourceFromText } from '../../../server/text/decode';
import { randomFrom } from '../reanchor/tracked';

export const REPORTS = 20;
export const EACH = 500;
export const reportNamed = (n: number): string => `报告${n}.txt`;

/** Writes it below a folder. The first line of a report is its own; the second annotation or so stands in its first lines. */
export function makeAnnotated(corpus: string): void {
  const [seed] = globSync('seeds/reports/研究/*.txt');
  const text = readFileSync(seed as string, 'utf8');
  for (let n = 0; n < REPORTS; n++) {
    const path = reportNamed(n);
    const whole = `第${n}号\n\n${text}${text}${text}`;
    mkdirSync(join(corpus, 'annotations', path), { recursive: true });
    writeFileSync(join(corpus, path), whole);
    const ready = anchorTextOf(parseReport(path, sourceFromText(whole)));
    const random = randomFrom(n);
    const annotations = Array.from({ length: EACH * 2 }, (_, i) => {
      const start = i < 5 ? 40 * i + 8 : Math.floor(random() * (whole.length - 40));
      const quote = quoteSpan(ready, { start, end: start + 5 + (i % 30) });
      const actor = { name: '甲', time: '2026-01-01T00:00:00Z', newId: () => `urn:uuid:${n}-${i}` };
      return quote === null ? [] : tag(actor, [{ source: path, quotes: [quote], textHash: ready.hash }], [`标签${i % 12}`], []).steps.flatMap(({ after }) => after ?? []);
    }).flat().slice(0, EACH);
    writeFileSync(join(corpus, annotationPath(path, '甲')), `${sorted(annotations).map(annotationLine).join('\n')}\n`);
  }
}

/** Prints the median, the 95th percentile and the most of some times, in milliseconds. */
export function printTimes(what: string, times: readonly number[]): void {
  const inOrder = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] as number).toFixed(1);
  console.log(`${what.padEnd(56)}${at(0.5).padStart(9)}${at(0.95).padStart(9)}${at(1).padStart(9)}`);
}

export function printHead(): void {
  console.log(`${''.padEnd(56)}${'median'.padStart(9)}${'p95'.padStart(9)}${'most'.padStart(9)}`);
}
