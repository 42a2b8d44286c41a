let lastText = '';
let lastHash = 0x811c9dc5;

/** FNV-1a of a string, as an unsigned 32-bit number; at once where the same string is asked for again, as by thousands of reports. */
export function hashNumber(text: string): number {
  if (text === lastText) return lastHash;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  lastText = text;
  lastHash = hash >>> 0;
  return lastHash;
}
