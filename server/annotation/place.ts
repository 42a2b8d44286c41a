/** Where annotations stand below the corpus root. */
export const annotationFolder = 'annotations';

/** `annotations/<report>/<annotator>.jsonl`; what a file name cannot hold becomes "_". */
export function annotationPath(report: string, annotator: string): string {
  return `${annotationFolder}/${report}/${fileName(annotator)}.jsonl`;
}

/** The report an annotation file belongs to by its place; null for other paths. */
export function reportOf(path: string): string | null {
  const parts = path.split('/');
  if (parts.length < 3 || parts[0] !== annotationFolder || !path.endsWith('.jsonl')) return null;
  return parts.slice(1, -1).join('/');
}

const MOST_NAME = 80;

function fileName(annotator: string): string {
  const name = [...annotator.normalize('NFC')].map((c) => (isForbidden(c) ? '_' : c)).join('').trim();
  const safe = name.slice(0, MOST_NAME).replace(/^\.+|[. ]+$/g, '_');
  // Names of devices that Windows does not let a file have.
  return safe === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe) ? `_${safe}` : safe;
}

function isForbidden(c: string): boolean {
  return c < ' ' || '/\\:*?"<>|'.includes(c);
}
