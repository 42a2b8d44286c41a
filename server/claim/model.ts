import type { Span } from '../text/span';

/** How a printed figure bounds the true one: about, more than, less than, at least, at most. */
export type Approximation = '~' | '>' | '<' | '>=' | '<=';

/** A figure as it is printed, in offsets of the text it was read from. */
export interface Quantity {
  readonly span: Span;
  /** In base units: "55 亿份" is 55e8, "12.5%" is 12.5 with unit "%"; the lower end of a range. */
  readonly value: number;
  /** Upper end of a range ("3—5 年"), else absent. */
  readonly high?: number;
  /** "" where none is printed. */
  readonly unit: string;
  readonly approx: Approximation | null;
  /** Digits printed after the decimal point, at the printed scale: rounding follows them. */
  readonly decimals: number;
  /** The printed scale: 1e8 for 亿, 1 without one. */
  readonly scale: number;
}

/** A figure with its subject, measure and time; the span is in the report's source text. */
export interface Claim extends Quantity {
  /** Entity id or the subject as written; "" where none was found. */
  readonly subject: string;
  readonly measure: string;
  /** "2024", "2024-11", "2024Q1", "2024H1", "2024Q1-Q3", "FY2024" … (see time.ts), or null. */
  readonly time: string | null;
  /** Present where nothing but time, measure and verbs stands between subject and figure: it is surely the subject's. */
  readonly direct?: true;
}

/** Something a claim can be about: an entity's place in the source text. */
export interface Subject {
  readonly span: Span;
  readonly entity: string;
}
