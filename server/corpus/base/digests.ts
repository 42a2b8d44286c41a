import type { DigestParts } from '../digest';
import { fromPlanes, joinParts, planesOf, splitParts } from './parts';

/** The digests of many reports as one stretch of bytes that compresses well: numbers apart from names. Linear. */
export function packDigests(digests: readonly DigestParts[]): Uint8Array {
  const total = digests.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const [numbers, lengths] = [new Uint32Array(total), new Uint32Array(digests.length * 2)];
  let at = 0;
  for (const [i, digest] of digests.entries()) {
    numbers.set(digest.numbers, at);
    at += digest.numbers.length;
    lengths.set([digest.numbers.length, digest.names.length], i * 2);
  }
  return joinParts([planesOf(lengths), planesOf(numbers), Buffer.concat(digests.map(({ names }) => names))]);
}

/** The digests that `packDigests` was given; they lie in its bytes, which must not be read again. Linear. */
export function openDigests(bytes: Uint8Array): DigestParts[] {
  const [lengthPlanes = new Uint8Array(), numberPlanes = new Uint8Array(), names = new Uint8Array()] = splitParts(bytes);
  const [lengths, numbers] = [fromPlanes(lengthPlanes), fromPlanes(numberPlanes)];
  const digests: DigestParts[] = [];
  let [numberAt, nameAt] = [0, 0];
  for (let i = 0; i < lengths.length; i += 2) {
    digests.push({
      numbers: numbers.subarray(numberAt, (numberAt += lengths[i] as number)),
      names: names.subarray(nameAt, (nameAt += lengths[i + 1] as number)),
    });
  }
  return digests;
}
