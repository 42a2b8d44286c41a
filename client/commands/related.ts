import type { LinkItem } from '../../server/lsp/protocol';

/** A report with all the reasons for its being related. */
export interface Related {
  readonly uri: string;
  readonly title: string;
  readonly reasons: readonly string[];
}

/** One entry a report, those with most kinds of links first, then as they came. */
export function mergeRelated(items: readonly LinkItem[]): Related[] {
  const byUri = new Map<string, Related>();
  for (const { uri, title, reason } of items) {
    if (uri !== null) byUri.set(uri, { uri, title, reasons: [...(byUri.get(uri)?.reasons ?? []), reason] });
  }
  return [...byUri.values()].sort((a, b) => b.reasons.length - a.reasons.length);
}
