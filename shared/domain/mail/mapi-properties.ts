import { ByteReader, CutShort } from './byte-reader.ts';
import { decodeText } from './charset.ts';

/** The value of a property: text, bytes or a number. Other types are skipped. */
export type MapiValue = string | number | Uint8Array;

const MOST_PROPERTIES = 2_000;
const MOST_VALUES = 2_000;
const MULTIPLE = 0x1000;
const NAMED = 0x8000;
const STRING8 = 0x001e;
const UNICODE = 0x001f;
const LONG = 0x0003;
/** Byte length of a value of a fixed type (MS-OXTNEF 2.1.3.4.1). */
const FIXED: Readonly<Record<number, number>> = {
  1: 4,
  2: 4,
  3: 4,
  4: 4,
  10: 4,
  11: 4,
  5: 8,
  6: 8,
  7: 8,
  20: 8,
  64: 8,
  72: 16,
};

const padded = (length: number): number => Math.ceil(length / 4) * 4;

function skipName(reader: ByteReader): void {
  reader.take(16);
  if (reader.u32() === 0) reader.u32();
  else reader.take(padded(reader.u32()));
}

/** Remove the zeros at the end of a text. */
export const withoutNull = (text: string): string => text.replace(/\0+$/u, '');

function readValue(type: number, reader: ByteReader, charset: string | null): MapiValue {
  const fixed = FIXED[type];
  if (fixed !== undefined) {
    const bytes = reader.take(fixed);
    return type === LONG ? new ByteReader(bytes).u32() : bytes;
  }
  const length = reader.u32();
  const bytes = reader.take(padded(length)).subarray(0, length);
  if (type === UNICODE) return withoutNull(new TextDecoder('utf-16le').decode(bytes));
  return type === STRING8 ? withoutNull(decodeText(bytes, charset)) : bytes;
}

/**
 * Return the first value of each property of a list (MS-OXTNEF 2.1.3.4), by property id, without named ones.
 * After a damaged place the rest is lost; the properties before it are returned.
 * @param charset of texts that are not Unicode
 */
export function mapiProperties(bytes: Uint8Array, charset: string | null): ReadonlyMap<number, MapiValue> {
  const found = new Map<number, MapiValue>();
  const reader = new ByteReader(bytes);
  try {
    const count = Math.min(reader.u32(), MOST_PROPERTIES);
    for (let at = 0; at < count; at += 1) {
      const kind = reader.u16();
      const id = reader.u16();
      if (id >= NAMED) skipName(reader);
      const type = kind & ~MULTIPLE;
      const isCounted = kind !== type || FIXED[type] === undefined;
      const values = isCounted ? reader.u32() : 1;
      if (values > MOST_VALUES) return found;
      for (let each = 0; each < values; each += 1) {
        const value = readValue(type, reader, charset);
        if (each === 0 && id < NAMED) found.set(id, value);
      }
    }
  } catch (error) {
    if (!(error instanceof CutShort)) throw error;
  }
  return found;
}
