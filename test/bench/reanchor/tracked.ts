/** A text whose every UTF-16 unit knows its offset in the text it was made from; -1 for what was added. */
export interface Tracked {
  readonly text: string;
  readonly origin: Int32Array;
}

export function original(text: string): Tracked {
  return { text, origin: Int32Array.from({ length: text.length }, (_, i) => i) };
}

export function added(text: string): Tracked {
  return { text, origin: new Int32Array(text.length).fill(-1) };
}

export function slice(tracked: Tracked, start: number, end: number): Tracked {
  return { text: tracked.text.slice(start, end), origin: tracked.origin.slice(start, end) };
}

export function joined(parts: readonly Tracked[]): Tracked {
  const text = parts.map((part) => part.text).join('');
  const origin = new Int32Array(text.length);
  let at = 0;
  for (const part of parts) {
    origin.set(part.origin, at);
    at += part.text.length;
  }
  return { text, origin };
}

/** Replaces stretches (ascending, not overlapping) by other texts. */
export function replaced(tracked: Tracked, changes: readonly { start: number; end: number; by: Tracked }[]): Tracked {
  const parts: Tracked[] = [];
  let from = 0;
  for (const change of changes) {
    parts.push(slice(tracked, from, change.start), change.by);
    from = change.end;
  }
  parts.push(slice(tracked, from, tracked.text.length));
  return joined(parts);
}

/** Each unit replaced by another one, which stands for it. */
export function mapped(tracked: Tracked, of: (character: string) => string): Tracked {
  return { text: [...tracked.text].map((c) => (c.length === 1 ? of(c) : c)).join(''), origin: tracked.origin };
}

/** The same numbers for the same seed (mulberry32 by T. Ettinger, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
