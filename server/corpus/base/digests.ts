import type { DigestParts } from '../digest';
import { concatenated, fromPlanes, fromShortPlanes, joinParts, planesOf, splitParts } from './parts';
import type { Turn } from '../turns';

const areShort = ({ offsets }: DigestParts): boolean => offsets instanceof Uint16Array;

/** The digests of many reports as one stretch of bytes that compresses well: like numbers beside like. Linear. */
export async function packDigests(digests: readonly DigestParts[], turn: Turn): Promise<Uint8Array> {
  const lengths = Uint32Array.from(digests.flatMap((digest) => [digest.words.length, digest.offsets.length, areShort(digest) ? 1 : 0, digest.names.length]));
  const words = new Uint32Array(sum(digests.map((digest) => digest.words.length)));
  const short = new Uint16Array(sum(digests.map((digest) => (areShort(digest) ? digest.offsets.length : 0))));
  const long = new Uint32Array(sum(digests.map((digest) => (areShort(digest) ? 0 : digest.offsets.length))));
  let [wordAt, shortAt, longAt] = [0, 0, 0];
  for (const digest of digests) {
    words.set(digest.words, wordAt);
    wordAt += digest.words.length;
    if (areShort(digest)) {
      short.set(digest.offsets, shortAt);
      shortAt += digest.offsets.length;
    } else {
      long.set(digest.offsets, longAt);
      longAt += digest.offsets.length;
    }
    await turn();
  }
  const planes: Uint8Array[] = [];
  for (const numbers of [lengths, words, short, long]) planes.push(await planesOf(numbers, turn));
  return joinParts([...planes, await concatenated(digests.map(({ names }) => names), turn)], turn);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** The digests that `packDigests` was given; they lie in its bytes, which must not be read again. Linear. */
export async function openDigests(bytes: Uint8Array, turn: Turn): Promise<DigestParts[]> {
  const [lengthPlanes = new Uint8Array(), wordPlanes = new Uint8Array(), shortPlanes = new Uint8Array(), longPlanes = new Uint8Array(), names = new Uint8Array()] = splitParts(bytes);
  const [lengths, words] = [await fromPlanes(lengthPlanes, turn), await fromPlanes(wordPlanes, turn)];
  const [short, long] = [await fromShortPlanes(shortPlanes, turn), await fromPlanes(longPlanes, turn)];
  const digests: DigestParts[] = [];
  let [wordAt, shortAt, longAt, nameAt] = [0, 0, 0, 0];
  for (let i = 0; i < lengths.length; i += 4) {
    const [wordCount = 0, offsetCount = 0, isShort = 0, nameLength = 0] = lengths.subarray(i, i + 4);
    digests.push({
      words: words.subarray(wordAt, (wordAt += wordCount)),
      offsets: isShort === 1 ? short.subarray(shortAt, (shortAt += offsetCount)) : long.subarray(longAt, (longAt += offsetCount)),
      names: names.subarray(nameAt, (nameAt += nameLength)),
    });
  }
  return digests;
}
