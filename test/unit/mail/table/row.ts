/** The expected fields of a parsed mail. Absent fields are not compared. */
export interface Expected {
  readonly messageId?: string | null;
  readonly date?: string | null;
  /** Name and address. */
  readonly from?: readonly [string, string] | null;
  readonly to?: readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly fullText?: string;
  /** Name, type and size in bytes. */
  readonly attachments?: readonly (readonly [string, string, number])[];
  readonly kind?: string | null;
  readonly decision?: 'open' | 'append' | 'feedback' | 'own' | 'quarantine';
  readonly language?: string;
  readonly category?: string;
  readonly urgency?: 'normal' | 'high' | 'urgent';
  /** Some of the given reasons. */
  readonly reasons?: readonly string[];
  /** Reasons that are not given. */
  readonly without?: readonly string[];
}

/** One mail of the table. */
export interface Row {
  readonly name: string;
  readonly raw: Uint8Array;
  readonly out: Expected;
}

type Piece = string | Uint8Array;

export const bytes = (...pieces: readonly Piece[]): Buffer =>
  Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)));

const DEFAULTS: readonly (readonly [string, string])[] = [
  ['From', 'Sara Ahmad <sara@example.com>'],
  ['To', 'help@rida.example'],
  ['Date', 'Sun, 22 Nov 2026 10:30:00 +0300'],
  ['Message-ID', '<m1@example.com>'],
  ['Subject', 'Street lamp'],
  ['MIME-Version', '1.0'],
];

/**
 * A raw mail. Given header lines replace the default ones of the same name; a line `Name:` alone removes that
 * header.
 */
export function mail(headers: readonly Piece[], ...body: readonly Piece[]): Uint8Array {
  const given = headers.map((line) => Buffer.from(line as string));
  const names = new Set(given.map((line) => line.toString('latin1').split(':')[0]?.toLowerCase()));
  const usual = DEFAULTS.filter(([name]) => !names.has(name.toLowerCase()));
  const kept = given.filter((line) => !/^[\w-]+:$/.test(line.toString('latin1')));
  return bytes(
    ...usual.map(([name, value]) => `${name}: ${value}\r\n`),
    ...kept.flatMap((line) => [line, '\r\n']),
    '\r\n',
    ...body,
  );
}

/** A mail of plain UTF-8 text. */
export const plain = (text: string, ...headers: readonly Piece[]): Uint8Array =>
  mail(['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', ...headers], text);

/** A mail of HTML only. */
export const html = (source: string, ...headers: readonly Piece[]): Uint8Array =>
  mail(['Content-Type: text/html; charset=utf-8', ...headers], source);

/** A part: its headers in one string each, and its content. */
export const part = (headers: readonly string[], ...content: readonly Piece[]): Buffer =>
  bytes(...headers.map((line) => `${line}\r\n`), '\r\n', ...content, '\r\n');

/** A multipart mail with a subtype and parameters: `mixed`, `report; report-type=delivery-status`. */
export function multi(
  subtype: string,
  parts: readonly Uint8Array[],
  ...headers: readonly Piece[]
): Uint8Array {
  return mail([`Content-Type: multipart/${subtype}; boundary="=_b"`, ...headers], nested('=_b', parts));
}

/** The body of a multipart. */
export const nested = (boundary: string, parts: readonly Uint8Array[]): Buffer =>
  bytes(...parts.flatMap((one) => [`--${boundary}\r\n`, one]), `--${boundary}--\r\n`);

export const base64 = (content: Piece): string =>
  Buffer.from(content as string)
    .toString('base64')
    .replace(/.{1,76}/g, '$&\r\n');
