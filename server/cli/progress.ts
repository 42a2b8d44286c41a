/** A progress bar on a terminal; nothing where the stream is none. */
export interface Bar {
  readonly show: (done: number, total: number) => void;
  readonly clear: () => void;
}

const width = 30;
const pace = 80;

export function createBar(stream: NodeJS.WriteStream): Bar {
  let last = 0;
  return {
    show(done, total) {
      if (!stream.isTTY || Date.now() - last < pace) return;
      last = Date.now();
      const filled = total === 0 ? width : Math.round((done / total) * width);
      stream.write(`\r[${'='.repeat(filled)}${' '.repeat(width - filled)}] ${done}/${total}\u001b[K`);
    },
    clear() {
      if (stream.isTTY && last > 0) stream.write('\r\u001b[K');
    },
  };
}
