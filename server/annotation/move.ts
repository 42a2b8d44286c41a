import { annotationFolder, reportOf } from './place';

/** A file of annotations that must move with its report, and its text there. */
export interface MovedFile {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** The path that a report has after files or folders were renamed; null where none of them concerns it. */
export function renamed(report: string, renames: ReadonlyMap<string, string>): string | null {
  for (const [from, to] of renames) {
    if (report === from) return to;
    if (report.startsWith(`${from}/`)) return to + report.slice(from.length);
  }
  return null;
}

/** The text of an annotation file with every target in `from` said to be in `to`; all else stays as it is written. */
function retargeted(text: string, from: string, to: string): string {
  // In JSON, a quotation mark inside a string is escaped: this is found only where it is the key of a target.
  const parts = text.split(/("source"[ \t]*:[ \t]*)/);
  const old = JSON.stringify(from);
  return parts.map((part, i) => (i > 0 && i % 2 === 0 && part.startsWith(old) ? JSON.stringify(to) + part.slice(old.length) : part)).join('');
}

/**
 * What becomes of the annotation files when reports are renamed. `texts` holds all files by path, `renames` the old
 * names of files and folders with the new ones, relative to the corpus. Linear in the files that move.
 */
export function movedAnnotations(texts: ReadonlyMap<string, string>, renames: ReadonlyMap<string, string>): MovedFile[] {
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([path, text]) => {
    const report = reportOf(path);
    const to = report === null ? null : renamed(report, renames);
    if (report === null || to === null) return [];
    return [{ from: path, to: `${annotationFolder}/${to}/${path.slice(path.lastIndexOf('/') + 1)}`, text: retargeted(text, report, to) }];
  });
}
