import { stripBidiControls } from './bidi.ts';

/**
 * A part of a text. `ltr` reads from left to right in any text around it. `ltr-override` is the same for digits
 * that are always ordered with Arabic letters: only an override keeps their groups in place.
 */
export interface TextRun {
  readonly order: 'text' | 'ltr' | 'ltr-override';
  readonly text: string;
}

/** Latin, Arabic-Indic and Persian digits. */
const D = '0-9\u0660-\u0669\u06f0-\u06f9';
const ARABIC_INDIC = /[\u0660-\u0669\u06f0-\u06f9]/u;
const LATIN = 'A-Za-z';

const START = `(?<![${LATIN}${D}])`;
const END = `(?![${LATIN}${D}])`;
/** Signs are those of a number only after a space or an opening mark: the one in «كوفيد-19» is a hyphen. */
const BEFORE_SIGN = String.raw`(?<=^|[\s([«"'،؛:=])`;
/** Every repetition has a limit, so that the time to read a text grows with its length only. */
const NUMBER = `[${D}]{1,20}(?:[.,:/\u066b\u066c][${D}]{1,20}){0,6}`;

const address = String.raw`https?://[^\s<>«»]+|[${LATIN}0-9._%+'\-]{1,64}@[${LATIN}0-9][${LATIN}0-9.-]{0,190}[${LATIN}0-9]`;
const coordinates = String.raw`${START}[+-]?[${D}]{1,3}[.\u066b][${D}]{3,15}\s?[,،]\s?[+-]?[${D}]{1,3}[.\u066b][${D}]{3,15}${END}`;
/** Digits in groups, 7 to 15 in all, with the signs that people write in telephone numbers. */
const telephone = String.raw`${START}(?=\+?(?:[ \u00a0().\-]{0,2}[${D}]){7,15}(?![ \u00a0.\-]?[${D}]))(?:\+|\(?\+?[${D}]{1,6}\)?[ \u00a0.\-()])[${D} \u00a0().\-]{0,40}[${D}]${END}`;
const range = String.raw`${START}[+\-\u2212]?${NUMBER}[%\u066a]?\s?[-\u2013\u2014]\s?${NUMBER}(?:\s?[%\u066a])?${END}`;
/** Letters and digits joined by signs: references, dates, times, versions. */
const joined = String.raw`${START}#?(?=[${LATIN}_:./\\\-\u2013]{0,40}[${D}])[${LATIN}${D}]{1,40}(?:[-\u2013/\\._:+×*][${LATIN}${D}]{1,40}){1,12}(?:\s?[%\u066a]|\+)?${END}`;
const signed = String.raw`${BEFORE_SIGN}[+\-\u2212\u00b1<>≤≥≈~#$€£*]{1,2}\s?${NUMBER}[%\u066a+#*°]?`;
const measured = String.raw`${START}${NUMBER}(?:\s?[%‰°]|\+(?![${D}])|[#*])`;

const RUN = new RegExp([address, coordinates, telephone, range, joined, signed, measured].join('|'), 'gu');

/** The marks that one letter can have. More of them are drawn far outside of their line. */
const EXCESS_MARKS = /(\p{M}{6})\p{M}+/gu;

/**
 * Prepare the words of other people for display: remove the characters that reorder text, and marks beyond the six
 * that a letter can have.
 */
const displayed = (text: string): string => stripBidiControls(text).replace(EXCESS_MARKS, '$1');

/**
 * Split the words of other people into runs. Telephone numbers, references, dates, ranges, signed numbers and
 * addresses are runs from left to right: in Arabic text, a browser would draw «055 123 4567» with its last group
 * first.
 */
export function textRuns(text: string): readonly TextRun[] {
  const shown = displayed(text);
  const runs: TextRun[] = [];
  let at = 0;
  for (const { 0: found, index } of shown.matchAll(RUN)) {
    if (index > at) runs.push({ order: 'text', text: shown.slice(at, index) });
    runs.push({ order: ARABIC_INDIC.test(found) ? 'ltr-override' : 'ltr', text: found });
    at = index + found.length;
  }
  if (at < shown.length) runs.push({ order: 'text', text: shown.slice(at) });
  return runs;
}

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const LEFT_TO_RIGHT_OVERRIDE = '\u202d';
const POP_FORMATTING = '\u202c';
const POP_ISOLATE = '\u2069';

/**
 * Return whether a run between Arabic letters would be drawn in another order without an isolate. A time, a decimal
 * and a date with slashes would not (UAX #9, rule W4), and neither would digits with Latin letters among them.
 */
export const isReordered = (run: string): boolean =>
  isAddress(run) || (/[^.,:/\p{N}]/u.test(run) && !/[A-Za-z]/u.test(run)) || /^[^\p{L}\p{N}]/u.test(run);

const isAddress = (text: string): boolean => text.includes('@') || text.includes('://');

const isolated = ({ order, text }: TextRun): string => {
  // A mail program would take the closing character for a part of the address.
  if (order === 'text' || isAddress(text) || !isReordered(text)) return text;
  const inside = order === 'ltr' ? text : `${LEFT_TO_RIGHT_OVERRIDE}${text}${POP_FORMATTING}`;
  return `${LEFT_TO_RIGHT_ISOLATE}${inside}${POP_ISOLATE}`;
};

/** Write the runs of a text for plain text, with the characters of UAX #9 where they are needed. */
export const isolateRuns = (text: string): string => textRuns(text).map(isolated).join('');
