import { toLatinDigits } from '../text/digits.ts';

/**
 * The case reference that people read out on the phone, e.g. `4K7-R2M-0385`.
 *
 * Each position is always a digit or always a letter, so O and 0 or I and 1 cannot be confused. No two
 * letters share a telephone key, so ten key presses also identify the reference. The last digit is a Damm
 * check digit over the keys: it detects every single wrong symbol and every swap of two neighbours (H. M.
 * Damm, "Totally anti-symmetric quasigroups", 2004).
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

/** Letters that people write in place of a digit. */
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

/** The number of references. `referenceAt` accepts numbers below it. */
export const REFERENCE_SPACE = 10 ** 7 * 8 ** 2;

const show = (keys: string): Reference => {
  const symbols = [...keys]
    .map((key, at) => (PATTERN[at] === 'L' ? (LETTER_OF_KEY[key] ?? key) : key))
    .join('');
  return `${symbols.slice(0, 3)}-${symbols.slice(3, 6)}-${symbols.slice(6)}` as Reference;
};

/**
 * Return the reference for a number 0 ≤ n < {@link REFERENCE_SPACE}. Draw the number at random, never in
 * sequence.
 */
export function referenceAt(n: number): Reference {
  if (!Number.isSafeInteger(n) || n < 0 || n >= REFERENCE_SPACE)
    throw new RangeError(`${n} is not a reference number`);
  let rest = n;
  const keys = [...PATTERN.slice(0, -1)].map((kind) => {
    const base = kind === 'L' ? 8 : 10;
    const digit = rest % base;
    rest = Math.floor(rest / base);
    return String(kind === 'L' ? digit + 2 : digit);
  });
  return show(keys.join('') + checkDigit(keys.join('')));
}

/** All that people put between the symbols: dashes, spaces, any other mark, the Arabic lengthening mark. */
const BETWEEN = /[^\p{L}\p{N}]|ـ/gu;

const keyAt = (symbol: string, at: number): string | undefined => {
  if (PATTERN[at] === 'L') return KEY_OF_LETTER[symbol] ?? (symbol in LETTER_OF_KEY ? symbol : undefined);
  return /\d/u.test(symbol) ? symbol : LOOK_ALIKE[symbol];
};

/**
 * Parse a reference as people write it: upper or lower case, with spaces, dashes and other marks anywhere,
 * digits of any script of `toLatinDigits`, telephone keys instead of letters, O for 0. Return undefined for a
 * wrong length, symbol or check digit.
 */
export function parseReference(text: string): Reference | undefined {
  const symbols = toLatinDigits(text.normalize('NFKC')).replace(BETWEEN, '').toUpperCase();
  if (symbols.length !== PATTERN.length) return undefined;
  const keys = [...symbols].map(keyAt);
  if (keys.includes(undefined)) return undefined;
  const typed = keys.join('');
  return checkDigit(typed) === '0' ? show(typed) : undefined;
}
