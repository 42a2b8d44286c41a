import type { DigestParts } from '../digest';
import { concatenated, fromPlanes, joinParts, planesOf, splitParts } from './parts';
import type { Turn } from '../turns';

/** The digests of many reports as one stretch of bytes that compresses well: numbers apart from names. Linear. */
export async function packDigests(digests: readonly DigestParts[], turn: Turn): Promise<Uint8Array> {
  const total = digests.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const [numbers, lengths] = [new Uint32Array(total), new Uint32Array(digests.length * 2)];
  let at = 0;
  for (const [i, digest] of digests.entries()) {
    numbers.set(digest.numbers, at);
    at += digest.numbers.length;
    lengths.set([digest.numbers.length, digest.names.length], i * 2);
    await turn();
  }
  return joinParts([await planesOf(lengths, turn), await planesOf(numbers, turn), await concatenated(digests.map(({ names }) => names), turn)], turn);
}

/** The digests that `packDigests` was given; they lie in its bytes, which must not be read again. Linear. */
export async function openDigests(bytes: Uint8Array, turn: Turn): Promise<DigestParts[]> {
  const [lengthPlanes = new Uint8Array(), numberPlanes = new Uint8Array(), names = new Uint8Array()] = splitParts(bytes);
  const [lengths, numbers] = [await fromPlanes(lengthPlanes, turn), await fromPlanes(numberPlanes, turn)];
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
