import { stripBidiControls } from '../text/bidi.ts';
import { toLatinDigits } from '../text/digits.ts';
import { type Position, positionIn } from './position.ts';

/** The result of a search: a position in the Kingdom, or the notice that one outside was written. */
export type FoundPosition = Position | 'outside';

/** Diacritics, marks of direction and spaces without width. */
const INVISIBLE = /[\u064b-\u0652\u0640\u200b-\u200f\u061c\ufeff]/g;
const DEGREE = /[\u00ba\u02da\u2218\u2070]|(?<=\d\s{0,2})(?:درجة|درجه|deg(?:rees?)?\b)/giu;
const MINUTE = /[\u2032\u2018\u2019\u00b4`\u02b9]|(?<=\d\s{0,2})(?:دقيقة|دقيقه|min\b)/giu;
const SECOND = /[\u2033\u201c\u201d\u02ba]|''|(?<=\d\s{0,2})(?:ثانية|ثانيه|sec\b)/giu;
/** A direction is its letter after a number, or its word. */
const directions: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\d°'"]\s{0,3})(?:شمال(?:ا|ي)?|ش|north)(?!\p{L})|\bnorth(?=\s*:?\s*\d)/giu, 'N'],
  [/(?<=[\d°'"]\s{0,3})(?:شرق(?:ا|ي)?|ق|east)(?!\p{L})|\beast(?=\s*:?\s*\d)/giu, 'E'],
  [/(?<=[\d°'"]\s{0,3})(?:جنوب(?:ا|ي)?|ج|south)(?!\p{L})/giu, 'S'],
  [/(?<=[\d°'"]\s{0,3})(?:غرب(?:ا|ي)?|غ|west)(?!\p{L})/giu, 'W'],
];

/** A comma before four and more digits is that of decimals. Before three it separates thousands. */
const DECIMAL_COMMA = /(?<![\d.,،])(\d{1,2})[,،](\d{4,15})(?![\d.,،])/gu;

const NUMBERS = String.raw`(\d{1,2})[ :-]([0-5]?\d)(?:[ :-]([0-5]?\d(?:\.\d{1,8})?)|(\.\d{1,8}))`;
/** Degrees, minutes and seconds (or decimals of minutes) without signs, before or behind the letter of a direction. */
const UNSIGNED = new RegExp(
  String.raw`(?<![\d.])(?:${NUMBERS}(?=\s{0,2}[NSEW](?![a-z]))|(?<=(?<![a-z])[NSEW]\s{0,2})${NUMBERS}(?![\d.]))`,
  'giu',
);

/** Letters and digits of the width of an ideogram, as some keyboards write them. */
const WIDE = /[\uff01-\uff5e]/gu;
const narrow = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0xfee0);
/** A decimal point in the middle of the line. */
const MIDDLE_POINT = /(?<=\d)[\u00b7\u2219](?=\d{4})/gu;
/** `24d42m49s`. */
const LETTERED = /(?<!\d)(\d{1,3})d\s?([0-5]?\d)m\s?([0-5]?\d(?:\.\d{1,8})?)s/giu;
/** Decimals of minutes without their sign. */
const BARE_MINUTES = /°\s{0,2}([0-5]?\d\.\d{1,8})(?![\d.]|\s{0,2}['"])/gu;

/** Write the parts of an angle with their signs. */
function withSigns(...[, d1, m1, s1, f1, d2, m2, s2, f2]: readonly (string | undefined)[]): string {
  const seconds = s1 ?? s2;
  return `${d1 ?? d2}°${m1 ?? m2}${f1 ?? f2 ?? ''}'${seconds === undefined ? '' : `${seconds}"`}`;
}

/** Write a text with Latin digits, one sign for degrees, minutes and seconds, and letters for directions. */
function plainAngles(text: string): string {
  const signs = toLatinDigits(stripBidiControls(text).replace(INVISIBLE, '').replace(WIDE, narrow))
    .replace(/[\u2212\u2013]/g, '-')
    .replace(DEGREE, '°')
    .replace(SECOND, '"')
    .replace(MINUTE, "'")
    .replaceAll("''", '"')
    .replace(DECIMAL_COMMA, '$1.$2')
    .replace(MIDDLE_POINT, '.')
    .replace(LETTERED, `$1°$2'$3"`)
    .replace(BARE_MINUTES, "°$1'");
  return directions
    .reduce((sofar, [word, letter]) => sofar.replace(word, letter), signs)
    .replace(UNSIGNED, (...parts) => withSigns(...parts.slice(0, 9)));
}

/** Degrees with decimals, or with minutes and seconds behind signs. */
const ANGLE = new RegExp(
  [
    String.raw`(?<![\d.])(?<sign>(?<!\d\s?)-)?(?<d>\d{1,3}(?:\.\d{1,18})?)(?![\d%٪]|\.\d)`,
    String.raw`(?:\s{0,2}(?<degree>°)(?:\s{0,2}و?\s?(?<m>[0-5]?\d(?:\.\d{1,8})?)\s{0,2}'`,
    String.raw`(?:\s{0,2}و?\s?(?<s>[0-5]?\d(?:\.\d{1,8})?)(?![\d.]|\s{0,2}°)(?:\s{0,2}")?)?)?)?`,
  ].join(''),
  'giu',
);
/** A direction before a number, and one after it. */
const [BEFORE, AFTER] = [/(?<![a-z])([NSEW])\s{0,2}:?\s{0,2}$/iu, /^\s{0,2}([NSEW])(?![a-z])/iu];
const NEAREST = 6;

