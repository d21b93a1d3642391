import { HIJRI_YEARS } from '#shared/domain/sla/hijri.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';

const latin = (text: string): string => toLatinDigits(text).normalize('NFKC').trim();
const two = (digits: string): string => digits.padStart(2, '0');

/** Parse a typed number, with Arabic-Indic digits and `٫`. Return any other text unchanged. */
export function typedNumber(text: string): number | string {
  const typed = latin(text).replace(/[%٪\s]/gu, '');
  return /^-?\d+(?:\.\d+)?$/u.test(typed) ? Number(typed) : text;
}

/** The parts of the day as people write them, without marks of vowels. */
const PARTS: readonly (readonly [RegExp, (hour: number) => number])[] = [
  [/^(?:ص|صباحا?|الصبح|فجرا?|الفجر|ضحى|a\.?m\.?)$/iu, (hour) => hour % 12],
  [/^(?:ظهرا?|الظهر|noon)$/iu, (hour) => (hour < 10 ? hour + 12 : hour)],
  [/^(?:م|مساء|المساء|عصرا?|العصر|المغرب|مغربا?|بعد الظهر|p\.?m\.?)$/iu, (hour) => (hour % 12) + 12],
  [
    /^(?:ليلا?|الليل|منتصف الليل|midnight)$/iu,
    (hour) => (hour === 12 ? 0 : hour < 5 ? hour : (hour % 12) + 12),
  ],
];

/** Return the hour of the 24-hour clock. Undefined for a part of the day that is not known. */
function hourOf(hour: number, part: string): number | undefined {
  if (part === '') return hour;
  const found = PARTS.find(([name]) => name.test(part));
  return found && (hour > 12 ? hour : found[1](hour));
}

/**
 * Parse a time of day to `HH:MM`. `7:30`, `٧:٣٠`, `0730`, `12`, «12:00 ظهرًا», «2:30 م» and `2:30 PM` are accepted,
 * with or without «الساعة».
 */
export function typedTime(text: string): string {
  const plain = latin(text).replace(/[\u064b-\u0652\u0640\u200e\u200f\u061c]/gu, '');
  const parts = /^(?:الساعة\s*)?(\d{1,2})(?:[:.٫]?(\d{2}))?\s*(.*)$/u.exec(plain);
  const hour = parts && hourOf(Number(parts[1]), parts[3] ?? '');
  return parts && hour !== null && hour !== undefined
    ? `${two(String(hour))}:${parts[2] ?? '00'}`
    : latin(text);
}

const HIJRI = /هـ?|AH:?/giu;
const GREGORIAN = /م(?=\s*$)/u;

/** Return the parts of a date in the order year, month, day. The day may be typed first. */
function ordered([a = '', b = '', c = '']: readonly string[]): string {
  const [year, day] = c.length === 4 ? [c, a] : [a, c];
  return `${year}-${two(b)}-${two(day)}`;
}

/**
 * Parse a date to a date rule: `2026-09-23`, `٢٣/٩/٢٠٢٦`, `1448/10/01 هـ`. Without a year (`--09-23`,
 * `--10-01 هـ`) it returns every year. A year between 1300 and 1600 is Hijri without a mark.
 */
export function typedDate(text: string): string {
  const typed = latin(text).replace(/\u200f|\u200e|\u061c/gu, '');
  const bare = typed
    .replace(HIJRI, '')
    .replace(GREGORIAN, '')
    .trim()
    .replace(/[/.\u2013]/gu, '-');
  const yearly = /^-{1,2}(\d{1,2})-(\d{1,2})$/u.exec(bare);
  const named = typed !== '' && typed.search(HIJRI) >= 0;
  if (yearly) return `${named ? 'AH:' : ''}--${two(yearly[1] ?? '')}-${two(yearly[2] ?? '')}`;
  if (!/^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})$/u.test(bare)) return typed;
  const date = ordered(bare.split('-'));
  const year = Number(date.slice(0, 4));
  return named || (year >= HIJRI_YEARS.first && year <= HIJRI_YEARS.last) ? `AH:${date}` : date;
}
