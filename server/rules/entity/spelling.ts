import { toSource } from '../../text/logical';
import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';
import { here, message } from '../message';
import type { Problem, ReportContext, ReportRule } from '../model';
import { latinSlips } from './latinSlips';
import { namesOf } from './names';

/** Fewer letters and digits are too often two things. */
const shortest = 5;
/** A code such as "EG-301", with its hyphen or without. */
const codes = /(?<![A-Za-z0-9-])[A-Z]{2,6}-?\d{2,5}(?![A-Za-z0-9-])/g;

/** Case, spaces and hyphens do not count. */
const fold = (text: string): string => text.toLowerCase().replace(/[\s\-‐–—_·]+/gu, '');

/** Spaces between Chinese and Latin are a matter of layout. */
const layout = (text: string): string => text.replace(/(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])/gu, '');

function printings(context: ReportContext): Map<string, Map<string, Span[]>> {
  const groups = new Map<string, Map<string, Span[]>>();
  const put = (text: string, places: readonly Span[]): void => {
    const key = fold(text);
    if (text.includes('.') || key.replace(/[^a-z0-9]/g, '').length < shortest) return;
    const group = groups.get(key) ?? new Map<string, Span[]>();
    groups.set(key, group);
    group.set(layout(text), [...(group.get(layout(text)) ?? []), ...places]);
  };
  for (const name of namesOf(context)) if (/[A-Za-z]{2}/.test(name.text) && !/^[\u3400-\u9fff]/u.test(name.text)) put(name.text, name.places);
  const { logical } = context.report;
  for (const match of matchesOf(logical.text, codes)) {
    put(match[0], [{ start: toSource(logical, match.index), end: toSource(logical, match.index + match[0].length - 1) + 1 }]);
  }
  return groups;
}

/** An acronym in two parts: "CT-FFR". */
const acronyms = /(?<![A-Za-z0-9-])[A-Z]{2,5}-[A-Z]{2,5}(?![A-Za-z0-9-])/g;
/** An acronym that stands this often is meant where another, seen once, differs from it by a letter. */
const usual = 3;

function slips({ report }: ReportContext): Problem[] {
  const places = new Map<string, Span[]>();
  for (const match of matchesOf(report.logical.text, acronyms)) {
    const span = { start: toSource(report.logical, match.index), end: toSource(report.logical, match.index + match[0].length - 1) + 1 };
    places.set(match[0], [...(places.get(match[0]) ?? []), span]);
  }
  const frequent = [...places].filter(([, spans]) => spans.length >= usual);
  return [...places].flatMap(([text, [span, ...more]]): Problem[] => {
    const meant = frequent.find(([other]) => other !== text && other.length === text.length && [...other].filter((c, i) => c !== text.charAt(i)).length === 1);
    const first = meant?.[1][0];
    if (span === undefined || more.length > 0 || meant === undefined || first === undefined) return [];
    return [{
      span,
      message: message('“{0}” is nearly “{1}”: a slip?', text, meant[0]),
      related: [here(report, first, message('“{0}”', meant[0]))],
      fixes: [{ title: message('Change to “{0}”', meant[0]), changes: [{ kind: 'text', span, text: meant[0] }] }],
    }];
  });
}

/** One Latin name printed in several ways in one report: "EG301" and "EG-301", "YiduCore" and "Yidu Core". */
export const spelling: ReportRule = {
  id: 'entity/spelling',
  title: message('Name printed in several ways'),
  severity: 'information',
  check: context => [...slips(context), ...latinSlips(context), ...[...printings(context).values()].flatMap((group): Problem[] => {
    if (group.size < 2) return [];
    const [usual, ...others] = [...group].sort((a, b) => b[1].length - a[1].length);
    const first = usual?.[1][0];
    if (usual === undefined || first === undefined) return [];
    return others.flatMap(([text, places]): Problem[] => {
      const span = places[0];
      if (span === undefined) return [];
      return [{
        span,
        message: message('“{0}” is printed “{1}” elsewhere in this report.', text, usual[0]),
        related: [here(context.report, first, message('“{0}”', usual[0]))],
        fixes: [{ title: message('Change to “{0}”', usual[0]), changes: places.map(place => ({ kind: 'text' as const, span: place, text: usual[0] })) }],
      }];
    });
  })],
};
