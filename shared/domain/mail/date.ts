import { toLatinDigits } from '#shared/domain/text/digits.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DATE =
  /(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{2,4})(?:[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d{1,6})?)?\s*([+-]\s?\d{2}:?\d{2}|[a-z]{1,5})?/i;
const ISO =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?/i;
/** UTC offsets in hours of the zones of RFC 5322 §4.3 and of the Saudi abbreviation. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  ast: 3,
  ksa: 3,
  bst: 1,
};
const MINUTE = 60_000;

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return 0;
  const digits = /^([+-])\s?(\d{2}):?(\d{2})$/.exec(zone);
  if (!digits) return (ZONES[zone.toLowerCase()] ?? 0) * 60;
  const minutes = Number(digits[2]) * 60 + Number(digits[3]);
  return digits[1] === '-' ? -minutes : minutes;
}

function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return digits.length === 3 ? 1900 + year : year;
}

/**
 * Return the instant of local date and time parts, or null when they do not exist: 31 November, 25 o'clock.
 */
function instant(
  parts: readonly [number, number, number, number, number, number],
  zone: string | undefined,
): number | null {
  const [year, month, day, hour, minute, second] = parts;
  if (month < 0 || month > 11 || hour > 23 || minute > 59 || second > 60) return null;
  const at = new Date(0);
  at.setUTCFullYear(year, month, day);
  if (at.getUTCMonth() !== month || at.getUTCDate() !== day) return null;
  return at.getTime() + ((hour * 60 + minute) * 60 + second) * 1_000 - offsetOf(zone) * MINUTE;
}

/**
 * Parse a Date header (RFC 5322 §3.3 and the obsolete forms of §4.3) to epoch milliseconds, or return null.
 * Ignore the weekday. A date without a zone is UTC, never this computer's zone.
 */
export function parseMailDate(text: string): number | null {
  const plain = toLatinDigits(text.slice(0, 200)).replace(/\([^()]*\)/g, ' ');
  const iso = ISO.exec(plain);
  if (iso) {
    const [, year = '', month, day, hour = 0, minute = 0, second = 0, zone] = iso;
    const parts = [
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
    ] as const;
    return instant(parts, zone);
  }
  const found = DATE.exec(plain);
  if (!found) return null;
  const [, day, name = '', year = '', hour = 0, minute = 0, second = 0, zone] = found;
  const month = MONTHS.indexOf(name.toLowerCase());
  return instant([yearOf(year), month, Number(day), Number(hour), Number(minute), Number(second)], zone);
}