/** A number that may be a latitude or longitude. */
interface Angle {
  readonly degrees: number;
  readonly start: number;
  readonly end: number;
  readonly decimals: number;
  /** It has a sign of degrees or a direction. */
  readonly marked: boolean;
}

/** Return the number of a match with its direction. `free` is where the text of the number before ends. */
function angleOf({ index, 0: core, input, groups = {} }: RegExpExecArray, free: number): Angle {
  const { sign, d = '', m, s, degree } = groups;
  const size = Number(d) + Number(m ?? 0) / 60 + Number(s ?? 0) / 3600;
  const coreEnd = index + core.length;
  const before = BEFORE.exec(input.slice(Math.max(free, index - NEAREST), index));
  const after = before ? null : AFTER.exec(input.slice(coreEnd, coreEnd + NEAREST));
  const direction = (before ?? after)?.[1]?.toUpperCase();
  const isNegative = sign !== undefined || direction === 'S' || direction === 'W';
  return {
    degrees: isNegative ? -size : size,
    start: index - (before?.[0].length ?? 0),
    end: coreEnd + (after?.[0].length ?? 0),
    decimals: m === undefined ? (d.split('.')[1]?.length ?? 0) : Number.POSITIVE_INFINITY,
    marked: degree !== undefined || direction !== undefined,
  };
}

function anglesIn(plain: string): Angle[] {
  const angles: Angle[] = [];
  for (const found of plain.matchAll(ANGLE)) angles.push(angleOf(found, angles.at(-1)?.end ?? 0));
  return angles;
}

const LABEL =
  /lat(?:itude)?|lo?ng?(?:itude)?|(?<![a-z])[xy](?![a-z])|(?<!\p{L})[سص](?!\p{L})|(?:خط\s{1,2})?(?:ال)?(?:عرض|طول)|دائرة\s{1,2}(?:ال)?عرض|(?:ال)?(?:احداثي|إحداثي)\p{L}{0,4}/giu;
const BETWEEN = /^[\s,;:،؛/|()[\]{}=~+"'_&*-]*(?:و|and)?[\s,;:،؛/|()[\]{}=~+"'_&*-]*$/iu;
const LONGEST_GAP = 40;
/** Words before a pair of numbers by which it is a position. */
const PLACE =
  /(?:موقع|إحداثي|احداثي|خط\s|عرض|طول|الخريطة|الخريطه|gps|جي\s?بي\s?اس|location|coordinates?|position|lat(?:itude)?|lng|long(?:itude)?)[^\d]{0,40}$/iu;
/** Words beside a number by which it is money, a size or the number of something. */
const MEASURE_AFTER =
  /^\s{0,2}(?:ريال|ر\.?\s?س|هلل|درهم|دينار|دولار|جنيه|يورو|sar|sr|usd|aed|eur|riyal|halala|[$€£]|م(?:تر|²|2)?(?!\p{L})|سم|كم|كجم|كيلو|km|cm|m[²2]?(?!\p{L})|kg|sqm|[ميk]?w?h(?!\p{L}))/iu;
const MEASURE_BEFORE =
  /(?:سعر|مبلغ|قيم[ةه]|تكلف[ةه]|رسوم|فاتور[ةه]|سداد|دفع|ريال|معامل[ةه]|طلب|رخص[ةه]|قطع[ةه]|مخطط|مساح[ةه]|عداد|نسب[ةه]|حرار[ةه]|رطوب[ةه]|صك|حساب|iban|account|temperature|humidity|price|amount|total|invoice|fee|paid|sar|plot|area|meter|reading|version|request|permit)\p{L}{0,3}\s?(?:رقم|no\.?|number|is|was|of|هي|هو)?[\s:#=(]{0,3}$/iu;
/** Decimals of a number that nothing marks as a position, and of one that is marked. A map gives at least five. */
const [UNMARKED, MARKED] = [4, 2];

const isPair = (text: string, first: Angle, second: Angle): boolean => {
  const between = text.slice(first.end, second.start);
  if (between.length > LONGEST_GAP || !BETWEEN.test(between.replace(LABEL, ' '))) return false;
  const before = text.slice(Math.max(0, first.start - LONGEST_GAP), first.start);
  const isMarked = (first.marked && second.marked) || /\p{L}{3}/u.test(between) || PLACE.test(before);
  const isMeasured = [first, second].some(({ end }) =>
    MEASURE_AFTER.test(text.slice(end, end + LONGEST_GAP)),
  );
  if ((isMeasured && !second.marked) || MEASURE_BEFORE.test(before)) return false;
  if (between === '' && !(first.marked && second.marked)) return false;
  const least = isMarked ? MARKED : UNMARKED;
  return first.decimals >= least && second.decimals >= least;
};

/**
 * Find the first position that a text writes as numbers: decimals, degrees with minutes and seconds, with Arabic or
 * Latin digits, signs and names. `outside` when there are only positions outside the Kingdom.
 */
export function writtenPosition(text: string): FoundPosition | undefined {
  const plain = plainAngles(text);
  const angles = anglesIn(plain);
  let outside: 'outside' | undefined;
  for (const [at, second] of angles.entries()) {
    const first = angles[at - 1];
    if (!first || !isPair(plain, first, second)) continue;
    const found = positionIn(first.degrees, second.degrees);
    if (found) return found;
    outside = 'outside';
  }
  return outside;
}
