import { normaliseArabic } from '../text/normalise-arabic.ts';

/** A month by its name, 1 to 12, and its calendar. */
export interface NamedMonth {
  readonly calendar: 'gregorian' | 'hijri';
  readonly month: number;
}

/** Names of the months as lists write them: of the Gulf, of the Levant, and English with their first three letters. */
const GREGORIAN: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'january', 'jan'],
  ['فبراير', 'شباط', 'february', 'feb'],
  ['مارس', 'آذار', 'march', 'mar'],
  ['أبريل', 'نيسان', 'april', 'apr'],
  ['مايو', 'أيار', 'may'],
  ['يونيو', 'يونيه', 'حزيران', 'june', 'jun'],
  ['يوليو', 'يوليه', 'تموز', 'july', 'jul'],
  ['أغسطس', 'آب', 'august', 'aug'],
  ['سبتمبر', 'أيلول', 'september', 'sept', 'sep'],
  ['أكتوبر', 'تشرين الأول', 'october', 'oct'],
  ['نوفمبر', 'تشرين الثاني', 'november', 'nov'],
  ['ديسمبر', 'كانون الأول', 'december', 'dec'],
];

const all = (stems: readonly string[], ends: readonly string[]): string[] =>
  stems.flatMap((stem) => ends.map((end) => `${stem} ${end}`));
const RABI = ['ربيع', 'rabi', 'rabi al', 'rabee', 'rabia'];
const JUMADA = ['جمادى', 'جماد', 'jumada', 'jumada al', 'jamada', 'jamad'];
const FIRST = ['الأول', 'الأولى', 'أول', 'أولى', '1', 'i', 'awwal', 'awal', 'ula', 'oula'];
const SECOND = [
  ...['الآخر', 'الآخرة', 'آخر', 'آخرة', 'الثاني', 'الثانية', 'ثاني', 'ثانية', '2', 'ii'],
  ...['thani', 'thania', 'thaniyah', 'akhir', 'akhira', 'akhirah', 'akhar'],
];

const HIJRI: readonly (readonly string[])[] = [
  ['محرم', 'المحرم', 'محرم الحرام', 'muharram', 'muharam'],
  ['صفر', 'safar'],
  all(RABI, FIRST),
  all(RABI, SECOND),
  all(JUMADA, FIRST),
  all(JUMADA, SECOND),
  ['رجب', 'rajab'],
  ['شعبان', 'shaban', 'shaaban'],
  ['رمضان', 'رمضان المبارك', 'ramadan', 'ramadhan'],
  ['شوال', 'shawwal', 'shawal'],
  [
    ...all(['ذو', 'ذي', 'ذوال', 'ذا'], ['القعدة', 'قعدة']),
    ...[
      'القعدة',
      'ذوالقعدة',
      'ذيالقعدة',
      'dhu al qidah',
      'dhu al qadah',
      'dhul qidah',
      'dhul qadah',
      'zul qadah',
    ],
  ],
  [
    ...all(['ذو', 'ذي', 'ذوال', 'ذا'], ['الحجة', 'حجة']),
    ...[
      'الحجة',
      'ذوالحجة',
      'ذيالحجة',
      'dhu al hijjah',
      'dhul hijjah',
      'dhu al hijja',
      'dhul hijja',
      'zul hijjah',
    ],
  ],
];

/** Names in one form: letters as `normaliseArabic` writes them, without the marks of transliteration. */
const keyOf = (name: string): string =>
  normaliseArabic(name)
    .replace(/[’'‘`ʿʾ]/gu, '')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[\s_-]+/gu, ' ')
    .trim();

const tableOf = (calendar: NamedMonth['calendar'], names: readonly (readonly string[])[]) =>
  names.flatMap((forms, index) =>
    forms.map((form): readonly [string, NamedMonth] => [keyOf(form), { calendar, month: index + 1 }]),
  );

const MONTHS: ReadonlyMap<string, NamedMonth> = new Map([
  ...tableOf('gregorian', GREGORIAN),
  ...tableOf('hijri', HIJRI),
]);

/** Find a month by its written name, Arabic or English. */
export const monthNamed = (name: string): NamedMonth | undefined => MONTHS.get(keyOf(name));
