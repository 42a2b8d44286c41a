import { t } from '@vscode/l10n';

/** A number of mentions in words; English has a singular. */
export const mentionsCounted = (count: number): string => (count === 1 ? t('1 mention') : t('{0} mentions', count));
export const reportsCounted = (count: number): string => (count === 1 ? t('1 report') : t('{0} reports', count));
export const annotationsCounted = (count: number): string => (count === 1 ? t('1 annotation') : t('{0} annotations', count));
