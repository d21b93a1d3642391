import type { CaseType, Language } from '#events/vocabulary.ts';
import type { Reference } from '#shared/domain/cases/reference.ts';

/** The symbols of a reference or a number as Arabic says them one by one. */
export const ARABIC_SYMBOLS: Readonly<Record<string, string>> = {
  0: 'صفر',
  1: 'واحد',
  2: 'اثنان',
  3: 'ثلاثة',
  4: 'أربعة',
  5: 'خمسة',
  6: 'ستة',
  7: 'سبعة',
  8: 'ثمانية',
  9: 'تسعة',
  A: 'إيه',
  F: 'إف',
  H: 'إتش',
  K: 'كي',
  M: 'إم',
  R: 'آر',
  T: 'تي',
  Y: 'واي',
};

/** Format a reference for speech, symbol by symbol. In Arabic, use the Arabic names of letters and digits. */
export const spokenReference = (reference: Reference, language: Language): string =>
  reference
    .split('-')
    .map((group) =>
      [...group].map((symbol) => (language === 'ar' ? (ARABIC_SYMBOLS[symbol] ?? symbol) : symbol)),
    )
    .map((symbols) => symbols.join(language === 'ar' ? '، ' : ', '))
    .join(language === 'ar' ? '؛ ' : '; ');

const CALL_SUBJECT: Readonly<Record<CaseType, Readonly<Record<Language, string>>>> = {
  observation: { ar: 'ملاحظة عبر الهاتف', en: 'Observation by telephone' },
  inquiry: { ar: 'استفسار عبر الهاتف', en: 'Inquiry by telephone' },
  report: { ar: 'بلاغ عبر الهاتف', en: 'Report by telephone' },
  complaint: { ar: 'شكوى عبر الهاتف', en: 'Complaint by telephone' },
  thanks: { ar: 'شكر عبر الهاتف', en: 'Thanks by telephone' },
  'data-request': { ar: 'طلب بيانات عبر الهاتف', en: 'Data request by telephone' },
};

export const callSubject = (type: CaseType, language: Language): string => CALL_SUBJECT[type][language];

/** Return the subject that a call gave its case, in a language. Undefined for a subject that a person wrote. */
export const callSubjectIn = (subject: string, language: Language): string | undefined =>
  Object.values(CALL_SUBJECT).find(({ ar, en }) => subject === ar || subject === en)?.[language];
