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
