import { readingLists, simplifiedPairs } from './hanData';

interface Readings {
  readonly lists: readonly (readonly string[])[];
  /** Per UTF-16 unit the number of its list; 0 is the empty one. */
  readonly listOf: Uint16Array;
}
let readings: Readings | null = null;

function readReadings(): Readings {
  const lists: (readonly string[])[] = [[]];
  const listOf = new Uint16Array(0x10000);
  for (const entry of readingLists.split('|')) {
    const colon = entry.indexOf(':');
    for (let i = colon + 1; i < entry.length; i++) listOf[entry.charCodeAt(i)] = lists.length;
    lists.push(entry.slice(0, colon).split(' '));
  }
  return { lists, listOf };
}

/** The readings of a character (a UTF-16 unit) in plain letters with "v" for ü, the commonest first; none for what is not Chinese. */
export function readingsOf(unit: number): readonly string[] {
  readings ??= readReadings();
  return readings.lists[readings.listOf[unit] ?? 0] ?? [];
}

let simplified: Uint16Array | null = null;

/** For each UTF-16 unit the one that stands for it in simplified text, 0 where that is itself. */
export function simplifiedUnits(): Uint16Array {
  if (simplified) return simplified;
  simplified = new Uint16Array(0x10000);
  for (let i = 0; i < simplifiedPairs.length; i += 2) simplified[simplifiedPairs.charCodeAt(i)] = simplifiedPairs.charCodeAt(i + 1);
  return simplified;
}
