import { isSeq, parseDocument, stringify } from 'yaml';
import type { Finding } from '../rules/model';

/** A reason stands with everything that is let stand; this one asks for it. */
const placeholder = 'TODO';

/**
 * `wenmai.yaml` with an entry that lets a finding stand: its rule, its report and the flagged text as it stands there.
 * Comments and everything else are kept. Null where the file cannot be read, so that it is not made worse.
 */
export function ignoring(yaml: string, { rule, report }: Finding, text: string): string | null {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  if (document.errors.length > 0) return null;
  const entry = { rule, report, ...(text === '' ? {} : { text }), reason: placeholder };
  if (document.contents === null) return stringify({ ignore: [entry] });
  if (isSeq(document.get('ignore'))) document.addIn(['ignore'], document.createNode(entry));
  else document.set('ignore', document.createNode([entry]));
  return String(document);
}
