/** What kind of mark this is: superscripts and circled figures count in series of their own. */
export function styleOf(mark: string): string {
  if (/^[¹²³⁰⁴-⁹]/u.test(mark)) return 'superscript';
  if (/^[①-⑳]/u.test(mark)) return 'circled';
  return mark.startsWith('[') ? 'bracket' : 'other';
}
