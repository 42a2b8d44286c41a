import type { Span } from '../text/span';

export type Approximation = '~' | '>' | '<' | '>=' | '<=';

/** A figure with its subject, measure, unit and time. */
export interface Claim {
  readonly span: Span;
  /** Entity id or the subject as written; "" where none was found. */
  readonly subject: string;
  readonly measure: string;
  /** In base units: 55 亿 is 55e8, 12.5 % is 12.5 with unit "%". */
  readonly value: number;
  readonly unit: string;
  readonly approx: Approximation | null;
  /** "2024", "2024-11", "2024Q1", "2024H1" or null. */
  readonly time: string | null;
  /** Digits printed after the decimal point, at the printed scale: rounding follows them. */
  readonly decimals: number;
  /** The printed scale: 1e8 for 亿, 1 without one. */
  readonly scale: number;
}
