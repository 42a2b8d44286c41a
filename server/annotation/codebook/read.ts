import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Pair, type YAMLMap } from 'yaml';
import type { Span } from '../../text/span';
import type { Codebook, CodebookProblem, ProblemKind, Tag, TagLink } from './model';

const COLOR = /^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/;

/**
 * Reads `codebook.yaml`: a map with a list `tags`, or the list alone. Never throws; what is wrong is listed with its
 * place, and entries that can be read are. A tag without `id` has its name for one.
 */
export function readCodebook(yaml: string): Codebook {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, logLevel: 'silent' });
  const problems: CodebookProblem[] = [];
  const report = (kind: ProblemKind, span: Span, value: string): void => {
    problems.push({ kind, span, line: Math.max(0, lines.linePos(span.start).line - 1), value });
  };
  for (const error of document.errors) report('syntax', { start: error.pos[0], end: error.pos[1] }, error.message.split('\n')[0] ?? '');
  const root = document.contents;
  const list = isMap(root) ? root.get('tags', true) : root;
  const tags: Tag[] = [];
  const links: TagLink[] = [];
  if (isSeq(list)) {
    for (const item of list.items) {
      if (!isMap(item)) report('shape', spanOf(item), '');
      else readTag(item, tags, links, report);
    }
  } else if (list !== null && list !== undefined) report('shape', spanOf(list), '');
  const codebook = { tags, byId: new Map(tags.map((tag) => [tag.id, tag])), links, problems };
  checkLinks(codebook, report);
  return codebook;
}

type Report = (kind: ProblemKind, span: Span, value: string) => void;

function readTag(item: YAMLMap, tags: Tag[], links: TagLink[], report: Report): void {
  const text = (key: string): { value: string; span: Span } | null => {
    const node = pairOf(item, key)?.value;
    return isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number') ? { value: String(node.value).normalize('NFC').trim(), span: spanOf(node) } : null;
  };
  const name = text('name') ?? text('id');
  const id = text('id') ?? name;
  if (name === null || id === null || name.value === '' || id.value === '') {
    report('missingName', spanOf(item), '');
    return;
  }
  if (tags.some((tag) => tag.id === id.value)) {
    report('duplicateId', id.span, id.value);
    return;
  }
  const color = text('color');
  if (color !== null && !COLOR.test(color.value)) report('color', color.span, color.value);
  for (const key of ['parent', 'replacedBy'] as const) {
    const link = text(key);
    if (link !== null && link.value !== '') links.push({ tag: id.value, key, id: link.value, span: link.span });
  }
  const deprecated = pairOf(item, 'deprecated')?.value;
  tags.push({
    id: id.value, name: name.value,
    description: text('description')?.value ?? '',
    color: color !== null && COLOR.test(color.value) ? color.value : null,
    parent: text('parent')?.value || null,
    group: text('group')?.value || null,
    deprecated: isScalar(deprecated) && deprecated.value === true,
    replacedBy: text('replacedBy')?.value || null,
    span: spanOf(item), idSpan: id.span, nameSpan: name.span,
  });
}

function checkLinks(codebook: Codebook, report: Report): void {
  for (const { key, id, span } of codebook.links) {
    if (!codebook.byId.has(id)) report(key === 'parent' ? 'unknownParent' : 'unknownReplacement', span, id);
    else if (key === 'replacedBy' && codebook.byId.get(id)?.deprecated === true) report('replacedInUse', span, id);
  }
  const names = new Map<string, string>();
  for (const tag of codebook.tags) {
    if (isInCycle(codebook, tag)) report('cycle', tag.idSpan, tag.id);
    const key = `${tag.parent ?? ''}\n${tag.name}`;
    if (names.has(key) && !tag.deprecated) report('duplicateName', tag.nameSpan, tag.name);
    names.set(key, tag.id);
  }
}

function isInCycle(codebook: Codebook, tag: Tag): boolean {
  const seen = new Set<string>();
  for (let at = tag.parent; at !== null && !seen.has(at); at = codebook.byId.get(at)?.parent ?? null) {
    if (at === tag.id) return true;
    seen.add(at);
  }
  return false;
}

/** The pair of a key in an entry. */
export function pairOf(item: YAMLMap, key: string): Pair | undefined {
  return item.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** A node's place, without trailing white space; nodes the parser made up stand at 0. */
export function spanOf(node: unknown): Span {
  const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
