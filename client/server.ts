import * as vscode from 'vscode';
import {
  CloseAction, ErrorAction, LanguageClient, RevealOutputChannelOn, TransportKind, type ErrorHandler,
} from 'vscode-languageclient/node';
import { hoverCommands, serverEnvironment, type InitializationOptions } from '../server/lsp/protocol';
import { restartDelay } from './crash';
import { selectorOf } from './selector';

/**
 * A client for the workspace folders as they are now, not yet started.
 * @param gaveUp called when the server crashed too often to be started again
 */
export function createClient(
  context: vscode.ExtensionContext, log: vscode.LogOutputChannel, gaveUp: () => void,
): LanguageClient {
  const initializationOptions: InitializationOptions = {
    ...(context.storageUri === undefined ? {} : { storagePath: context.storageUri.fsPath }),
    hoverCommands: true,
    trusted: vscode.workspace.isTrusted,
  };
  return new LanguageClient(
    'wenmai',
    'Wenmai',
    { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc, options: { env: { ...serverEnvironment, WENMAI_CODE_FOLDER: vscode.Uri.joinPath(context.globalStorageUri, 'code').fsPath } } },
    {
      documentSelector: selectorOf(vscode.workspace.workspaceFolders ?? []),
      initializationOptions,
      synchronize: { configurationSection: 'wenmai' },
      outputChannel: log,
      traceOutputChannel: log,
      // What is wrong goes to the log and the status item; only crashes are told in a message.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: crashHandler(log, gaveUp),
      markdown: { isTrusted: { enabledCommands: Object.values(hoverCommands) }, supportThemeIcons: true },
    },
  );
}

/** Starts a crashed server again after a growing pause; tells the user at the first crash and when it gives up. */
function crashHandler(log: vscode.LogOutputChannel, gaveUp: () => void): ErrorHandler {
  const crashes: number[] = [];
  return {
    error(error) {
      log.error('Connection to the server', error.message);
      return { action: ErrorAction.Continue };
    },
    async closed() {
      crashes.push(Date.now());
      const delay = restartDelay(crashes);
      if (delay === null) {
        log.error(`The server stopped ${crashes.length} times and is not started again.`);
        gaveUp();
        void tellGivenUp();
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      log.warn(`The server stopped unexpectedly; it is started again in ${delay} ms.`);
      if (crashes.length === 1) void tellCrash();
      await new Promise((resolve) => { setTimeout(resolve, delay); });
      return { action: CloseAction.Restart, handled: true };
    },
  };
}

async function tellCrash(): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t('The Wenmai server stopped unexpectedly and is being started again. Nothing that was saved is lost.');
  if (await vscode.window.showWarningMessage(message, showLog) === showLog) {
    await vscode.commands.executeCommand('wenmai.showLog');
  }
}

async function tellGivenUp(): Promise<void> {
  const restart = vscode.l10n.t('Restart Server');
  const showLog = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t('The Wenmai server keeps stopping and was not started again.');
  const answer = await vscode.window.showErrorMessage(message, restart, showLog);
  if (answer === restart) await vscode.commands.executeCommand('wenmai.restartServer');
  if (answer === showLog) await vscode.commands.executeCommand('wenmai.showLog');
}
