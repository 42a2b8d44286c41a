import { t } from '@vscode/l10n';
import type { Snapshot } from '../corpus/corpus';
import type { ReportIndex } from '../corpus/model';
import type { Target } from '../reference/model';
import { sectionOf } from './at';
import { fullName } from '../report/fullName';

/** An entity type in the user's language; types of the entity list by the name they have there. */
export function typeLabel(snapshot: Snapshot, type: string): string {
  const builtIn: Readonly<Record<string, string>> = {
    company: t('Company'),
    hospital: t('Hospital'),
    agency: t('Agency'),
    academic: t('University or Institute'),
    organization: t('Organization'),
    product: t('Product'),
    document: t('Document'),
    person: t('Person'),
    place: t('Place'),
  };
  return snapshot.entityList.types.find(({ id }) => id === type)?.name ?? builtIn[type] ?? type;
}

/** What an attribute is called: a stock code says by its suffix where it is listed; others carry their key. */
export function attributeLabel(key: string, value: string): string {
  if (key === 'country') return t('Country');
  if (key !== 'stock') return key;
  if (/\bHK$/i.test(value)) return t('Hong Kong stock');
  if (/\b(?:SH|SZ|BJ)$/i.test(value)) return t('A share');
  return t('Stock');
}

/** Shortens to `longest` characters, with "…". */
export function shorten(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}

/** The file's name without extension and without the hash that downloads carry. */
export function shortName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]{1,8}$/, '');
  return shorten(name.replace(/[_-][0-9a-f]{8,64}$/i, '') || name, 16);
}

/** The title a report states, else its file's name. */
export function titleOf({ meta, path }: Pick<ReportIndex, 'meta' | 'path'>): string {
  return meta.title.trim() || shortName(path);
}

/** "001 · 3.2 交表企业": the report and the section a place lies in; its title where it lies in none. */
export function placeLabel(snapshot: Snapshot, { report, span }: Target): string {
  const index = snapshot.reports.get(report);
  if (!index) return shortName(report);
  const section = sectionOf(index, span.start);
  const where = section ? fullName({ label: section.number ?? '', title: section.title }) : titleOf(index);
  return `${shortName(report)} · ${shorten(where, 22)}`;
}
