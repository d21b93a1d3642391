/** Gender of the counted noun: «ثلاثة أيام» (he), «ثلاث ساعات» (she). */
export type NounGender = 'he' | 'she';

const UNITS: Readonly<Record<NounGender, readonly string[]>> = {
  he: ['صفر', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'],
  she: ['صفر', 'واحدة', 'اثنتان', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'],
};

const TEENS: Readonly<Record<NounGender, readonly [eleven: string, twelve: string, ten: string]>> = {
  he: ['أحد عشر', 'اثنا عشر', 'عشر'],
  she: ['إحدى عشرة', 'اثنتا عشرة', 'عشرة'],
};

const TENS = ['', '', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون'] as const;

const HUNDREDS = [
  ...['', 'مئة', 'مئتان', 'ثلاثمئة', 'أربعمئة', 'خمسمئة', 'ستمئة', 'سبعمئة', 'ثمانمئة', 'تسعمئة'],
] as const;

function belowHundred(count: number, gender: NounGender): string {
  const units = UNITS[gender];
  if (count <= 10) return units[count] ?? '';
  const [eleven, twelve, ten] = TEENS[gender];
  if (count === 11) return eleven;
  if (count === 12) return twelve;
  if (count < 20) return `${units[count - 10]} ${ten}`;
  const tens = TENS[Math.floor(count / 10)] ?? '';
  const unit = count % 10;
  if (unit === 0) return tens;
  const first =
    unit === 1 ? (gender === 'he' ? 'واحد' : 'إحدى') : unit === 8 && gender === 'she' ? 'ثمانٍ' : units[unit];
  return `${first} و${tens}`;
}

function belowThousand(count: number, gender: NounGender): string {
  const hundreds = HUNDREDS[Math.floor(count / 100)] ?? '';
  const rest = count % 100;
  if (hundreds === '') return belowHundred(rest, gender);
  return rest === 0 ? hundreds : `${hundreds} و${belowHundred(rest, gender)}`;
}

function thousands(count: number): string {
  if (count === 1) return 'ألف';
  if (count === 2) return 'ألفان';
  const rest = count % 100;
  const noun = rest >= 3 && rest <= 10 ? 'آلاف' : 'ألف';
  return `${belowThousand(count, 'he')} ${noun}`;
}

/** The largest number that is spelt out. */
export const MOST_IN_WORDS = 999_999;

/**
 * Spell a whole number in Arabic, in the nominative: «اثنتا عشرة», «مئة وخمسة وعشرون».
 * @param count from 0 to 999,999
 */
export function arabicNumber(count: number, gender: NounGender): string {
  const above = Math.floor(count / 1000);
  const below = count % 1000;
  if (above === 0) return belowThousand(below, gender);
  return below === 0 ? thousands(above) : `${thousands(above)} و${belowThousand(below, gender)}`;
}

const FIRST_ORDINALS: readonly string[] = [
  ...['', 'الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع', 'العاشر'],
];

/** The unit of an ordinal above ten: «الحادي عشر». */
const inCompound = (unit: number): string => (unit === 1 ? 'الحادي' : (FIRST_ORDINALS[unit] ?? ''));

const NOMINATIVE = /ون$/u;

/**
 * Spell an ordinal of a masculine noun: «الثاني», «الحادي عشر», «الخامس والعشرون».
 * @param at from 1 to 99
 * @param ending of the tens: `ون` as a subject, `ين` after a noun («يوم الحادي والعشرين»)
 */
export function arabicOrdinal(at: number, ending: 'ون' | 'ين' = 'ون'): string {
  if (at <= 10) return FIRST_ORDINALS[at] ?? '';
  if (at < 20) return `${inCompound(at - 10)} عشر`;
  const tens = `ال${(TENS[Math.floor(at / 10)] ?? '').replace(NOMINATIVE, ending)}`;
  return at % 10 === 0 ? tens : `${inCompound(at % 10)} و${tens}`;
}
