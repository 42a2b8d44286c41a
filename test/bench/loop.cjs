// @ts-check
// Required before the server, which an import would have Node read in a slower way: measures how long its event loop is
// held up. Signal USR2 writes the figures to the file named by WENMAI_BENCH_LOOP, as JSON in milliseconds, and begins anew.
const { renameSync, writeFileSync } = process.getBuiltinModule('node:fs');
const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
const { isMainThread } = process.getBuiltinModule('node:worker_threads');

const file = process.env.WENMAI_BENCH_LOOP;
if (isMainThread && file) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on('SIGUSR2', () => {
    const figures = { p95: delay.percentile(95) / 1e6, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
    writeFileSync(`${file}.part`, JSON.stringify(figures));
    renameSync(`${file}.part`, file);
    delay.reset();
  });
}
