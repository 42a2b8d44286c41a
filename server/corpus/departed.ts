import path from 'node:path';
import type { Contribution } from '../entity/contribution';
import { fileTitle } from '../report/meta';
import type { Grams } from './grams';
import type { ReportIndex } from './model';
import { unpacked } from './packed/report';

/** What is known of a report that went. */
export interface DepartedReport {
  readonly index: ReportIndex;
  /** What it contributed to the names of the corpus. */
  readonly contribution: Contribution;
  readonly grams: Grams;
}

/** Reports that went, kept for a moment: one whose content comes again under another path has only moved. */
export interface Departed {
  add(report: DepartedReport): void;
  /** The contents by their hashes. */
  hashes(): readonly string[];
  /** The report of this content as it is under its new path; null where its text must be read for that. */
  take(hash: string, to: string): DepartedReport | null;
  clear(): void;
}

/** True where the same text says something else under another path: by its file's name, or by links relative to it. */
function dependsOnPath({ path: from, meta, references }: ReportIndex, to: string): boolean {
  if (meta.title === fileTitle(from) && meta.title !== fileTitle(to)) return true;
  return path.posix.dirname(from) !== path.posix.dirname(to) && references.some(({ key }) => key?.startsWith('file:') === true);
}

export function createDeparted(): Departed {
  const reports = new Map<string, DepartedReport>();
  return {
    add: (report) => void reports.set(report.index.hash, report),
    hashes: () => [...reports.keys()],
    take(hash, to) {
      const report = reports.get(hash);
      if (!report || dependsOnPath(report.index, to)) return null;
      return { ...report, index: unpacked(report.index, to) };
    },
    clear: () => reports.clear(),
  };
}
