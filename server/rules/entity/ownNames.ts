import { toSource } from '../../text/logical';
import type { ReportContext } from '../model';
import { namesOf, placesOf, type PrintedName } from './names';

const registered = /^([\u3400-\u9fff]{5,24}?)(?:股份|集团|控股)?(?:有限|责任)+公司$/u;
/** A short name's characters, and how often it must stand alone. */
const short = 4;
const usual = 2;

/** The stretches of a registered name that may be its short form: with a place in front, and without. */
function formsOf({ text }: PrintedName): string[] {
  const own = registered.exec(text)?.[1] ?? '';
  return [0, 1, 2, 3].filter(from => from + short <= own.length).map(from => own.slice(from, from + short));
}

/** The part of a registered name that the report uses alone: "岚桥传感" of 青岛岚桥传感技术有限公司. */
function shortForms(context: ReportContext, names: readonly PrintedName[]): PrintedName[] {
  const { logical } = context.report;
  const { text } = logical;
  const known = new Set(names.map(n => n.text));
  const found = placesOf(text, names.flatMap(formsOf), 50);
  return names.flatMap((name): PrintedName[] => {
    for (const [from, form] of formsOf(name).entries()) {
      if (known.has(form)) return [];
      // Characters in front of it belong to the registered name only where it stands whole.
      const alone = (found.get(form) ?? []).filter(at => !text.startsWith(name.text, at - from) && !(from > 0 && text.startsWith(name.text.slice(0, from), at - from)));
      if (alone.length < usual) continue;
      const places = alone.map(at => ({ start: toSource(logical, at), end: toSource(logical, at + short - 1) + 1 }));
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
