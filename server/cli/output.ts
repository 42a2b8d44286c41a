/** Writes to stdout and waits where a pipe is full; resolves false once the reader has gone (`| head`). */
export async function print(text: string): Promise<boolean> {
  if (process.stdout.destroyed) return false;
  return new Promise((resolve) => process.stdout.write(text, (error) => resolve(!error)));
}
