/** The codes of the digit zero of the scripts that people write here: Arabic, Persian, Hindi and Bengali. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6];

/** The Latin digit or mark of each digit of those scripts and of the Arabic decimal marks. */
export const LATIN_DIGITS: ReadonlyMap<string, string> = new Map([
  ...ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, digit): [string, string] => [
      String.fromCharCode(zero + digit),
      String(digit),
    ]),
  ),
  ['\u066b', '.'],
  ['\u066c', ','],
]);

const DIGITS = new RegExp(`[${[...LATIN_DIGITS.keys()].join('')}]`, 'g');
const latinDigit = (character: string): string => LATIN_DIGITS.get(character) ?? character;

/**
 * Replace Arabic-Indic (U+0660–0669), Persian (U+06F0–06F9), Hindi (U+0966–096F) and Bengali (U+09E6–09EF) digits
 * and the Arabic decimal marks by Latin ones.
 */
export const toLatinDigits = (text: string): string => text.replace(DIGITS, latinDigit);
