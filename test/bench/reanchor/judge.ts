import type { Anchor } from '../../../server/annotation/anchor';
import type { Span } from '../../../server/text/span';
import type { Tracked } from './tracked';

export interface Row {
  exists: number;
  kept: number;
  gone: number;
  orphaned: number;
  wrong: number;
}

/** What became of a passage, and whether its anchor says so. The truth is where each character went; no code of the server is asked. */
export type Verdict = 'kept' | 'lost' | 'orphaned' | 'wrong' | 'torn';

export function judge(text: string, span: Span, anchor: Anchor, changed: Tracked, places: Int32Array): Verdict {
  const wanted = charactersOf(text, span);
  const fate = fateOf(wanted, changed, places);
  if (anchor.state === 'orphaned') return fate === 'stays' ? 'lost' : fate === 'gone' ? 'orphaned' : 'torn';
  const [found] = anchor.spans as [Span];
  const got = charactersOf(changed.text, found).map((offset) => changed.origin[offset] as number).filter((offset) => offset >= 0);
  // One character may be another of its kind next to it: of two commas side by side either one will do.
  const right = got.length > 0 && got.every((offset) => wanted.includes(offset)) && (fate !== 'stays' || got.length >= wanted.length - 1);
  return !right || fate === 'gone' ? 'wrong' : fate === 'stays' ? 'kept' : 'torn';
}

export function count(row: Row, verdict: Verdict): void {
  if (verdict === 'kept') row.kept++;
  if (verdict === 'kept' || verdict === 'lost') row.exists++;
  if (verdict === 'orphaned') row.orphaned++;
  if (verdict === 'orphaned') row.gone++;
  if (verdict === 'wrong') row.wrong++;
}

/** Offsets of what can be read in a span: white space and bold marks may come and go. */
function charactersOf(text: string, span: Span): number[] {
  const offsets: number[] = [];
  for (let i = span.start; i < span.end; i++) if (!/[\s\u200b\ufeff*]/.test(text.charAt(i))) offsets.push(i);
  return offsets;
}

/** `stays`: all of it, in order, with at most a tenth of it put in between, or page furniture; `gone`: nothing of it. */
function fateOf(wanted: readonly number[], changed: Tracked, places: Int32Array): 'stays' | 'gone' | 'torn' {
  const found = wanted.map((offset) => places[offset] as number);
  if (found.every((place) => place < 0)) return 'gone';
  if (found.some((place, i) => place < 0 || (i > 0 && place <= (found[i - 1] as number)))) return 'torn';
  const between = changed.text.slice(found[0], (found[found.length - 1] as number) + 1).replace(/\n\n- \d+ -\n\f[^\n]*\n\n/g, '').replace(/[\s*]/g, '');
  return between.length - wanted.length <= wanted.length * 0.1 ? 'stays' : 'torn';
}

/** For every offset of the original its place in the changed text, -1 where it is gone. */
export function placesIn(changed: Tracked, length: number): Int32Array {
  const places = new Int32Array(length).fill(-1);
  changed.origin.forEach((offset, i) => {
    if (offset >= 0) places[offset] = i;
  });
  return places;
}
