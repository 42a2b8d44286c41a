import { t } from '@vscode/l10n';
import { tagNamed, tagPath, type Codebook, type Tag } from '../annotation/codebook/model';
import type { Annotations } from '../corpus/annotations';
import type { Snapshot } from '../corpus/corpus';
import type { ReportIndex } from '../corpus/model';
import { touches, type Span } from '../text/span';
import { escapeMarkdown } from './markdown';
import { pinyinKeys } from './match';
import { tagRows } from './tags';
import { annotationsCounted, reportsCounted } from './counted';

/** The tag that a report's front matter names at an offset. */
export function tagInFrontMatter(codebook: Codebook, index: ReportIndex, offset: number): { readonly id: string; readonly span: Span } | null {
  const used = index.meta.tags.find(({ span }) => touches(span, offset));
  const tag = used && tagNamed(codebook, used.name);
  return used && tag ? { id: tag.id, span: used.span } : null;
}

/** What a hover over a tag says: its place in the hierarchy, how often it is used, when to use it. */
export function tagCard(snapshot: Snapshot, annotations: Annotations, id: string): string {
  const { codebook } = snapshot;
  const tag = codebook.byId.get(id);
  const row = tagRows(snapshot, annotations).find((each) => each.id === id);
  const counts = `${annotationsCounted(row?.count ?? 0)} · ${reportsCounted(row?.reportCount ?? 0)}`;
  const replaced = tag?.replacedBy ? t('Deprecated; use “{0}”.', tagPath(codebook, tag.replacedBy)) : t('Deprecated.');
  const parts = [`**${escapeMarkdown(tagPath(codebook, id))}** · ${counts}`, tag?.deprecated === true ? escapeMarkdown(replaced) : '', escapeMarkdown(tag?.description ?? '')];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A tag that can be typed at a place. */
export interface TagCompletion {
  readonly tag: Tag;
  readonly text: string;
  readonly path: string;
  readonly keys: string;
  readonly span: Span;
}

/** Tags for an offset of codebook.yaml behind `parent:` or `replacedBy:` (ids), or of a front matter's list of tags (names). */
export function tagCompletions(codebook: Codebook, text: string, offset: number, where: 'codebook' | 'frontMatter'): TagCompletion[] {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const typed = where === 'codebook' ? /^\s*(?:- )?(?:parent|replacedBy):\s*["']?([^"'#]*)$/.exec(line)?.[1] : typedTag(text, offset, line);
  if (typed === undefined) return [];
  const span = { start: offset - typed.length, end: offset };
  return codebook.tags.filter(({ deprecated }) => !deprecated).map((tag) => {
    const path = tagPath(codebook, tag.id);
    return { tag, path, text: where === 'codebook' ? tag.id : tag.name, keys: pinyinKeys(path), span };
  });
}

/** What is typed of a tag in the front matter at the top: in a list below `tags:`, or behind it. */
function typedTag(text: string, offset: number, line: string): string | undefined {
  const above = text.slice(0, offset).split('\n');
  if (above[0]?.trim() !== '---' || above.slice(1).some((each) => each.trim() === '---')) return undefined;
  const inline = /^(?:tags|标签)\s*:\s*\[?(?:[^\]]*,\s*)?["']?([^"'[\],#]*)$/.exec(line)?.[1];
  if (inline !== undefined) return inline;
  const key = above.reverse().find((each) => /^\S/.test(each) && !each.startsWith('-'));
  return key !== undefined && /^(tags|标签)\s*:\s*$/.test(key.trimEnd()) ? /^\s*-\s+["']?([^"'#]*)$/.exec(line)?.[1] : undefined;
}
