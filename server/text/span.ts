/** A half-open stretch of a report's text, in UTF-16 code units of the decoded source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** LSP position: 0-based line, UTF-16 character. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** LSP range, half-open. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** True when `offset` lies in `span` or directly at its end, as an editor's cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
