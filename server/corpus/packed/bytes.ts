/** Grows as it is written to. Numbers are little endian; `uint` takes whole numbers from 0 to 2^53. */
export interface Writer {
  uint(value: number): void;
  /** Any number; decimal ones of few digits take few bytes. */
  float(value: number): void;
  /** A string, cheapest where it is new. Equal strings are stored once. */
  text(value: string): void;
  /** The number of a string in the table that `finish` appends, for those who write it in a way of their own. */
  numberOf(value: string): number;
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
  /** The string of a number; numbers are met in the order in which they were written. */
  textAt(number: number): string;
}

/** Powers of ten that a decimal number is stored with: 10^-6 to 10^15; `raw` says that its eight bytes follow. */
const lowest = -6;
const highest = 15;
const raw = 127;
const scaled = (digits: number, power: number): number => (power < 0 ? digits / 10 ** -power : digits * 10 ** power);

/** The fewest digits of a number and their power of ten; null where it has too many. */
function decimalOf(value: number): readonly [digits: number, power: number] | null {
  let power = 0;
  while (power > lowest && !Number.isInteger(value * 10 ** -power)) power--;
  let digits = Math.round(value * 10 ** -power);
  for (; power < highest && digits !== 0 && digits % 10 === 0; power++) digits /= 10;
  return Number.isSafeInteger(digits) && Object.is(scaled(digits, power), value) ? [digits, power] : null;
}

/** Four numbers: sections, strings, and where the strings' table and the strings themselves begin. */
const headLength = 16;

export function createWriter(): Writer {
  let bytes = Buffer.allocUnsafe(8192);
  let at = 0;
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
    // Nearly all numbers are small: whole-number arithmetic is several times as fast.
    if (rest < 0x4000) {
      if (rest >= 128) {
        bytes[at++] = (rest & 127) | 128;
        rest >>= 7;
      }
      bytes[at++] = rest;
      return;
    }
    while (rest >= 128) {
      bytes[at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    bytes[at++] = rest;
  };
  const numberOf = (value: string): number => {
    const known = strings.get(value);
    if (known !== undefined) return known;
    strings.set(value, strings.size);
    return strings.size - 1;
  };
  /** Writes the table: a string's length and encoding, or the two strings that it joins with a colon, as ids do. Gives the strings' bytes. */
  const table = (): Buffer => {
    let most = 0;
    for (const value of strings.keys()) most += value.length * 3;
    const texts = Buffer.allocUnsafe(most);
    let end = 0;
    for (const [value, number] of strings) {
      const colon = value.indexOf(':');
      const [head, tail] = colon < 0 ? [] : [strings.get(value.slice(0, colon)), strings.get(value.slice(colon + 1))];
      if (head !== undefined && tail !== undefined && head < number && tail < number) {
        uint(head * 2 + 1);
        uint(number - tail);
        continue;
      }
      // Chinese takes three bytes a character in UTF-8.
      const length = texts.write(value, end, 'utf8');
      const wide = value.length * 2 < length;
      uint(wide ? value.length * 4 + 2 : length * 4);
      end += wide ? texts.write(value, end, 'utf16le') : length;
    }
    return texts.subarray(0, end);
  };
  return {
    uint,
    float(value) {
      const decimal = decimalOf(Math.abs(value));
      if (!decimal || Object.is(value, -0)) {
        uint(raw);
        room(8);
        at = bytes.writeDoubleLE(value, at);
        return;
      }
      uint((decimal[1] - lowest) * 2 + (value < 0 ? 1 : 0));
      uint(decimal[0]);
    },
    text(value) {
      const top = strings.size;
      uint(top - numberOf(value));
    },
    numberOf,
    section() {
      sections.push(at);
      uint(strings.size);
    },
    finish() {
      const tableAt = at;
      const texts = table();
      const head = headLength + sections.length * 4;
      const packed = Buffer.from(new ArrayBuffer(head + at + texts.length));
      let slot = packed.writeUInt32LE(sections.length, 0);
      slot = packed.writeUInt32LE(strings.size, slot);
      slot = packed.writeUInt32LE(head + tableAt, slot);
      slot = packed.writeUInt32LE(head + at, slot);
      for (const section of sections) slot = packed.writeUInt32LE(head + section, slot);
      bytes.copy(packed, head, 0, at);
      texts.copy(packed, head + at);
      return new Uint8Array(packed.buffer);
    },
  };
}

function uintReader(bytes: Uint8Array, start: number): { next: () => number; at: () => number; skip: (count: number) => void } {
  let at = start;
  return {
    at: () => at,
    skip: (count) => (at += count),
    next() {
      let value = 0;
      let scale = 1;
      for (;;) {
        const byte = bytes[at++] ?? 0;
        value += (byte & 127) * scale;
        if (byte < 128) return value;
        scale *= 128;
      }
    },
  };
}

/** The strings of what a writer finished, decoded when they are asked for. Costs a pass over the table. */
function stringsOf(bytes: Buffer): (number: number) => string {
  const count = bytes.readUInt32LE(4);
  const { next } = uintReader(bytes, bytes.readUInt32LE(8));
  // A text's start and end, and whether it is in UTF-16; for a joined one the numbers of both parts, the first below zero.
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const wide = new Uint8Array(count);
  let end = bytes.readUInt32LE(12);
  for (let number = 0; number < count; number++) {
    const value = next();
    if (value % 2 === 1) {
      from[number] = -1 - (value - 1) / 2;
      to[number] = number - next();
    } else {
      from[number] = end;
      wide[number] = value & 2;
      to[number] = end += wide[number] ? (value - 2) / 2 : value / 4;
    }
  }
  const known = new Map<number, string>();
  const textAt = (number: number): string => {
    let text = known.get(number);
    if (text === undefined) {
      const start = from[number] ?? 0;
      text = start < 0 ? `${textAt(-1 - start)}:${textAt(to[number] ?? 0)}` : bytes.toString(wide[number] ? 'utf16le' : 'utf8', start, to[number]);
      known.set(number, text);
    }
    return text;
  };
  return textAt;
}

/** Opens section `number` of what a writer finished. */
export function readSection(packed: Uint8Array, number: number): Reader {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const { next: uint, at, skip } = uintReader(bytes, bytes.readUInt32LE(headLength + number * 4));
  let count = uint();
  let strings: ((number: number) => string) | null = null;
  const textAt = (wanted: number): string => {
    if (wanted === count) count++;
    return (strings ??= stringsOf(bytes))(wanted);
  };
  return {
    uint,
    float() {
      const head = uint();
      if (head === raw) {
        skip(8);
        return bytes.readDoubleLE(at() - 8);
      }
      const value = scaled(uint(), (head >> 1) + lowest);
      return head % 2 === 1 ? -value : value;
    },
    text: () => textAt(count - uint()),
    textAt,
  };
}
