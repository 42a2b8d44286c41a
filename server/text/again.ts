/** False while reports are read one after the other: none has much of the one before, and what is kept of each costs more than it saves. */
let isTyped = true;

/** Tells whether what is read from now on is a report that somebody types in, so that its parts are worth remembering. */
export function expectTyping(typed: boolean): void {
  isTyped = typed;
}

/**
 * Remembers what `work` gave in this run, and in the last one of a report that is typed in: it asks for nearly the same texts
 * again. Each call begins a run. `work` must depend on the text alone, and what it gives must not be changed.
 */
export function againAsInLastRun<T extends object>(work: (text: string) => T): () => (text: string) => T {
  let last: ReadonlyMap<string, T> = new Map();
  return () => {
    const before = isTyped ? last : null;
    const now = new Map<string, T>();
    if (isTyped) last = now;
    return (text) => {
      const known = now.get(text) ?? before?.get(text) ?? work(text);
      now.set(text, known);
      return known;
    };
  };
}
