/** Bytes of a slab: so large that every allocator asks the system for it, and gives it back; pages that are not filled cost nothing. */
const slabSize = 34 * 1024 * 1024;
/** What is so large that it stands for itself. */
const large = slabSize / 32;

/** Copies bytes to where they are kept. */
export type Keep = (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;

/**
 * Keeps the bytes of thousands of reports side by side in a few large stretches of memory, each copy at a multiple of
 * eight. Apart they would lie among what comes and goes meanwhile, and the allocator could give back neither. A slab goes
 * when nothing in it is held any more, so it is for what stays.
 */
export function createSlabs(): Keep {
  let slab = new Uint8Array(0);
  let at = 0;
  return (bytes) => {
    if (bytes.length > large) return new Uint8Array(bytes);
    if (at + bytes.length > slab.length) [slab, at] = [new Uint8Array(slabSize), 0];
    const copy = slab.subarray(at, at + bytes.length);
    copy.set(bytes);
    at += (bytes.length + 7) & ~7;
    return copy;
  };
}
