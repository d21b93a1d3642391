/** Digits of the scripts that people write here, and the Arabic decimal marks. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g;

/** The blocks of Hindi and Bengali digits begin at a code that ends in 6, those of Arabic ones at 0. */
const digitOf = (code: number): number => (code & 0x0f) - (code < 0x0900 ? 0 : 6);

/**
 * Replace Arabic-Indic (U+0660–0669), Persian (U+06F0–06F9), Hindi (U+0966–096F) and Bengali (U+09E6–09EF) digits
 * and the Arabic decimal marks by Latin ones.
 */
export function toLatinDigits(text: string): string {
  return text
    .replace(DIGITS, (digit) => String(digitOf(digit.charCodeAt(0))))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',');
}
