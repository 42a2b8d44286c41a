/** A row's text with the part to emphasise, in UTF-16 offsets. */
export interface Emphasised {
  readonly text: string;
  readonly emphasis: readonly [number, number];
}

/** Characters that a narrow side bar shows before the name is out of sight. */
const before = 10;

/** Cuts the text on the left so that what is emphasised stands near the beginning of the row. */
export function shorten({ text, emphasis: [start, end] }: Emphasised): Emphasised {
  if (start <= before + 1) return { text, emphasis: [start, end] };
  let cut = start - before;
  // Not between the halves of a character outside the BMP.
  if ((text.charCodeAt(cut) & 0xfc00) === 0xdc00) cut -= 1;
  const shift = cut - 1;
  return { text: `…${text.slice(cut)}`, emphasis: [start - shift, end - shift] };
}
