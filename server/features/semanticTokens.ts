import type { ReportIndex } from '../corpus/model';
import { lineAt } from '../text/lines';
import type { Span } from '../text/span';

/** Which mentions are coloured. */
export type Highlighted = 'none' | 'confirmed' | 'all';

/** LSP's relative encoding of the mentions in `span`: line, character, length, type, modifiers. Types and modifiers by index. */
export function semanticTokens(index: ReportIndex, which: Highlighted, types: readonly string[], fallback: string, span: Span): number[] {
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  for (const { spans, type, status } of which === 'none' ? [] : index.mentions) {
    if (which === 'confirmed' && status !== 'confirmed') continue;
    const known = types.indexOf(type);
    for (const { start, end } of spans) {
      if (start >= span.end || end <= span.start) continue;
      const line = lineAt(index.lineStarts, start);
      const character = start - (index.lineStarts[line] as number);
      // A token never leaves its line; a part that does is cut at the line's end.
      const length = Math.min(end, index.lineStarts[line + 1] ?? index.length) - start;
      data.push(line - lastLine, line === lastLine ? character - lastCharacter : character, length);
      data.push(known >= 0 ? known : types.indexOf(fallback), status === 'candidate' ? 1 : 0);
      lastLine = line;
      lastCharacter = character;
    }
  }
  return data;
}
