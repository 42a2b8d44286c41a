import type { LogicalText } from './logical';

/** Collects stretches of source text into a logical text with its offset map. */
export interface LogicalWriter {
  /** Appends `source[start..end)`. */
  keep(start: number, end: number): void;
  /** Appends one character that stands for what the source has (or lacks) at `at`. */
  put(character: string, at: number): void;
  finish(): LogicalText;
}

/**
 * A writer over `source`. Offsets must not decrease from call to call; neighbouring stretches become one piece.
 * Linear in what is kept.
 */
export function logicalWriter(source: string): LogicalWriter {
  const parts: string[] = [];
  const logicalStarts: number[] = [];
  const sourceStarts: number[] = [];
  let length = 0;
  let next = -1;

  function append(text: string, at: number): void {
    if (at !== next) {
      logicalStarts.push(length);
      sourceStarts.push(at);
    }
    parts.push(text);
    length += text.length;
    next = at + text.length;
  }

  return {
    keep(start, end) {
      if (end > start) append(source.slice(start, end), start);
    },
    put: append,
    finish: () => ({ text: parts.join(''), logicalStarts: Uint32Array.from(logicalStarts), sourceStarts: Uint32Array.from(sourceStarts) }),
  };
}
