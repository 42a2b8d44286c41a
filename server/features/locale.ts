import { config } from '@vscode/l10n';
import chinese from '../../l10n/server.zh-cn.json';

/** Chooses the language of the server's messages by the client's locale; English where it is not Chinese. */
export function useLocale(locale: string | undefined): void {
  const isChinese = (locale ?? '').toLowerCase().startsWith('zh');
  config({ contents: isChinese ? chinese : {} });
}
