/** Crashes further apart than this have nothing to do with each other. */
const window = 5 * 60_000;
const most = 5;

/**
 * How long to wait before the server is started again.
 * @param crashes times of its crashes so far in milliseconds, the last one included, oldest first
 * @returns milliseconds: 250, 1,000, 4,000 … at most 30,000; null when it crashed more than five times in five minutes
 */
export function restartDelay(crashes: readonly number[]): number | null {
  const last = crashes.at(-1) ?? 0;
  const recent = crashes.filter((time) => last - time < window).length;
  return recent > most ? null : Math.min(30_000, 250 * 4 ** Math.max(0, recent - 1));
}
