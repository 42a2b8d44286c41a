import type { Target } from '../reference/model';

/** How cards link: places as plain links, actions as commands where the client takes them. */
export interface Links {
  /** URI with a fragment for the place. */
  place(target: Target): string;
  /** A command link on an entity; null where the client takes none. */
  command(name: 'showDossier' | 'showReferences' | 'confirmEntity' | 'notAnEntity', entity: string): string | null;
  /** An icon of the editor, or "" where it draws none. */
  icon(name: string): string;
}

/** Report text as Markdown that shows exactly it: no markup, links or HTML of its own. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>&~$:@/^=]/g, '\\$&').replace(/\s+/g, ' ');
}

/**
 * Report text as Markdown that also reads well as it is: only what would be markup where it stands is escaped, so that
 * figures and names can be searched for in the document.
 */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<>|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^( ?)([#+-])(?= )/, '$1\\$2')
    .replace(/^( ?\d{1,9})([.)])(?= )/, '$1\\$2');
}

/** A link in a document that is also read as it is. */
export function plainLink(label: string, uri: string): string {
  return `[${plainMarkdown(label)}](${uri.replace(/\(/g, '%28').replace(/\)/g, '%29')})`;
}

export function link(label: string, uri: string): string {
  return `[${escapeMarkdown(label)}](${uri.replace(/\(/g, '%28').replace(/\)/g, '%29')})`;
}

/** Text with the part from `start` to `end` in bold. */
export function emphasised({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }): string {
  if (end <= start) return escapeMarkdown(text);
  return `${escapeMarkdown(text.slice(0, start))}**${escapeMarkdown(text.slice(start, end)).trim()}**${escapeMarkdown(text.slice(end))}`;
}
