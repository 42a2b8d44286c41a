/**
 * Binary search: how many of the indexes 0 … `count` - 1 hold, where those that do come first. `holds` is asked
 * O(log count) times.
 */
export function countWhile(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last of ascending `starts` at or before `offset`; 0 where the first is behind it. O(log starts). */
export function lastAtMost(starts: Uint32Array | Uint16Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
