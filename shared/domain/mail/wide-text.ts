/** UTF-16 or UTF-32, and its order of bytes: `be` has the high byte first. */
interface Wide {
  readonly unit: 2 | 4;
  readonly order: 'be' | 'le';
}

const MARKS: readonly (readonly [readonly number[], Wide])[] = [
  [[0x00, 0x00, 0xfe, 0xff], { unit: 4, order: 'be' }],
  [[0xff, 0xfe, 0x00, 0x00], { unit: 4, order: 'le' }],
  [[0xfe, 0xff], { unit: 2, order: 'be' }],
  [[0xff, 0xfe], { unit: 2, order: 'le' }],
];
const LABELS =
  /^(?:(?<two>utf-?16|(?:iso-10646-)?ucs-?2|csunicode|unicode-?(?:1-1|2-0)?)|(?<four>utf-?32|(?:iso-10646-)?ucs-?4|csucs4))-?(?<order>[bl]e)?$/;
const SAMPLE = 2_000;

/** Return the character codes of a text, with the mark of the byte order as the first. */
function* codesOf(bytes: Uint8Array, { unit, order }: Wide): Generator<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = order === 'le';
  for (let at = 0; at + unit <= bytes.length; at += unit)
    yield unit === 2 ? view.getUint16(at, isLittle) : view.getUint32(at, isLittle);
}

const isUsual = (code: number): boolean =>
  (code >= 0x20 && code < 0x250) || (code >= 0x600 && code < 0x700) || [0x09, 0x0a, 0x0d].includes(code);

function usualShare(bytes: Uint8Array, wide: Wide): number {
  const codes = [...codesOf(bytes.subarray(0, SAMPLE), wide)];
  return codes.filter(isUsual).length / Math.max(codes.length, 1);
}

function read(bytes: Uint8Array, wide: Wide): string {
  if (wide.unit === 2) return new TextDecoder(`utf-16${wide.order}`).decode(bytes);
  const pieces: string[] = [];
  for (const code of codesOf(bytes, wide))
    pieces.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code));
  return pieces.join('').replace(/^\ufeff/u, '');
}

/**
 * Decode UTF-16 and UTF-32 (RFC 2781; ISO 10646). A byte order mark is stronger than any label. Without one, the
 * text is big-endian, unless only the other order gives usual characters. Return undefined for other text.
 * @param label the charset label in lower case
 */
export function decodeWide(bytes: Uint8Array, label: string): string | undefined {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
  if (marked && bytes.length % marked.unit === 0) return read(bytes, marked);
  const { two, four, order } = LABELS.exec(label)?.groups ?? {};
  const unit = two !== undefined ? 2 : four !== undefined ? 4 : undefined;
  if (unit === undefined) return undefined;
  const named: Wide = { unit, order: order === 'le' ? 'le' : 'be' };
  const other: Wide = { unit, order: named.order === 'be' ? 'le' : 'be' };
  const share = usualShare(bytes, named);
  // Many a mailer labels UTF-8 as Unicode.
  if (/^unicode/.test(label) && share < 0.5 && usualShare(bytes, other) < 0.5) return undefined;
  return read(bytes, share < 0.5 && usualShare(bytes, other) > 0.9 ? other : named);
}
