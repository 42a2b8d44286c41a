import type { Draft } from './draft';
import type { Heading } from './model';

export function headingsOf(draft: Draft): Heading[] {
  const headings: { span: { start: number; end: number }; level: number; number: string | null; title: string; parent: number; end: number; why: string[] }[] = [];
  const open: number[] = [];
  draft.lines.forEach((line, i) => {
    if (draft.kinds[i] !== null) return;
    const ordinal = line.numbering?.style.startsWith('第');
    if (line.marks.hashes === 0 && !ordinal) return;
    if (line.marks.to - line.marks.from > 80) return;
    const level = line.marks.hashes || 1;
    const title = line.words.slice(line.numbering?.length ?? 0);
    draft.kinds[i] = 'heading';
    while (open.length > 0 && headings[open[open.length - 1] as number]!.level >= level) headings[open.pop() as number]!.end = line.start;
    headings.push({ span: { start: line.start, end: line.end }, level, number: line.numbering?.printed ?? null, title, parent: open[open.length - 1] ?? -1, end: draft.source.text.length, why: ['markdown'] });
    open.push(headings.length - 1);
  });
  return headings;
}
