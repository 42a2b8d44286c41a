import type { Connection } from 'vscode-languageserver/node';
import { defaultSettings, overlaySettings, type CorpusSettings } from '../corpus/settings';

/** The user's settings for a folder, as the client holds them; the defaults where it cannot be asked. */
export async function userSettings(connection: Connection, canAsk: boolean, scopeUri: string): Promise<CorpusSettings> {
  if (!canAsk) return defaultSettings;
  const answer: unknown = await connection.workspace.getConfiguration({ scopeUri, section: 'wenmai' }).catch(() => null);
  return overlaySettings(defaultSettings, answer);
}
