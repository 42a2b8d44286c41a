/** Small questions that tests over a running server ask, whatever they reach it through. */

/** A zero-based line and a UTF-16 offset in it, as LSP and VS Code have them. */
export interface Position { line: number; character: number }

/**
 * Where the n-th occurrence of some words begins in a text.
 * @param inside how many UTF-16 units after the beginning
 */
export function positionOf(text: string, words: string, { nth = 0, inside = 0 } = {}): Position {
  let offset = -1;
  for (let i = 0; i <= nth; i++) {
    offset = text.indexOf(words, offset + 1);
    if (offset < 0) throw new Error(`'${words}' does not occur ${nth + 1} times`);
  }
  const before = text.slice(0, offset + inside).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/**
 * Asks again until the answer is there, as a person would while a corpus is still being read.
 * Fails after 30 s, or the seconds given, and tells what was awaited and the last answer.
 */
export async function eventually<T>(ask: () => PromiseLike<T> | T, there: (value: NonNullable<T>) => boolean = () => true, what = 'such answer', seconds = 30): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await ask();
    if (value !== null && value !== undefined && there(value)) return value;
    if (Date.now() > end) throw new Error(`no ${what} within ${seconds} s; the last one: ${JSON.stringify(value)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
