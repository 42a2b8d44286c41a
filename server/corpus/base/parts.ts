import type { Turn } from '../turns';

/** Bytes that are copied at once. */
const stretch = 262_144;

/** Several stretches of bytes, one behind the other. */
export async function concatenated(parts: readonly Uint8Array[], turn: Turn): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    for (let start = 0; start < part.length; start += stretch) {
      const some = part.subarray(start, start + stretch);
      all.set(some, at);
      at += some.length;
      await turn();
    }
  }
  return all;
}

/** Several stretches of bytes as one, each at a multiple of four, so that numbers in them are read where they lie. */
export function joinParts(parts: readonly Uint8Array[], turn: Turn): Promise<Uint8Array<ArrayBuffer>> {
  const head = bytesOf(Uint32Array.from([parts.length, ...parts.map(({ length }) => length)]));
  return concatenated([head, ...parts.flatMap((part) => [part, new Uint8Array(-part.length & 3)])], turn);
}

/** The parts of what `joinParts` made, without copying; `joined` begins at a multiple of four. */
export function splitParts(joined: Uint8Array): Uint8Array[] {
  const count = numbersIn(joined.subarray(0, 4))[0] ?? 0;
  let at = 4 + count * 4;
  return [...numbersIn(joined.subarray(4, at))].map((length) => {
    const part = joined.subarray(at, at + length);
    at += (length + 3) & ~3;
    return part;
  });
}

export const bytesOf = (numbers: Uint32Array): Uint8Array => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
export const numbersIn = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);

/** Numbers whose bytes lie together: as many as are set aside while they are put in order again. */
const block = 262_144;

/**
 * Numbers as a compressor likes them: each as the step from the one before, small whether up or down, and of a
 * block at a time all lowest bytes first, then all second ones, and so on. Lists that ascend shrink to a third of what
 * they would be.
 */
export async function planesOf(numbers: Uint32Array, turn: Turn): Promise<Uint8Array> {
  const planes = new Uint8Array(numbers.length * 4);
  let last = 0;
  for (let start = 0; start < numbers.length; start += block) {
    const length = Math.min(block, numbers.length - start);
    for (let i = 0, at = start * 4; i < length; i++, at++) {
      const number = numbers[start + i] as number;
      const step = (number - last) | 0;
      const small = (step << 1) ^ (step >> 31);
      planes[at] = small;
      planes[at + length] = small >>> 8;
      planes[at + length * 2] = small >>> 16;
      planes[at + length * 3] = small >>> 24;
      last = number;
    }
    await turn();
  }
  return planes;
}

/** What `planesOf` was given, in the place of the planes, which are lost: memory that was never touched is dear. Linear; yields to other work. */
export async function fromPlanes(planes: Uint8Array, turn: Turn): Promise<Uint32Array> {
  const numbers = numbersIn(planes);
  const blocks = blocksFrom(planes, numbers);
  while (blocks.next().done !== true) await turn();
  return numbers;
}

/** As `fromPlanes`, at once: a millisecond for a million bytes. */
export function fromPlanesNow(planes: Uint8Array): Uint32Array {
  const numbers = numbersIn(planes);
  const blocks = blocksFrom(planes, numbers);
  while (blocks.next().done !== true);
  return numbers;
}

/** Puts one block after the other in order again. */
function* blocksFrom(planes: Uint8Array, numbers: Uint32Array): Generator<undefined, undefined> {
  const copy = new Uint8Array(Math.min(block, numbers.length) * 4);
  let last = 0;
  for (let start = 0; start < numbers.length; start += block) {
    const length = Math.min(block, numbers.length - start);
    copy.set(planes.subarray(start * 4, (start + length) * 4));
    for (let i = 0; i < length; i++) {
      const small = (copy[i] as number) | ((copy[i + length] as number) << 8) | ((copy[i + length * 2] as number) << 16) | ((copy[i + length * 3] as number) << 24);
      last = (last + ((small >>> 1) ^ -(small & 1))) | 0;
      numbers[start + i] = last;
    }
    yield;
  }
}
