/** The value below which the share `p` (0 to 1) of the values lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
export const ms = (value: number): string => `${value.toFixed(1)} ms`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** One budget: what was measured, and the most it may be. */
export interface Budget {
  readonly what: string;
  readonly measured: number;
  readonly most: number;
  readonly show: (value: number) => string;
}

export const holds = ({ measured, most }: Budget): boolean => measured <= most;

export function budgetRows(budgets: readonly Budget[]): string[][] {
  return budgets.map((budget) => [budget.what, budget.show(budget.measured), budget.show(budget.most), holds(budget) ? 'holds' : '**missed**']);
}
