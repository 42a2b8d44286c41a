import type { Passages } from '../reference/model';
import { similarity, sketchAt, sketchSize } from '../reference/passages';
import type { Snapshot } from './corpus';

/** A passage by its report and its number there. */
export interface PassageAt {
  readonly path: string;
  readonly at: number;
}
/** Two passages that print the same, and the share of their text that does (estimated, 0 to 1). */
export interface SamePassage {
  readonly own: number;
  readonly other: PassageAt;
  readonly similarity: number;
}

/** Finds passages again in other reports. */
export interface PassageTable {
  /** Brings the table in step with a snapshot: costs one comparison a report, and the passages of those that differ. */
  follow(snapshot: Snapshot): void;
  /** Passages of other reports that resemble those of `path`, by passage, then path. Costs the candidates met. */
  sameAs(path: string): SamePassage[];
  /** Passages entered and taken out since the table was made. */
  readonly work: number;
}

/**
 * Hashes of a sketch that a passage is entered under: two passages with half of their text in common share one of their
 * four smallest with a probability above nine tenths, and a table of all twelve would be three times as large.
 */
const entered = 4;
/** Share of equal shingles from which two passages count as the same. */
const sameFrom = 0.5;
/** Passages compared under one hash: what stands in more reports is boilerplate. */
const mostUnderHash = 200;

/** An empty table. Memory: about 40 bytes for each of the four hashes of a passage. */
export function createPassageTable(): PassageTable {
  const known = new Map<string, Passages>();
  const byHash = new Map<number, PassageAt | PassageAt[]>();
  let work = 0;

  const enter = (hash: number, place: PassageAt): void => {
    const there = byHash.get(hash);
    if (there === undefined) byHash.set(hash, place);
    else if (Array.isArray(there)) there.push(place);
    else byHash.set(hash, [there, place]);
  };
  const takeOut = (hash: number, path: string): void => {
    const there = byHash.get(hash);
    const rest = [there ?? []].flat().filter((place) => place.path !== path);
    if (rest.length === 0) byHash.delete(hash);
    else byHash.set(hash, rest.length === 1 ? (rest[0] as PassageAt) : rest);
  };
  const hashesAt = (passages: Passages, at: number): Uint32Array => passages.sketches.subarray(at * sketchSize, at * sketchSize + entered);
  const replace = (path: string, fresh: Passages | undefined): void => {
    const old = known.get(path);
    for (let at = 0; at < (old?.starts.length ?? 0); at++, work++) for (const hash of hashesAt(old as Passages, at)) takeOut(hash, path);
    for (let at = 0; at < (fresh?.starts.length ?? 0); at++, work++) {
      const place = { path, at };
      for (const hash of hashesAt(fresh as Passages, at)) enter(hash, place);
    }
    if (fresh) known.set(path, fresh);
    else known.delete(path);
  };

  const matches = (path: string, own: Passages, at: number): SamePassage[] => {
    const met = new Map<string, SamePassage>();
    const sketch = sketchAt(own, at);
    for (const hash of hashesAt(own, at)) {
      const there = byHash.get(hash) ?? [];
      if (Array.isArray(there) && there.length > mostUnderHash) continue;
      for (const place of Array.isArray(there) ? there : [there]) {
        const other = known.get(place.path);
        const key = `${place.path}\n${place.at}`;
        if (place.path === path || !other || met.has(key)) continue;
        met.set(key, { own: at, other: place, similarity: similarity(sketch, sketchAt(other, place.at)) });
      }
    }
    const same = [...met.values()].filter((pair) => pair.similarity >= sameFrom);
    return same.sort((a, b) => (a.other.path === b.other.path ? a.other.at - b.other.at : a.other.path < b.other.path ? -1 : 1));
  };

  return {
    get work() {
      return work;
    },
    follow({ reports }) {
      for (const path of [...known.keys()]) if (!reports.has(path)) replace(path, undefined);
      for (const [path, index] of reports.entries()) if (known.get(path) !== index.passages) replace(path, index.passages);
    },
    sameAs(path) {
      const own = known.get(path);
      return Array.from({ length: own?.starts.length ?? 0 }, (_, at) => matches(path, own as Passages, at)).flat();
    },
  };
}
