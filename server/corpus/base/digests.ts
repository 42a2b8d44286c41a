import { partsOfDigest } from '../digest';
import { bytesOf, fromPlanes, joinParts, planesOf, splitParts } from './parts';

/** The digests of many reports as one stretch of bytes that compresses well: numbers apart from names. Linear. */
export function packDigests(digests: readonly Uint32Array[]): Uint8Array {
  const parts = digests.map(partsOfDigest);
  const total = parts.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const [numbers, lengths] = [new Uint32Array(total), new Uint32Array(digests.length * 2)];
  let at = 0;
  for (const [i, part] of parts.entries()) {
    numbers.set(part.numbers, at);
    at += part.numbers.length;
    lengths.set([part.numbers.length, part.names.length], i * 2);
  }
  return joinParts([planesOf(lengths), planesOf(numbers), Buffer.concat(parts.map(({ names }) => bytesOf(names)))]);
}

/** The digests that `packDigests` was given, in one piece of memory. Linear. */
export function openDigests(bytes: Uint8Array): Uint32Array[] {
  const [lengthPlanes = new Uint8Array(), numberPlanes = new Uint8Array(), names = new Uint8Array()] = splitParts(bytes);
  const [lengths, numbers] = [fromPlanes(lengthPlanes), fromPlanes(numberPlanes)];
  const all = new Uint32Array(numbers.length + names.length / 4);
  const allBytes = bytesOf(all);
  const digests: Uint32Array[] = [];
  let [at, numberAt, nameAt] = [0, 0, 0];
  for (let i = 0; i < lengths.length; i += 2) {
    const [numberCount, nameCount] = [lengths[i] as number, lengths[i + 1] as number];
    all.set(numbers.subarray(numberAt, (numberAt += numberCount)), at);
    allBytes.set(names.subarray(nameAt, nameAt + nameCount * 4), (at + numberCount) * 4);
    nameAt += nameCount * 4;
    digests.push(all.subarray(at, (at += numberCount + nameCount)));
  }
  return digests;
}
