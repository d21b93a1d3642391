import { arabicNumber, MOST_IN_WORDS, type NounGender } from './arabic-number.ts';

/** Forms of a noun for one, two, three to ten, and more. The forms for one and two include the number. */
export interface NounForms {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
}

/** The endings of a spoken number as the object of a preposition: «نحو اثنتي عشرة دقيقة», «نحو عشرين دقيقة». */
const inGenitive = (number: string): string =>
  number
    .replace(/^اثنتا /u, 'اثنتي ')
    .replace(/^اثنا /u, 'اثني ')
    .replace(/^اثنتان و/u, 'اثنتين و')
    .replace(/^اثنان و/u, 'اثنين و')
    .replace(/ون$/u, 'ين');

/**
 * Spell a count and its noun in Arabic words: «دقيقة», «دقيقتان», «ثلاث دقائق», «إحدى عشرة دقيقة». The noun is the
 * subject of its sentence unless the case says otherwise.
 */
export function counted(
  count: number,
  gender: NounGender,
  { one, two, few, many }: NounForms,
  grammaticalCase: 'nominative' | 'genitive' = 'nominative',
): string {
  if (count === 1) return one;
  if (count === 2) return two;
  const number = arabicNumber(Math.min(count, MOST_IN_WORDS), gender);
  const last = count % 100;
  const noun = last >= 3 && last <= 10 ? few : many;
  return `${grammaticalCase === 'genitive' ? inGenitive(number) : number} ${noun}`;
}
