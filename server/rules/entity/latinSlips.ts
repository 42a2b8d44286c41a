import { toSource } from '../../text/logical';
import { matchesOf } from '../../text/matches';
import { here, message } from '../message';
import type { Problem, ReportContext } from '../model';

const words = /(?<![A-Za-z0-9@./_\\-])[A-Za-z][A-Za-z0-9-]{4,}[A-Za-z0-9](?![A-Za-z0-9@/_\\-]|\.[A-Za-z])/g;
/** A word that stands this often is meant where another, seen once, differs from it by a slip. */
const usual = 4;
/** One with capitals or a hyphen inside is a name, and needs to stand less often where the slip is in small letters. */
const named = 2;
const isNamed = (word: string): boolean => word.length > 6 && /[A-Z]|-/.test(word.slice(1));

/** Where two words of one length differ; null for more than two places. */
function differing(a: string, b: string): number[] | null {
  const at: number[] = [];
  for (let i = 0; i < a.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    if (at.length === 2) return null;
    at.push(i);
  }
  return at;
}

/** Two neighbours have changed places, or one letter inside is wrong, missing or too many; endings and numbers tell words apart. */
function isSlip(word: string, meant: string, count: number): boolean {
  if (word.replace(/\D/g, '') !== meant.replace(/\D/g, '')) return false;
  if (word.length === meant.length) {
    const at = differing(word, meant);
    const [i = -1, j = -1] = at ?? [];
    if (at?.length === 2) return j === i + 1 && word.charAt(i) === meant.charAt(j) && word.charAt(j) === meant.charAt(i);
    // Ordinary words differ by a letter: a letter in its place is a slip in names only.
    // Capitals are codes, which differ by a letter where the things do, unless one of them stands again and again.
    return at?.length === 1 && i > 0 && i < word.length - 1 && /[A-Z]/.test(meant.slice(1)) && (count >= usual || /^[a-z]{2}$/.test(word.charAt(i) + meant.charAt(i)));
  }
  const [shorter, longer] = word.length < meant.length ? [word, meant] : [meant, word];
  if (longer.length !== shorter.length + 1) return false;
  let i = 0;
  while (i < shorter.length && shorter.charCodeAt(i) === longer.charCodeAt(i)) i++;
  return i > 1 && i < shorter.length - 2 && shorter.slice(i) === longer.slice(i + 1) && /[A-Z]/.test(meant.slice(1));
}

/** A Latin word that stands once and is a slip away from one that the report uses again and again. Linear in the words, but for the few frequent ones. */
export function latinSlips({ report }: ReportContext): Problem[] {
  const places = new Map<string, number[]>();
  for (const match of matchesOf(report.logical.text, words)) places.set(match[0], [...(places.get(match[0]) ?? []).slice(0, usual), match.index]);
  const frequent = [...places].filter(([word, at]) => at.length >= (isNamed(word) ? named : usual));
  return [...places].flatMap(([word, [start = 0, ...more]]): Problem[] => {
    if (more.length > 0) return [];
    const meant = frequent.find(([other, at]) => other.toLowerCase() !== word.toLowerCase() && Math.abs(other.length - word.length) < 2 && isSlip(word, other, at.length));
    if (meant === undefined) return [];
    const spanOf = (at: number, length: number): { start: number; end: number } => ({ start: toSource(report.logical, at), end: toSource(report.logical, at + length - 1) + 1 });
    const span = spanOf(start, word.length);
    return [{
      span,
      message: message('“{0}” is nearly “{1}”: a slip?', word, meant[0]),
      related: [here(report, spanOf(meant[1][0] ?? 0, meant[0].length), message('“{0}”', meant[0]))],
      fixes: span.end - span.start === word.length ? [{ title: message('Change to “{0}”', meant[0]), changes: [{ kind: 'text', span, text: meant[0] }] }] : [],
    }];
  });
}
