import { isIssuanceKey, issuanceKey } from '../../corpus/statements';
import type { Issuance } from '../../reference/model';
import { message } from '../message';
import type { CorpusContext, CorpusRule, Indexed, Message, Severity } from '../model';

/** Reports that one document is compared over, at most. */
const compared = 50;

interface Told {
  readonly index: Indexed;
  readonly issuance: Issuance;
}

/** Name of the body named first, as the corpus knows it; "" where it knows none there. */
function leadOf(context: CorpusContext, { index, issuance }: Told): string {
  const { lead } = issuance;
  if (lead === null) return '';
  const mention = index.mentions.find(m => m.spans[0]?.start === lead.start && (m.spans.at(-1)?.end ?? 0) >= lead.end - 3);
  return mention === undefined ? '' : context.nameOf(mention.entity) ?? mention.text;
}

/** One names the other's office, or both are one. */
const isSameBody = (a: string, b: string): boolean => a === '' || b === '' || a.startsWith(b) || b.startsWith(a);

/** Two dates of which neither says less of the other. */
const isSameDate = (a: string | null, b: string | null): boolean => a === null || b === null || a.startsWith(b) || b.startsWith(a);

interface Difference {
  readonly text: Message;
  readonly severity: Severity;
}

function differences(context: CorpusContext, own: Told, theirs: Told): Difference[] {
  const a = own.issuance;
  const b = theirs.issuance;
  const path = theirs.index.path;
  const found: Difference[] = [];
  if (a.bodies !== null && b.bodies !== null && a.bodies !== b.bodies) {
    found.push({ severity: 'warning', text: message('“{0}”: issued by {1} bodies here, by {2} in {3}.', a.title, a.bodies, b.bodies, path) });
  }
  const leadHere = leadOf(context, own);
  const leadThere = leadOf(context, theirs);
  if (!isSameBody(leadHere, leadThere)) {
    // One issuer of several named alone is shortened, not contradicted.
    const isCertain = a.bodies !== null && b.bodies !== null;
    found.push({ severity: isCertain ? 'warning' : 'information', text: message('“{0}”: {1} is named first here, {2} in {3}.', a.title, leadHere, leadThere, path) });
  }
  if (!isSameDate(a.date, b.date)) {
    const isOtherYear = a.date?.slice(0, 4) !== b.date?.slice(0, 4);
    found.push({ severity: isOtherYear ? 'warning' : 'information', text: message('“{0}”: dated {1} here, {2} in {3}.', a.title, a.date ?? '', b.date ?? '', path) });
  }
  return found;
}

/** One plan or policy issued by another number of bodies, another body first, or on another date, in another report. */
export const issuance: CorpusRule = {
  id: 'claim/issuance',
  title: message('Issuing of one document told differently'),
  severity: 'warning',
  *check(context) {
    const { report, shared } = context;
    if (![...shared].some(isIssuanceKey)) return;
    for (const own of report.issuances) {
      const told = new Set<string>();
      let seen = 0;
      for (const path of context.stating(issuanceKey(own))) {
        if (++seen > compared) break;
        yield null;
        const index = path === report.path ? report : context.other(path);
        for (const theirs of index?.issuances ?? []) {
          if (index === undefined || theirs === own || theirs.document !== own.document) continue;
          for (const { text, severity } of differences(context, { index: report, issuance: own }, { index, issuance: theirs })) {
            // One problem per kind of difference, with the first place that shows it.
            if (told.has(text.text)) continue;
            told.add(text.text);
            yield { span: own.span, severity, message: text, related: [{ report: path, span: theirs.span, message: message('Told here') }] };
          }
        }
      }
    }
  },
};
