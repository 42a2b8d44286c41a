import { t } from '@vscode/l10n';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';

/** Work below so many steps is over before a bar could be read. */
const worthShowing = 40;

/** Shows indexing as the editor's own progress. */
export function createWorkProgress(connection: Connection, supported: () => boolean): (done: number, total: number) => void {
  let bar: Promise<WorkDoneProgressServerReporter> | null = null;
  let shown = -1;
  return (done, total) => {
    if (!bar && (!supported() || total < worthShowing || done >= total)) return;
    if (!bar) {
      shown = -1;
      bar = connection.window.createWorkDoneProgress().then((reporter) => {
        reporter.begin(t('Indexing reports'), 0);
        return reporter;
      });
    }
    const opened = bar;
    const percent = Math.floor((done / total) * 100);
    if (done >= total) {
      bar = null;
      void opened.then((reporter) => reporter.done(), () => undefined);
    } else if (percent > shown) {
      shown = percent;
      void opened.then((reporter) => reporter.report(percent, `${done}/${total}`), () => undefined);
    }
  };
}
