import { toSource } from '../../text/logical';
import type { ReportContext } from '../model';
import { namesOf, occurrences, type PrintedName } from './names';

const registered = /^([\u3400-\u9fff]{5,24}?)(?:股份|集团|控股)?(?:有限|责任)+公司$/u;
/** A short name's characters, and how often it must stand alone. */
const short = 4;
const usual = 2;

/** The part of a registered name that the report uses alone: "岚桥传感" of 青岛岚桥传感技术有限公司. */
function shortForms(context: ReportContext, names: readonly PrintedName[]): PrintedName[] {
  const { text } = context.report.logical;
  const known = new Set(names.map(n => n.text));
  return names.flatMap((name): PrintedName[] => {
    const own = registered.exec(name.text)?.[1] ?? '';
    for (let from = 0; from < 4 && from + short <= own.length; from++) {
      const form = own.slice(from, from + short);
      if (known.has(form)) return [];
      // Characters in front of it belong to the registered name only where it stands whole.
      const alone = occurrences(text, form, 50).filter(at => !text.startsWith(name.text, at - from) && !(from > 0 && text.startsWith(own.slice(0, from), at - from)));
      if (alone.length < usual) continue;
      const places = alone.map(at => ({ start: toSource(context.report.logical, at), end: toSource(context.report.logical, at + short - 1) + 1 }));
      return [{ text: form, type: name.type, entity: name.entity, confirmed: false, places }];
    }
    return [];
  });
}

/** The names of a report, with the short forms of registered ones that the recogniser did not take for names. */
export function ownNames(context: ReportContext): readonly PrintedName[] {
  const names = namesOf(context);
  return [...names, ...shortForms(context, names)];
}
