import type { LineStarts } from './lines';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** A report's bytes read as text. `text` has no BOM; line ends stay as they were. */
export interface SourceText {
  readonly text: string;
  readonly lineStarts: LineStarts;
  readonly encoding: Encoding;
  /** True when neither a BOM, nor strict UTF-8, nor an override decided the encoding. */
  readonly guessed: boolean;
  readonly bom: boolean;
  /** Number of U+FFFD that decoding put in for bytes it could not read. */
  readonly replacements: number;
  /** True when the bytes are no text at all; `text` is empty then. */
  readonly binary: boolean;
}
