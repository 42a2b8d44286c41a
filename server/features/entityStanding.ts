import { digestIn } from '../corpus/digest';
import type { ReportIndex } from '../corpus/model';
import { overlaps, type Span } from '../text/span';
import { mentionsIn } from './at';

/** How an entity stands in one report, as far as a card tells it. */
export interface Standing {
  /** Its first mentions, in order. */
  readonly spans: readonly Span[];
  /** The mentions whose surroundings tell most, best first. */
  readonly telling: readonly Span[];
  /** Other entities beside those mentions: id → number of mentions they stand beside. */
  readonly companions: ReadonlyMap<string, number>;
}

/** Mentions that are looked at, and of these the telling ones that are kept. */
const askedMentions = 40;
const keptTelling = 8;
/** Source characters to each side within which another entity is a companion. */
const companionReach = 120;
/** Characters to each side within which figures and names make a mention telling. */
const tellingReach = 40;

const standings = new WeakMap<ReportIndex, Map<string, Standing>>();

/** The standing of an entity in a report, worked out once as long as the report does not change. Costs unpacking the report's lists. */
export function standingIn(index: ReportIndex, id: string): Standing {
  let known = standings.get(index);
  if (!known) standings.set(index, (known = new Map<string, Standing>()));
  let standing = known.get(id);
  if (!standing) known.set(id, (standing = standingOf(index, id)));
  return standing;
}

function standingOf(index: ReportIndex, id: string): Standing {
  const spans = digestIn(index).mentionsOf(id).slice(0, askedMentions);
  const { claims, headings, toc } = index;
  /** The more figures and other names stand beside a mention, the more it tells. */
  const weight = (span: Span): number => {
    const near = around(span, tellingReach);
    const figures = claims.filter((claim) => overlaps(claim.span, near)).length;
    const listed = headings.some((heading) => overlaps(heading.span, span)) || toc.some((entry) => overlaps(entry.span, span));
    return Math.min(figures, 2) * 3 + Math.min(mentionsIn(index, near).length, 4) - (listed ? 10 : 0);
  };
  const weighed = spans.map((span) => ({ span, weight: weight(span) })).sort((a, b) => b.weight - a.weight || a.span.start - b.span.start);
  const companions = new Map<string, number>();
  for (const span of spans) {
    const near = new Set(mentionsIn(index, around(span, companionReach)).map(({ entity }) => entity));
    near.delete(id);
    for (const other of near) companions.set(other, (companions.get(other) ?? 0) + 1);
  }
  return { spans, telling: weighed.slice(0, keptTelling).map(({ span }) => span), companions };
}

/** A span with `reach` characters to each side. */
export const around = ({ start, end }: Span, reach: number): Span => ({ start: start - reach, end: end + reach });
