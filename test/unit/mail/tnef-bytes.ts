const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** An attribute (MS-OXTNEF 2.1.3): level, id with its type, length, data, checksum. */
export function attribute(level: 1 | 2, id: number, data: Uint8Array): Buffer {
  const sum = data.reduce((total, byte) => (total + byte) & 0xffff, 0);
  return Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, u16(sum)]);
}

/** A list of MAPI properties: the tag and the bytes of each. */
export const properties = (...all: readonly (readonly [tag: number, bytes: Uint8Array])[]): Buffer =>
  Buffer.concat([
    u32(all.length),
    ...all.flatMap(([tag, bytes]) => [u16(tag & 0xffff), u16(tag >>> 16), bytes]),
  ]);

const padding = (length: number): Buffer => Buffer.alloc((4 - (length % 4)) % 4);

/** A value of variable length: the count one, its size, and its bytes padded to a multiple of four. */
export const sized = (bytes: Uint8Array): Buffer =>
  Buffer.concat([u32(1), u32(bytes.length), bytes, padding(bytes.length)]);

export const long = u32;
export const unicode = (text: string): Buffer => sized(Buffer.from(`${text}\0`, 'utf16le'));
/** A named numeric property, before its value. */
export const named = (value: Uint8Array): Buffer =>
  Buffer.concat([Buffer.alloc(16, 7), u32(0), u32(0x8233), value]);

/** A complete `winmail.dat`. */
export const tnef = (...attributes: readonly Uint8Array[]): Buffer =>
  Buffer.concat([u32(0x223e9f78), u16(1), ...attributes]);

/** A file as written by Outlook: start, title in the code page, bytes, properties. */
export const tnefFile = (title: Uint8Array, data: Uint8Array, more?: Uint8Array): Buffer =>
  Buffer.concat([
    attribute(2, 0x0006_9002, Buffer.alloc(14)),
    attribute(2, 0x0001_8010, title),
    attribute(2, 0x0006_800f, data),
    ...(more ? [attribute(2, 0x0006_9005, more)] : []),
  ]);
