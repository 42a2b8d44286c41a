/** What a sticky pattern (flag "y") matches at `at`, or null. Costs the match. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
