import { posix } from 'node:path';
import type { Heading, Report } from '../report/model';
import { fileKey, urlKey } from './keys';
import type { Reference } from './model';
import { matchesOf } from '../text/matches';
import { blockIndexAt, sourceSpan } from './reading';

const address = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]{3,500}/gu;
const markdown = /(?<!!)\[([^[\]\n]{1,200})\]\(([^()\s]{1,500})\)/gu;

/** An address without the punctuation of the sentence around it. */
function trimmed(url: string): string {
  const plain = url.replace(/[.,;:!?'*\]]+$/u, '');
  return plain.endsWith(')') && !plain.includes('(') ? plain.slice(0, -1) : plain;
}

/** The name a heading has as an anchor, as Markdown renderers form it. */
export function slugOf(heading: Pick<Heading, 'number' | 'title'>): string {
  return `${heading.number ?? ''} ${heading.title}`.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/gu, '-');
}

/** The heading an anchor names, by number and title, by its title alone, or with what parts the two left out. */
export function headingOf(headings: readonly Heading[], anchor: string): Heading | undefined {
  const wanted = anchor.toLowerCase();
  const joined = (slug: string): string => slug.replace(/-/g, '');
  return headings.find(h => slugOf(h) === wanted) ?? headings.find(h => slugOf({ number: null, title: h.title }) === wanted) ?? headings.find(h => joined(slugOf(h)) === joined(wanted));
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** "[text](target)": a heading of this report, a file of the corpus, or a page; not a note and a year or page, [3](2001), [1](P54). */
function markdownLinks(report: Report): Reference[] {
  const references: Reference[] = [];
  for (const match of matchesOf(report.logical.text, markdown)) {
    const target = match[2] ?? '';
    if (/^(?:(?:19|20)\d{2}[a-z]?|[Pp]{1,2}\.?[\d\-–,]+)$/u.test(target) && /^[\d,，、–-]+$/u.test(match[1] ?? '')) continue;
    const span = sourceSpan(report, match.index, match.index + match[0].length);
    if (/^https?:/u.test(target)) {
      references.push({ span, kind: 'url', text: target, local: null, key: urlKey(target) });
      continue;
    }
    if (/^[a-z][a-z0-9+.-]*:/iu.test(target)) continue;
    const hash = target.indexOf('#');
    const file = decoded(hash < 0 ? target : target.slice(0, hash));
    const anchor = hash < 0 ? '' : decoded(target.slice(hash + 1));
    if (file === '') {
      references.push({ span, kind: 'link', text: target, local: headingOf(report.headings, anchor)?.span ?? null, key: null });
      continue;
    }
    const path = posix.normalize(posix.join(posix.dirname(report.path), file));
    if (!path.startsWith('..')) references.push({ span, kind: 'link', text: target, local: null, key: fileKey(path, anchor) });
  }
  return references;
}

/** Web addresses, joined where a line end cuts them, and Markdown links. Linear. */
export function linkReferences(report: Report): Reference[] {
  const links = markdownLinks(report);
  for (const match of matchesOf(report.logical.text, address)) {
    const text = trimmed(match[0]);
    const span = sourceSpan(report, match.index, match.index + text.length);
    if (report.blocks[blockIndexAt(report, span.start)]?.kind === 'furniture') continue;
    links.push({ span, kind: 'url', text, local: null, key: urlKey(text) });
  }
  return links;
}
