/** Label and title of a section, figure or table in one line, never empty. */
export function fullName({ label, title }: { readonly label: string; readonly title: string }): string {
  return [label, title].filter((part) => part.trim() !== '').join(' ') || '—';
}
