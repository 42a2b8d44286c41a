import type { Span } from '../../text/span';
import type { Reader, Writer } from './bytes';

/** How values of one kind are written, and read back equal. */
export interface Shape<T> {
  readonly write: (to: Writer, value: T) => void;
  readonly read: (from: Reader) => T;
}

export const uint: Shape<number> = { write: (to, value) => to.uint(value), read: (from) => from.uint() };
/** A whole number from -1. */
export const index: Shape<number> = { write: (to, value) => to.uint(value + 1), read: (from) => from.uint() - 1 };
export const float: Shape<number> = { write: (to, value) => to.float(value), read: (from) => from.float() };
export const bool: Shape<boolean> = { write: (to, value) => to.uint(value ? 1 : 0), read: (from) => from.uint() === 1 };
export const text: Shape<string> = { write: (to, value) => to.text(value), read: (from) => from.text() };
export const span: Shape<Span> = { write: (to, { start, end }) => to.span(start, end), read: (from) => from.span() };

/** One of a few strings. */
export function oneOf<T extends string>(values: readonly T[]): Shape<T> {
  return { write: (to, value) => to.uint(values.indexOf(value)), read: (from) => values[from.uint()] as T };
}

export function nullable<T>({ write, read }: Shape<T>): Shape<T | null> {
  return {
    write(to, value) {
      to.uint(value === null ? 0 : 1);
      if (value !== null) write(to, value);
    },
    read: (from) => (from.uint() === 0 ? null : read(from)),
  };
}

export function list<T>({ write, read }: Shape<T>): Shape<readonly T[]> {
  return {
    write(to, values) {
      to.uint(values.length);
      for (const value of values) write(to, value);
    },
    read: (from) => Array.from({ length: from.uint() }, () => read(from)),
  };
}

/** A field that may be absent; only inside `struct`. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  const inner = nullable(shape);
  return { write: (to, value) => inner.write(to, value ?? null), read: (from) => inner.read(from) ?? undefined };
}

/** An object by its fields, in the order given; fields read as undefined are left away. */
export function struct<T extends object>(fields: { readonly [K in keyof Required<T>]: Shape<T[K]> }): Shape<T> {
  const entries = Object.entries(fields) as [string, Shape<unknown>][];
  return {
    write(to, value) {
      for (const [name, shape] of entries) shape.write(to, (value as Record<string, unknown>)[name]);
    },
    read(from) {
      const value: Record<string, unknown> = {};
      for (const [name, shape] of entries) {
        const field = shape.read(from);
        if (field !== undefined) value[name] = field;
      }
      return value as T;
    },
  };
}

/** A map from string, in its order. */
export function mapOf<V>(value: Shape<V>): Shape<ReadonlyMap<string, V>> {
  const pairs = list<readonly [string, V]>({
    write(to, [key, item]) {
      to.text(key);
      value.write(to, item);
    },
    read: (from) => [from.text(), value.read(from)],
  });
  return { write: (to, map) => pairs.write(to, [...map]), read: (from) => new Map(pairs.read(from)) };
}

export const strings: Shape<Readonly<Record<string, string>>> = {
  write: (to, record) => mapOf(text).write(to, new Map(Object.entries(record))),
  read: (from) => Object.fromEntries(mapOf(text).read(from)),
};

/** Ascending numbers are written as steps; others cost more. */
export const steps: Shape<Uint32Array> = {
  write(to, values) {
    to.uint(values.length);
    let last = 0;
    for (const value of values) {
      to.uint((value - last) >>> 0);
      last = value;
    }
  },
  read(from) {
    const values = new Uint32Array(from.uint());
    let last = 0;
    for (let i = 0; i < values.length; i++) values[i] = last = (last + from.uint()) >>> 0;
    return values;
  },
};

export const hashes: Shape<Uint32Array> = {
  write(to, values) {
    to.uint(values.length);
    for (const value of values) to.uint(value);
  },
  read(from) {
    const values = new Uint32Array(from.uint());
    for (let i = 0; i < values.length; i++) values[i] = from.uint();
    return values;
  },
};
