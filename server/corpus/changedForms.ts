import type { Form, Names } from '../entity/names';

/** True when recognition reads the same of both. */
function same(a: Form, b: Form): boolean {
  return a.guarded === b.guarded && a.meanings.length === b.meanings.length && a.meanings.every((entity, index) => {
    const other = b.meanings[index];
    return entity === other || (entity.id === other?.id && entity.type === other.type && entity.origin === other.origin);
  });
}

/**
 * The folded forms that appear, disappear or change their meaning from `before` to `after`: only reports that hold one
 * of them can read otherwise. Linear in the number of names.
 */
export function changedForms(before: Names | null, after: Names): string[] {
  // Names that extend the same ones begin with the same forms.
  const old = new Map(before?.forms.filter((form, place) => form !== after.forms[place]).map((form) => [form.text, form]));
  const ignoredBefore = before?.ignored ?? new Set<string>();
  const changed = new Set<string>();
  for (const [place, form] of after.forms.entries()) {
    if (before?.forms[place] === form) continue;
    const was = old.get(form.text);
    if (was === undefined || !same(was, form)) changed.add(form.text);
    old.delete(form.text);
  }
  for (const form of old.keys()) changed.add(form);
  for (const form of after.ignored) if (!ignoredBefore.has(form)) changed.add(form);
  for (const form of ignoredBefore) if (!after.ignored.has(form)) changed.add(form);
  return [...changed];
}
