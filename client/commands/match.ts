/** What of a list's row can be typed to find it. */
export interface Matchable {
  readonly label: string;
  readonly description?: string;
  readonly keys: string;
}

/** True when every word typed occurs in the label, the description or the keys, whatever the case. */
export function matches(item: Matchable, typed: string): boolean {
  const text = `${item.label} ${item.description ?? ''} ${item.keys}`.toLowerCase();
  return typed.trim().toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
