/**
 * Characters that people, programs and bidirectional text put between the digits of a number,
 * also as JSON writes them.
 */
const BETWEEN = String.raw`(?:[\s\p{Pd}\p{Cf}().\/_·•٫]|\\[nrt]){0,3}`;
/** A digit may not follow directly; another number may follow after a space. */
const END = String.raw`(?!\d)`;
/** Neither a digit nor a hexadecimal id is directly before it. */
const START = '(?<![0-9])(?<![0-9A-Fa-f]{4})';

const digits = (from: number, to = from): string => `(?:${BETWEEN}\\d){${from},${to}}`;
/** Return the pattern of digits with separators between them. */
const spelled = (text: string): string => [...text].join(BETWEEN);
const numberOf = (...shapes: readonly string[]): RegExp =>
  new RegExp(`${START}(?:${shapes.join('|')})${END}`, 'gu');

const PLUS = '(?:[+＋﹢]|%2[Bb])';

/** An address, also with a quoted name, a full-width or percent-encoded at sign. */
const ADDRESS = /(?:"[^"\n]{1,64}"|[^\s<>"'(),:;@＠﹫]{1,64})(?:[@＠﹫]|%40)[^\s<>"'(),:;@＠﹫]{1,255}/gu;

const PHONES: readonly RegExp[] = [
  // International: at least eight digits after the sign.
  new RegExp(`${PLUS}${digits(8, 15)}`, 'gu'),
  numberOf(
    // The same with 00, or with the country code alone, also with the zero of the area in brackets.
    `${spelled('00')}${digits(8, 15)}`,
    `${spelled('966')}${digits(8, 10)}`,
    // Mobile and area numbers of Saudi Arabia; mobile numbers without their zero.
    `0${BETWEEN}[15]${digits(8)}`,
    `5${digits(8)}`,
    // Unified and toll-free numbers.
    `${spelled('92')}${BETWEEN}0${digits(6)}`,
    `${spelled('800')}${digits(7)}`,
  ),
];

/** National identity and residence (iqama) numbers: ten digits that begin with 1 or 2. */
const IDENTITY = numberOf(`[12](?:[\\s\\p{Pd}\\p{Cf}]{0,2}\\d){9}`);

/** Two letters, two check digits, and groups of letters and digits (ISO 13616). */
const IBAN =
  /(?<![A-Za-z0-9])[A-Za-z]{2}[\s\p{Pd}\p{Cf}.]{0,2}\d[\p{Cf}]?\d(?:[\s\p{Pd}\p{Cf}.]{0,2}[A-Za-z0-9]){11,30}(?![A-Za-z0-9])/gu;
/** Most of an IBAN are digits. Words after a short number are not. */
const FEWEST_DIGITS = 10;

/** Return whether a text is an account number: a Saudi one in form, any other by its check digits (ISO 7064). */
function isIban(text: string): boolean {
  const plain = text.replace(/[^A-Za-z0-9]/gu, '').toUpperCase();
  if (/^SA\d{18,24}$/u.test(plain)) return true;
  if (plain.length < 15 || plain.length > 34) return false;
  const isMostlyDigits = plain.replace(/\D/gu, '').length >= FEWEST_DIGITS;
  let rest = 0;
  for (const sign of plain.slice(4) + plain.slice(0, 4))
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1 || (isMostlyDigits && /^[A-Z]{2}\d{2}[A-Z]{0,4}\d{10,}$/u.test(plain));
}

/** Forms of technical values that contain long numbers: ids, instants, epoch milliseconds, the start of an ARN. */
const TECHNICAL =
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\d{4}-\d\d-\d\d(?:[T ]\d\d:[\d:.]+Z?)?|arn:aws[\w-]*:[\w-]*:[\w-]*:\d{12}(?=:)|(?<![\p{L}\p{N}])1\d{12}(?![\p{L}\p{N}])/gu;
/** Nine or more digits: a number of a person, unless it has a technical form. */
const LONG_NUMBER = new RegExp(`(?<![0-9A-Za-z])\\d${digits(8, 40)}(?![0-9A-Za-z])`, 'gu');

interface Found {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

/** A pattern, and the text to put in its place. Undefined: its matches stay. */
type Masking = readonly [pattern: RegExp, instead: string | undefined, accept?: (text: string) => boolean];

const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code));

const values = new Map<string, string>();

/** Return the value of a decimal digit of any script. The digits of a script follow each other, from 0 to 9. */
function digitValue(digit: string): string {
  const cached = values.get(digit);
  if (cached !== undefined) return cached;
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (isDigit(code - before - 1)) before += 1;
  const value = String(before % 10);
  values.set(digit, value);
  return value;
}

/** Write all decimal digits as ASCII, each in as many code units as before. */
const asAscii = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => digitValue(digit).padEnd(digit.length, '\u200b'));

/** Replace the matches of patterns, those of the first pattern first. A later pattern does not see them. */
function replaced(text: string, patterns: readonly Masking[]): string {
  let searched = asAscii(text);
  const found: Found[] = [];
  for (const [pattern, instead, accept = () => true] of patterns) {
    searched = searched.replace(pattern, (matched: string, start: number) => {
      if (!accept(matched)) return matched;
      if (instead !== undefined) found.push({ start, end: start + matched.length, instead });
      return '\0'.repeat(matched.length);
    });
  }
  let masked = '';
  let at = 0;
  for (const { start, end, instead } of found.sort((a, b) => a.start - b.start)) {
    masked += text.slice(at, start) + instead;
    // The last digit may have a second code unit.
    at = /[\uDC00-\uDFFF]/.test(text.charAt(end)) ? end + 1 : end;
  }
  return masked + text.slice(at);
}

const PERSONAL: readonly Masking[] = [
  [ADDRESS, '[email]'],
  [IBAN, '[iban]', isIban],
  ...PHONES.map((pattern): Masking => [pattern, '[phone]']),
  [IDENTITY, '[id]'],
];

const MAY_HOLD_PERSONAL = /[@＠﹫]|%40|\p{Nd}/u;

/**
 * Mask mail addresses, telephone numbers, account numbers and national identity numbers in a text, however they are
 * spaced and in whatever script their digits are. Other numbers, such as those of transactions, stay.
 */
export const maskText = (text: string): string =>
  MAY_HOLD_PERSONAL.test(text) ? replaced(text, PERSONAL) : text;

/** Mask a text for the log: also every other long number, unless it has the form of a technical value. */
export const maskLogText = (text: string): string =>
  MAY_HOLD_PERSONAL.test(text)
    ? replaced(text, [[TECHNICAL, undefined], ...PERSONAL, [LONG_NUMBER, '[number]']])
    : text;

/** Return whether a number is that of a person: a Saudi telephone number, or an identity. */
export const isPersonalNumber = (value: number | bigint): boolean =>
  /^(?:966[15]\d{8}|5\d{8}|[12]\d{9})$/u.test(String(value));
