import type { Names } from '../entity/names';

/** Form → all that recognition reads of it. */
function meanings(names: Names): Map<string, string> {
  const forms = new Map<string, string>();
  for (const ignored of names.ignored) forms.set(ignored, '-');
  for (const { text, meanings: entities, guarded } of names.forms) {
    const ids = entities.map((entity) => `${entity.id}\n${entity.type}\n${entity.origin}`);
    forms.set(text, `${forms.get(text) ?? ''}${guarded ? '?' : '!'}${ids.join('\t')}`);
  }
  return forms;
}

/**
 * The folded forms that appear, disappear or change their meaning from `before` to `after`: only reports that hold one
 * of them can read otherwise. Linear in the number of names.
 */
export function changedForms(before: Names | null, after: Names): string[] {
  const old = before ? meanings(before) : new Map<string, string>();
  const fresh = meanings(after);
  const changed: string[] = [];
  for (const [form, meaning] of fresh) if (old.get(form) !== meaning) changed.push(form);
  for (const form of old.keys()) if (!fresh.has(form)) changed.push(form);
  return changed;
}
