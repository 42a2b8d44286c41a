/** First bytes of file formats that people drop beside their reports and that are no text. */
const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, xlsx
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0xff, 0xd8, 0xff], // JPEG
  [0xd0, 0xcf, 0x11, 0xe0], // doc, xls
  [0x1f, 0x8b], // gzip
];

/** Share of control bytes above which a sample is no text. */
const CONTROL_SHARE = 0.02;

/** True when the sample opens like a known binary format or holds more control bytes than text has. Linear. */
export function looksBinary(sample: Uint8Array): boolean {
  if (MAGIC.some((magic) => magic.every((byte, i) => sample[i] === byte))) return true;
  let control = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] as number;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) control++;
  }
  return control > sample.length * CONTROL_SHARE;
}
