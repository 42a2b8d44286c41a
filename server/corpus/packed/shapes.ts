import { sketchSize } from '../../reference/passages';
import type { LineStarts } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Reader, Writer } from './bytes';

/**
 * How values of one kind are written, and read back equal. Values come as columns: all the starts of a list's spans, then
 * all their lengths. Like stands beside like, which is what a compressor needs, and is read in tight loops.
 */
export interface Shape<T> {
  readonly write: (to: Writer, values: readonly T[]) => void;
  readonly read: (from: Reader, count: number) => T[];
}

function each<T>(write: (to: Writer, value: T) => void, read: (from: Reader) => T): Shape<T> {
  return {
    write(to, values) {
      for (const value of values) write(to, value);
    },
    read: (from, count) => Array.from({ length: count }, () => read(from)),
  };
}

export const uint = each<number>((to, value) => to.uint(value), (from) => from.uint());
/** A whole number from -1. */
export const index = each<number>((to, value) => to.uint(value + 1), (from) => from.uint() - 1);
export const float = each<number>((to, value) => to.float(value), (from) => from.float());
export const bool = each<boolean>((to, value) => to.uint(value ? 1 : 0), (from) => from.uint() === 1);
export const text = each<string>((to, value) => to.text(value), (from) => from.text());

const signed = (value: number): number => (value >= 0 ? value * 2 : -value * 2 - 1);
const unsigned = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

/** Strings that come in nearly the order in which they were first written. */
export const key: Shape<string> = {
  write(to, values) {
    let last = 0;
    for (const value of values) {
      const number = to.numberOf(value);
      to.uint(signed(number - last));
      last = number;
    }
  },
  read(from, count) {
    let last = 0;
    return Array.from({ length: count }, () => from.textAt((last += unsigned(from.uint()))));
  },
};

/** Most spans begin a little after the one before; the others a little or much before it. */
export const span: Shape<Span> = {
  write(to, values) {
    let last = 0;
    for (const { start } of values) {
      to.uint(signed(start - last));
      last = start;
    }
    for (const { start, end } of values) to.uint(end - start);
  },
  read(from, count) {
    let last = 0;
    const starts = Array.from({ length: count }, () => (last += unsigned(from.uint())));
    return starts.map((start) => ({ start, end: start + from.uint() }));
  },
};

/** One of a few strings. */
export function oneOf<T extends string>(values: readonly T[]): Shape<T> {
  return each<T>((to, value) => to.uint(values.indexOf(value)), (from) => values[from.uint()] as T);
}

/** Values that are there or not; `absent` stands for those that are not. */
function maybe<T, N extends null | undefined>(shape: Shape<T>, absent: N): Shape<T | N> {
  return {
    write(to, values) {
      bool.write(to, values.map((value) => value !== absent));
      shape.write(to, values.filter((value) => value !== absent) as T[]);
    },
    read(from, count) {
      const there = bool.read(from, count);
      const values = shape.read(from, there.filter(Boolean).length);
      let next = 0;
      return there.map((is) => (is ? (values[next++] as T) : absent));
    },
  };
}
export const nullable = <T>(shape: Shape<T>): Shape<T | null> => maybe(shape, null);
/** A field that may be absent; only inside `struct`. */
export const optional = <T>(shape: Shape<T>): Shape<T | undefined> => maybe(shape, undefined);

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    write(to, values) {
      for (const { length } of values) to.uint(length);
      item.write(to, values.length === 1 ? (values[0] as readonly T[]) : values.flat());
    },
    read(from, count) {
      const lengths = uint.read(from, count);
      const items = item.read(from, lengths.reduce((sum, length) => sum + length, 0));
      if (count === 1) return [items];
      let at = 0;
      return lengths.map((length) => items.slice(at, (at += length)));
    },
  };
}

/** An object by its fields, in the order given; fields read as undefined are left away. */
export function struct<T extends object>(fields: { readonly [K in keyof Required<T>]: Shape<T[K]> }): Shape<T> {
  const entries = Object.entries(fields) as [string, Shape<unknown>][];
  return {
    write(to, values) {
      for (const [name, shape] of entries) shape.write(to, values.map((value) => (value as Record<string, unknown>)[name]));
    },
    read(from, count) {
      const objects = Array.from({ length: count }, (): Record<string, unknown> => ({}));
      for (const [name, shape] of entries) {
        shape.read(from, count).forEach((value, at) => {
          if (value !== undefined) (objects[at] as Record<string, unknown>)[name] = value;
        });
      }
      return objects as T[];
    },
  };
}

/** A map from string, in its order. */
export function mapOf<V>(value: Shape<V>): Shape<ReadonlyMap<string, V>> {
  return {
    write(to, maps) {
      for (const { size } of maps) to.uint(size);
      key.write(to, maps.flatMap((map) => [...map.keys()]));
      value.write(to, maps.flatMap((map) => [...map.values()]));
    },
    read(from, count) {
      const sizes = uint.read(from, count);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const [keys, values] = [key.read(from, total), value.read(from, total)];
      let at = 0;
      return sizes.map((size) => new Map(Array.from({ length: size }, () => [keys[at] as string, values[at++] as V])));
    },
  };
}

const textMap = mapOf(text);
export const strings: Shape<Readonly<Record<string, string>>> = {
  write: (to, records) => textMap.write(to, records.map((record) => new Map(Object.entries(record)))),
  read: (from, count) => textMap.read(from, count).map((map) => Object.fromEntries(map)),
};

/** Numbers of 32 bits; `isStep` says which are written as the step from the one before. */
function numbers(isStep: (at: number) => boolean): Shape<Uint32Array> {
  return each<Uint32Array>(
    (to, values) => {
      to.uint(values.length);
      for (let at = 0; at < values.length; at++) to.uint(((values[at] as number) - (isStep(at) ? (values[at - 1] as number) : 0)) >>> 0);
    },
    (from) => {
      const values = new Uint32Array(from.uint());
      for (let at = 0; at < values.length; at++) values[at] = from.uint() + (isStep(at) ? (values[at - 1] as number) : 0);
      return values;
    },
  );
}
/** Ascending numbers; others cost more. */
export const steps = numbers((at) => at > 0);
/** The same of numbers that may have two bytes; they come back with four. */
export const lineSteps = steps as Shape<LineStarts>;
/** Sketches, ascending each; see `sketchOf`. */
export const sketches = numbers((at) => at % sketchSize !== 0);
