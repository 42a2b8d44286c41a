import type { AnnotationItem, Position, Range } from '../../server/lsp/protocol';

/** How many underlines stack; what overlaps more shares the last. */
const mostLevels = 4;

/** For each annotation, given in order of position, the lowest level that no overlapping one before it has. */
export function levelsOf(items: readonly Pick<AnnotationItem, 'ranges'>[]): number[] {
  const ends: (Position | undefined)[] = [];
  return items.map(({ ranges }) => {
    const extent = extentOf(ranges);
    if (extent === undefined) return 0;
    let level = 0;
    while (level < mostLevels - 1 && ends[level] !== undefined && isBefore(extent.start, ends[level] as Position)) level++;
    ends[level] = extent.end;
    return level;
  });
}

function extentOf(ranges: readonly Range[]): Range | undefined {
  const [first, last] = [ranges[0], ranges[ranges.length - 1]];
  return first && last && { start: first.start, end: last.end };
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
