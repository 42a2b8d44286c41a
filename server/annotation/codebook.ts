import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Span } from '../text/span';

/** A qualitative code as `codebook.yaml` holds it. */
export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** As written, "#1f77b4". */
  readonly color: string | null;
  readonly parent: string | null;
  /** Tags of one group exclude each other. */
  readonly group: string | null;
  readonly deprecated: boolean;
  readonly replacedBy: string | null;
  /** Its whole entry in the file, in UTF-16 offsets. */
  readonly span: Span;
}

export interface Codebook {
  readonly tags: readonly Tag[];
}

export const emptyCodebook: Codebook = { tags: [] };

function textOf(item: YAMLMap, key: string): string | null {
  const value = item.get(key);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
}

/** Reads the text of `codebook.yaml`. Entries without an id are passed over; never throws. */
export function parseCodebook(text: string): Codebook {
  const root = parseDocument(text, { prettyErrors: false, uniqueKeys: false }).contents;
  const list = isMap(root) ? root.get('tags', true) : null;
  if (!isSeq(list)) return emptyCodebook;
  const tags = list.items.flatMap((item): Tag[] => {
    const id = isMap(item) ? textOf(item, 'id') : null;
    if (!isMap(item) || id === null || id === '') return [];
    const [start = 0, end = start] = item.range ?? [];
    const deprecated = item.get('deprecated', true);
    return [{
      id,
      name: textOf(item, 'name') ?? id,
      description: textOf(item, 'description'),
      color: textOf(item, 'color'),
      parent: textOf(item, 'parent'),
      group: textOf(item, 'group'),
      deprecated: isScalar(deprecated) && deprecated.value === true,
      replacedBy: textOf(item, 'replacedBy'),
      span: { start, end },
    }];
  });
  return { tags };
}
