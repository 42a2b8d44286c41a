import { readOrdinal } from './ordinal';

/**
 * Folds a document's title so that its printed variants compare equal: full and half width, spaces, quotes,
 * dashes, brackets of every kind, and the State's full name in front of a law are levelled.
 */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[—–―‐‑‒−~～]+/g, '-')
    .replace(/[\s"'“”‘’「」『』《》〈〉<>*_`#]/g, '')
    .replace(/^中华人民共和国/, '');
}

/** The folded title without what stands in round brackets at its end ("（试行）", "（2025—2030年）"); itself where nothing does. */
export function baseTitle(folded: string): string {
  let end = folded.length;
  while (end > 0 && folded.charAt(end - 1) === ')') {
    const open = folded.lastIndexOf('(', end - 1);
    if (open <= 0) break;
    end = open;
  }
  return folded.slice(0, end);
}

/** "关于印发《X》的通知" → X's folded title; null where the title hands on no other document. */
export function issuedTitle(folded: string): string | null {
  const match = /^(?:.{0,40}?)关于(?:印发|发布|公布|转发|实施)(.{4,80})的(?:通知|公告|通告|令)$/.exec(folded);
  return match?.[1] ?? null;
}

/** Key of a document by title. */
export const documentKey = (title: string): string => `document:${foldTitle(title)}`;

/** Key of an article of a document. */
export const articleKey = (document: string, article: string): string => `${document}#${article}`;

/** Key of a file of the corpus by its path, with an anchor where one is given. */
export const fileKey = (path: string, anchor: string): string => (anchor === '' ? `file:${path}` : `file:${path}#${anchor}`);

/** A key taken apart: what is cited as a whole, and the article or anchor in it; "" for the whole. Never throws. */
export function splitKey(key: string): { readonly whole: string; readonly part: string } {
  const at = /^(?:document|file):/.test(key) ? key.indexOf('#') : -1;
  return at < 0 ? { whole: key, part: '' } : { whole: key.slice(0, at), part: key.slice(at + 1) };
}

/** The keys a reference is looked up and listed under: the whole it cites, then its title without a bracket at the end. */
export function citedKeys(key: string): readonly string[] {
  const { whole } = splitKey(key);
  const wider = whole.startsWith('document:') ? baseTitle(whole) : whole;
  return wider === whole ? [whole] : [whole, wider];
}

/** Key of a web page: scheme, "www.", fragment, tracking query and trailing slash do not count. */
export function urlKey(url: string): string {
  const plain = url.normalize('NFKC').replace(/\s/g, '');
  const match = /^(?:[a-z]+:\/\/)?(?:www\.)?([^#]*)/i.exec(plain);
  const rest = (match?.[1] ?? plain).replace(/[?&](?:utm_[^&]*|from=[^&]*|spm=[^&]*)/g, '').replace(/\/+$/, '');
  const slash = rest.indexOf('/');
  return `url:${slash < 0 ? rest.toLowerCase() : rest.slice(0, slash).toLowerCase() + rest.slice(slash)}`;
}

/** Key of one issue of a series; the number may be Chinese ("六二二"); null where it is no number. */
export function issueKey(series: string, issue: string): string | null {
  const number = readOrdinal(issue.replace(/^第|期$|号$/g, ''));
  return number === null ? null : `issue:${foldTitle(series)}:${String(number)}`;
}
