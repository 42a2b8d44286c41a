import { t } from '@vscode/l10n';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';

/** Work below so many steps is over before a bar could be read. */
const worthShowing = 40;

/** The editor's own progress of indexing. */
export interface WorkProgress {
  /** Reports done and to do. */
  readonly show: (done: number, total: number) => void;
  /** Nothing more comes for now. */
  readonly end: () => void;
}

/** Shows indexing as the editor's own progress, with a button that calls `cancel`. */
export function createWorkProgress(connection: Connection, supported: () => boolean, cancel: () => void): WorkProgress {
  let bar: Promise<WorkDoneProgressServerReporter> | null = null;
  let shown = -1;
  const end = (): void => {
    void bar?.then((reporter) => reporter.done(), () => undefined);
    bar = null;
  };
  const show = (done: number, total: number): void => {
    if (!bar && (!supported() || total < worthShowing || done >= total)) return;
    if (!bar) {
      shown = -1;
      bar = connection.window.createWorkDoneProgress().then((reporter) => {
        reporter.begin(t('Indexing reports'), 0, undefined, true);
        reporter.token.onCancellationRequested(cancel);
        return reporter;
      });
    }
    const percent = Math.floor((done / total) * 100);
    if (done >= total) end();
    else if (percent > shown) {
      shown = percent;
      void bar.then((reporter) => reporter.report(percent, `${done}/${total}`), () => undefined);
    }
  };
  return { show, end };
}
