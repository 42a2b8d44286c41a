/** Grows as it is written to. Numbers are little endian; `uint` takes whole numbers from 0 to 2^53. */
export interface Writer {
  uint(value: number): void;
  /** Eight bytes, any number. */
  float(value: number): void;
  /** A string's number in the table that `finish` appends; equal strings are stored once. */
  text(value: string): void;
  span(start: number, end: number): void;
  /** Begins a part that can be read without the others. */
  section(): void;
  /** Everything, in one buffer of its own. */
  finish(): Uint8Array<ArrayBuffer>;
}

/** Reads one section from its start. Reading past what was written gives nonsense, never an error: checksums come first. */
export interface Reader {
  uint(): number;
  float(): number;
  text(): string;
  span(): { start: number; end: number };
}

export function createWriter(): Writer {
  let bytes = Buffer.allocUnsafe(8192);
  let at = 0;
  let last = 0;
  const sections: number[] = [];
  const strings = new Map<string, number>();
  const room = (count: number): void => {
    if (at + count <= bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, at + count));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  };
  const uint = (value: number): void => {
    room(8);
    let rest = value;
    while (rest >= 128) {
      bytes[at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    bytes[at++] = rest;
  };
  return {
    uint,
    float(value) {
      room(8);
      at = bytes.writeDoubleLE(value, at);
    },
    text(value) {
      const known = strings.get(value);
      uint(known ?? strings.size);
      if (known === undefined) strings.set(value, strings.size);
    },
    // Most spans begin a little after the one before; the others a little or much before it.
    span(start, end) {
      const step = start - last;
      uint(step >= 0 ? step * 2 : -step * 2 - 1);
      uint(end - start);
      last = start;
    },
    section() {
      sections.push(at);
      last = 0;
    },
    finish() {
      const texts = [...strings.keys()].map((text) => Buffer.from(text, 'utf8'));
      const head = 8 + sections.length * 4 + texts.length * 4 + 4;
      let end = head + at;
      const packed = Buffer.from(new ArrayBuffer(end + texts.reduce((sum, { length }) => sum + length, 0)));
      packed.writeUInt32LE(sections.length, 0);
      packed.writeUInt32LE(texts.length, 4);
      let slot = 8;
      for (const section of sections) slot = packed.writeUInt32LE(head + section, slot);
      for (const text of texts) {
        slot = packed.writeUInt32LE(end, slot);
        end += text.copy(packed, end);
      }
      packed.writeUInt32LE(end, slot);
      bytes.copy(packed, head, 0, at);
      return new Uint8Array(packed.buffer);
    },
  };
}

/** Opens section `number` of what a writer finished. */
export function readSection(packed: Uint8Array, number: number): Reader {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const texts = 8 + bytes.readUInt32LE(0) * 4;
  const known = new Map<number, string>();
  let at = bytes.readUInt32LE(8 + number * 4);
  let last = 0;
  const uint = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  return {
    uint,
    float() {
      at += 8;
      return bytes.readDoubleLE(at - 8);
    },
    text() {
      const index = uint();
      let text = known.get(index);
      if (text === undefined) {
        const slot = texts + index * 4;
        text = bytes.toString('utf8', bytes.readUInt32LE(slot), bytes.readUInt32LE(slot + 4));
        known.set(index, text);
      }
      return text;
    },
    span() {
      const step = uint();
      const start = last + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
      last = start;
      return { start, end: start + uint() };
    },
  };
}
