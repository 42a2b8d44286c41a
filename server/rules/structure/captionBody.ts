import { message } from '../message';
import type { Problem, TextRule } from '../model';

/** Share of a report's tables that must have their rows before one without is a fault of the report, not of the conversion. */
const trusted = 0.7;

/** A table's title with no table below: the next block is another caption, a heading, or its source. */
export const captionBody: TextRule = {
  id: 'structure/caption-body',
  title: message('Table title without table'),
  severity: 'information',
  check({ report }) {
    const tables = report.captions.filter(c => c.kind === 'table');
    const empty = tables.filter(c => c.table === null);
    if (tables.length < 3 || empty.length > tables.length * (1 - trusted)) return [];
    return empty.flatMap((caption): Problem[] => {
      const next = report.blocks.find(b => b.span.start > caption.span.start && b.kind !== 'furniture');
      const isBare = next === undefined || next.kind === 'caption' || next.kind === 'heading' || next.kind === 'source';
      return isBare ? [{ span: caption.span, message: message('No table stands below “{0} {1}”.', caption.label, caption.title) }] : [];
    });
  },
};
