import type { Quantity } from './model';
import { canonicalUnit, isCounting } from './units';

/** The values a printed figure allows, both ends included. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** How far 约, 近 and 左右 may stand from the printed value. */
const vague = 0.1;
/** How far 超, 多 and 余 reach: up to the next step of the leading digit, which a writer would have named instead. */
function nextStep(value: number): number {
  if (value <= 0) return value;
  return value + 10 ** Math.floor(Math.log10(value));
}

/**
 * Half a unit of the last printed digit, and a hair less: the rounding that the digits themselves allow. "1.2" and
 * "1.3" touch at 1.25, which prints as one of them only. Whole things printed in full are not rounded: "16 张" is 16.
 */
export function rounding(quantity: Quantity): number {
  if (quantity.scale === 1 && quantity.decimals === 0 && isCounting(quantity.unit)) return 0;
  return 0.499999 * quantity.scale * 10 ** -quantity.decimals;
}

/** The values that a printed figure allows, from its bound word, its range and its rounding. */
export function boundsOf(quantity: Quantity): Bounds {
  const { value } = quantity;
  const half = rounding(quantity);
  const high = quantity.high ?? value;
  switch (quantity.approx) {
    case '~': return { low: value - Math.abs(value) * vague - half, high: high + Math.abs(high) * vague + half };
    case '>': return { low: value, high: Math.max(nextStep(high), high * (1 + vague)) };
    case '>=': return { low: value - half, high: Infinity };
    case '<': return { low: -Infinity, high };
    case '<=': return { low: -Infinity, high: high + half };
    case null: return { low: value - half, high: high + half };
  }
}

/** True when one true value can be behind both printed figures; figures of other units can always both hold. */
export function canBothHold(a: Quantity, b: Quantity): boolean {
  if (canonicalUnit(a.unit) !== canonicalUnit(b.unit)) return true;
  const x = boundsOf(a);
  const y = boundsOf(b);
  return x.low <= y.high && y.low <= x.high;
}

/** Growth in percent from one figure to another, with the least and the greatest that the printed digits allow. */
export function growthBetween(from: Quantity, to: Quantity): { value: number; low: number; high: number } | null {
  if (from.value <= 0) return null;
  const rate = (a: number, b: number): number => (b / a - 1) * 100;
  const f = rounding(from);
  const t = rounding(to);
  return { value: rate(from.value, to.value), low: rate(from.value + f, to.value - t), high: rate(Math.max(from.value - f, Number.EPSILON), to.value + t) };
}
