/** What kind of mark this is: superscripts and circled figures count in series of their own. */
export function styleOf(mark: string): string {
  if (/^[¹²³⁰⁴-⁹]/u.test(mark)) return 'superscript';
  if (/^[①-⑳]/u.test(mark)) return 'circled';
  if (mark.startsWith('［')) return 'wide bracket';
  if (mark.startsWith('〔')) return 'shell bracket';
  return mark.startsWith('[') ? 'bracket' : 'other';
}
