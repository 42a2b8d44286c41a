import { boundsOf, rounding } from '../../claim/compare';
import type { Quantity } from '../../claim/model';
import type { Sentence } from '../../claim/sentences';
import type { Report } from '../../report/model';
import { toSource } from '../../text/logical';
import type { Span } from '../../text/span';

/** The source span of a stretch of a sentence. */
export function spanIn(report: Report, sentence: Sentence, start: number, end: number): Span {
  return { start: toSource(report.logical, sentence.start + start), end: toSource(report.logical, sentence.start + end - 1) + 1 };
}

export function spanOf(report: Report, sentence: Sentence, quantity: Quantity): Span {
  return spanIn(report, sentence, quantity.span.start, quantity.span.end);
}

/** A figure as printed. */
export function printed(sentence: Sentence, quantity: Quantity): string {
  return sentence.text.slice(quantity.span.start, quantity.span.end);
}

/** A number for a message: at most `digits` decimals, without trailing zeros. */
export function plain(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)));
}

/** True when the printed figure allows a value between `low` and `high`. */
export function allows(quantity: Quantity, low: number, high: number): boolean {
  const bounds = boundsOf(quantity);
  // Half a digit more than the rounding: figures computed from unrounded ones differ by that much.
  const slack = rounding(quantity);
  return bounds.low - slack <= high && low <= bounds.high + slack;
}

export function isExact(quantity: Quantity): boolean {
  return quantity.approx === null && quantity.high === undefined;
}
