import { stripBidiControls } from '../text/bidi.ts';
import { toLatinDigits } from '../text/digits.ts';
import { LOCALITIES } from './data/localities.ts';
import { placeWords } from './district-name.ts';
import { type Position, positionIn } from './position.ts';
import type { FoundPosition } from './written-position.ts';

/** The twenty digits of a plus code. No two look alike, and no word is written with them. */
const DIGITS = '23456789CFGHJMPQRVWX';
const BASE = DIGITS.length;
/** Digits before the `+` of a full code, and digits in pairs of latitude and longitude. */
const [BEFORE_PLUS, IN_PAIRS] = [8, 10];
/** Size of a whole code of four digits less, degrees. */
const SHORT_STEP = 1;
const [ROWS, COLUMNS] = [5, 4];

const digit = `[${DIGITS}]`;
/** A full code, or one without its first four digits. `%2B` is the `+` of an address. */
const CODE = new RegExp(
  String.raw`(?<![\p{L}\p{N}+])((?:${digit}{4})?${digit}{4})\s?(?:\+|%2B)\s?(${digit}{2,7})(?![\p{L}\p{N}+])`,
  'giu',
);

interface Area {
  readonly south: number;
  readonly west: number;
  readonly height: number;
  readonly width: number;
}

/**
 * Decode a full code to its area, in degrees. Digits after the tenth divide the area by five rows and four columns.
 * Source: https://github.com/google/open-location-code/blob/main/Documentation/Specification/specification.md
 * @internal exported for tests
 */
export function areaOf(code: string): Area {
  let area: Area = { south: -90, west: -180, height: 400, width: 400 };
  const values = [...code.replace('+', '').toUpperCase()].map((letter) => DIGITS.indexOf(letter));
  for (let at = 0; at < values.length && at < IN_PAIRS; at += 2) {
    const [height, width] = [area.height / BASE, area.width / BASE];
    const [row = 0, column = 0] = values.slice(at, at + 2);
    area = { south: area.south + row * height, west: area.west + column * width, height, width };
  }
  for (const value of values.slice(IN_PAIRS)) {
    const [height, width] = [area.height / ROWS, area.width / COLUMNS];
    area = {
      south: area.south + Math.floor(value / COLUMNS) * height,
      west: area.west + (value % COLUMNS) * width,
      height,
      width,
    };
  }
  return area;
}

type Point = Pick<Position, 'latitude' | 'longitude'>;

function middle(code: string): Point {
  const { south, west, height, width } = areaOf(code);
  return { latitude: south + height / 2, longitude: west + width / 2 };
}

/** Return the first four digits of the code of a point. */
function prefixOf({ latitude, longitude }: Point): string {
  const [north, east] = [Math.floor(latitude + 90), Math.floor(longitude + 180)];
  return [north / BASE, east / BASE, north % BASE, east % BASE].map((at) => DIGITS[Math.floor(at)]).join('');
}

/** Move a value by whole steps to within half a step of another one. */
const nearest = (value: number, to: number): number =>
  value + SHORT_STEP * Math.round((to - value) / SHORT_STEP);

/**
 * Complete a code of which the first four digits are missing: of all places with it, return the nearest to a point.
 * @internal exported for tests
 */
export function nearestTo(short: string, point: Point): Point {
  const { latitude, longitude } = middle(prefixOf(point) + short);
  return { latitude: nearest(latitude, point.latitude), longitude: nearest(longitude, point.longitude) };
}

const nameKey = (text: string): string =>
  placeWords(text)
    .map((word) => word.text)
    .join(' ');
const POINTS = new Map(
  LOCALITIES.flatMap(([names, latitude, longitude]) =>
    names.split(' / ').map((name): [string, Point] => [nameKey(name), { latitude, longitude }]),
  ),
);
const MOST_WORDS = Math.max(...[...POINTS.keys()].map((name) => name.split(' ').length));
/** Words after or before a code among which its locality is named. */
const NEAR = 8;
const LETTER = /[A-Z]/iu;

/** Return the first locality that some words name. */
function localityIn(words: readonly string[]): Point | undefined {
  for (let at = 0; at < words.length; at += 1) {
    for (let length = MOST_WORDS; length > 0; length -= 1) {
      const name = words.slice(at, at + length).join(' ');
      const point = POINTS.get(name) ?? POINTS.get(name.replace(/^[وف]?[بل](?=ال)/u, ''));
      if (point) return point;
    }
  }
  return undefined;
}

const LONGEST_CONTEXT = 120;

/** Return the point of the locality beside a code: behind it on its line, or directly before it. */
function localityBeside(text: string, start: number, end: number): Point | undefined {
  const [after = ''] = text.slice(end, end + LONGEST_CONTEXT).split(/[\n\r]/u);
  const before = text
    .slice(Math.max(0, start - LONGEST_CONTEXT), start)
    .split(/[\n\r]/u)
    .at(-1);
  const words = (part = ''): string[] => placeWords(part).map((word) => word.text);
  return localityIn(words(after).slice(0, NEAR)) ?? localityIn(words(before).slice(-NEAR));
}

/** A plus code in a text. Without a position, no locality beside it says where it is. */
export interface PlusCode {
  readonly code: string;
  readonly position?: FoundPosition;
}

/**
 * Find the plus codes (Open Location Code) of a text: full ones such as `7HP8PM7G+4C`, and short ones with a city of
 * the Kingdom beside them: «PM7G+4C الرياض». Codes of a whole region are left out.
 */
export function plusCodes(text: string): PlusCode[] {
  const plain = toLatinDigits(stripBidiControls(text).replace(/[\u200b-\u200f\ufeff]/gu, ''));
  const found: PlusCode[] = [];
  for (const { 0: whole, 1: head = '', 2: tail = '', index } of plain.matchAll(CODE)) {
    const code = `${head}+${tail}`.toUpperCase();
    if (head.length === BEFORE_PLUS) {
      const { latitude, longitude } = middle(code);
      found.push({ code, position: positionIn(latitude, longitude) ?? 'outside' });
      continue;
    }
    // `2345+67` is a sum.
    if (!LETTER.test(code)) continue;
    const point = localityBeside(plain, index, index + whole.length);
    const completed = point && nearestTo(code, point);
    found.push({
      code,
      ...(completed && { position: positionIn(completed.latitude, completed.longitude) ?? 'outside' }),
    });
  }
  return found;
}
