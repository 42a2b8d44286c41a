import type { Numbering } from './numbering';

/** The series key of a number: its style, with look-alike punctuation folded together. */
export function keyOf(numbering: Numbering): string {
  const { style } = numbering;
  if (style === '一.') return '一、';
  if (style === '1、' || style === '1.' || style === '1' || style === '1：') return '1.';
  if (style === '一）') return '（一）';
  if (style === '1）') return '1）';
  return style;
}

/** Numbers that name the unit they count: 第三章, Chapter 3, 附录 A. They head sections wherever they stand alone. */
export function isOrdinal(numbering: Numbering): boolean {
  return /^(?:第|§|附|chapter|part|section|appendix|专栏|案例|专题)/.test(numbering.style);
}
