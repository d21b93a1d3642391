/**
 * The reference a person reads out on the phone, e.g. `4K7-R2M-0385`.
 *
 * Positions are fixed, digit or letter, so O and 0 or I and 1 can never be mistaken for each other.
 * Each letter sits alone on its telephone key, so ten key presses say the whole reference too. The
 * last digit is a Damm check digit over the keys: every single wrong symbol and every swap of two
 * neighbours is noticed (H. M. Damm, "Totally anti-symmetric quasigroups", 2004).
 */
export type Reference = string & { readonly __reference: never };

const PATTERN = 'DLDDLDDDDD';
const KEY_OF_LETTER: Readonly<Record<string, string>> = {
  A: '2',
  F: '3',
  H: '4',
  K: '5',
  M: '6',
  R: '7',
  T: '8',
  Y: '9',
};
const LETTER_OF_KEY = Object.fromEntries(Object.entries(KEY_OF_LETTER).map(([letter, key]) => [key, letter]));

/** What people write where a digit belongs. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
};

const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

const checkDigit = (keys: string): string =>
  [...keys].reduce((interim, key) => DAMM[Number(interim)]?.[Number(key)] ?? '0', '0');

/** How many references there are: what `referenceAt` takes numbers below. */
export const REFERENCE_SPACE = 10 ** 7 * 8 ** 2;

const show = (keys: string): Reference => {
  const symbols = [...keys]
    .map((key, at) => (PATTERN[at] === 'L' ? (LETTER_OF_KEY[key] ?? key) : key))
    .join('');
  return `${symbols.slice(0, 3)}-${symbols.slice(3, 6)}-${symbols.slice(6)}` as Reference;
};

/** The reference for a number 0 ≤ n < {@link REFERENCE_SPACE}; draw the number at random, never in sequence. */
export function referenceAt(n: number): Reference {
  if (!Number.isSafeInteger(n) || n < 0 || n >= REFERENCE_SPACE)
    throw new RangeError(`no reference number ${n}`);
  let rest = n;
  const keys = [...PATTERN.slice(0, -1)].map((kind) => {
    const base = kind === 'L' ? 8 : 10;
    const digit = rest % base;
    rest = Math.floor(rest / base);
    return String(kind === 'L' ? digit + 2 : digit);
  });
  return show(keys.join('') + checkDigit(keys.join('')));
}

const toAscii = (text: string): string =>
  text
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0));

const keyAt = (symbol: string, at: number): string | undefined => {
  if (PATTERN[at] === 'L') return KEY_OF_LETTER[symbol] ?? (symbol in LETTER_OF_KEY ? symbol : undefined);
  return /\d/u.test(symbol) ? symbol : LOOK_ALIKE[symbol];
};

/**
 * Reads a reference as people give it: any case, spaces, dashes and dots anywhere, Arabic-Indic or
 * Persian digits, telephone keys instead of letters, O for 0. Undefined when it cannot be one: wrong
 * length, wrong symbol or wrong check digit.
 */
export function parseReference(text: string): Reference | undefined {
  const symbols = toAscii(text.normalize('NFKC'))
    .replace(/[\s\p{Cf}._\-‐-―/]/gu, '')
    .toUpperCase();
  if (symbols.length !== PATTERN.length) return undefined;
  const keys = [...symbols].map(keyAt);
  if (keys.includes(undefined)) return undefined;
  const typed = keys.join('');
  return checkDigit(typed) === '0' ? show(typed) : undefined;
}

/** The reference symbol by symbol, groups apart, for a voice to read. */
export const spell = (reference: Reference): string =>
  reference
    .split('-')
    .map((group) => [...group].join(' '))
    .join(', ');

/** The telephone keys that say the reference. */
export const keysOf = (reference: Reference): string =>
  [...reference.replaceAll('-', '')].map((symbol) => KEY_OF_LETTER[symbol] ?? symbol).join('');
