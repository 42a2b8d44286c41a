import { isClosing, isDigit, isSentenceEnd } from '../text/chars';

/** True when the sentence stops at the end of the text: nothing of it can follow on the next line. */
export function endsSentence(text: string): boolean {
  let i = text.length - 1;
  while (i > 0 && isClosing(text.charCodeAt(i)) && text.charCodeAt(i) >= 0x2e80) i--;
  while (i > 0 && (text.charAt(i) === '*' || text.charAt(i) === '"')) i--;
  return isSentenceEnd(text.charCodeAt(i)) || text.charAt(i) === '：' || text.charAt(i) === ':' || (text.charAt(i) === '.' && !isDigit(text.charCodeAt(i - 1)));
}
