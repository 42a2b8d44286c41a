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

/** Whole numbers of four or two bytes. */
export type Numbers = Uint32Array | Uint16Array;

export const bytesOf = (numbers: Numbers): Uint8Array => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
export const numbersIn = (bytes: Uint8Array): Uint32Array => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
const shortNumbersIn = (bytes: Uint8Array): Uint16Array => new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);

/** Numbers whose bytes lie together: as many as are set aside while they are put in order again. */
const block = 262_144;

/**
 * Numbers as a compressor likes them: each as the step from the one before, small whether up or down, and of a
 * block at a time all lowest bytes first, then all second ones, and so on; of two bytes or four. Lists that ascend shrink to a third of what
 * they would be.
 */
export async function planesOf(numbers: Numbers, turn: Turn): Promise<Uint8Array> {
  const width = numbers.BYTES_PER_ELEMENT;
  const above = 32 - width * 8;
  const planes = new Uint8Array(numbers.byteLength);
  let last = 0;
  for (let start = 0; start < numbers.length; start += block) {
    const length = Math.min(block, numbers.length - start);
    for (let i = 0, at = start * width; i < length; i++, at++) {
      const number = numbers[start + i] as number;
      const step = ((number - last) << above) >> above;
      const small = (step << 1) ^ (step >> 31);
      for (let byte = 0; byte < width; byte++) planes[at + length * byte] = small >>> (byte * 8);
      last = number;
    }
    await turn();
  }
  return planes;
}

/** What `planesOf` was given, in the place of the planes, which are lost: memory that was never touched is dear. Linear; yields to other work. */
export async function fromPlanes(planes: Uint8Array, turn: Turn): Promise<Uint32Array> {
  const numbers = numbersIn(planes);
  await inTurns(blocksFrom(planes, numbers), turn);
  return numbers;
}

/** As `fromPlanes`, of numbers of two bytes. */
export async function fromShortPlanes(planes: Uint8Array, turn: Turn): Promise<Uint16Array> {
  const numbers = shortNumbersIn(planes);
  await inTurns(blocksFrom(planes, numbers), turn);
  return numbers;
}

async function inTurns(steps: Iterator<undefined>, turn: Turn): Promise<void> {
  while (steps.next().done !== true) await turn();
}

/** As `fromPlanes`, at once: a millisecond for a million bytes. */
export function fromPlanesNow(planes: Uint8Array): Uint32Array {
  const numbers = numbersIn(planes);
  const blocks = blocksFrom(planes, numbers);
  while (blocks.next().done !== true);
  return numbers;
}

/** Puts one block after the other in order again. */
function* blocksFrom(planes: Uint8Array, numbers: Numbers): Generator<undefined, undefined> {
  const width = numbers.BYTES_PER_ELEMENT;
  const copy = new Uint8Array(Math.min(block, numbers.length) * width);
  let last = 0;
  for (let start = 0; start < numbers.length; start += block) {
    const length = Math.min(block, numbers.length - start);
    copy.set(planes.subarray(start * width, (start + length) * width));
    for (let i = 0; i < length; i++) {
      let small = (copy[i] as number) | ((copy[i + length] as number) << 8);
      if (width === 4) small |= ((copy[i + length * 2] as number) << 16) | ((copy[i + length * 3] as number) << 24);
      last = (last + ((small >>> 1) ^ -(small & 1))) | 0;
      numbers[start + i] = last;
    }
    yield;
  }
}
