/** Several stretches of bytes as one, each at a multiple of four, so that numbers in them are read where they lie. */
export function joinParts(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const head = Uint32Array.from([parts.length, ...parts.map(({ length }) => length)]);
  const padded = (length: number): number => (length + 3) & ~3;
  const joined = new Uint8Array(head.byteLength + parts.reduce((sum, { length }) => sum + padded(length), 0));
  joined.set(new Uint8Array(head.buffer));
  let at = head.byteLength;
  for (const part of parts) {
    joined.set(part, at);
    at += padded(part.length);
  }
  return joined;
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

/**
 * Numbers as a compressor likes them: each as the step from the one before, small whether up or down, and all lowest
 * bytes first, then all second ones, and so on. Lists that ascend shrink to a third of what they would be.
 */
export function planesOf(numbers: Uint32Array): Uint8Array {
  const { length } = numbers;
  const planes = new Uint8Array(length * 4);
  let last = 0;
  for (let i = 0; i < length; i++) {
    const step = ((numbers[i] as number) - last) | 0;
    const small = (step << 1) ^ (step >> 31);
    planes[i] = small;
    planes[i + length] = small >>> 8;
    planes[i + length * 2] = small >>> 16;
    planes[i + length * 3] = small >>> 24;
    last = numbers[i] as number;
  }
  return planes;
}

/** What `planesOf` was given. Linear. */
export function fromPlanes(planes: Uint8Array): Uint32Array<ArrayBuffer> {
  const length = planes.length >> 2;
  const numbers = new Uint32Array(length);
  let last = 0;
  for (let i = 0; i < length; i++) {
    const small = (planes[i] as number) | ((planes[i + length] as number) << 8) | ((planes[i + length * 2] as number) << 16) | ((planes[i + length * 3] as number) << 24);
    last = (last + ((small >>> 1) ^ -(small & 1))) | 0;
    numbers[i] = last;
  }
  return numbers;
}
