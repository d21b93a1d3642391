/**
 * Replace Arabic-Indic (U+0660–0669) and Persian (U+06F0–06F9) digits and the Arabic decimal marks by Latin
 * ones.
 */
export function toLatinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0x0f))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',');
}
