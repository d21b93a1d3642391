import type { CaseStatus, CaseType, Language } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Reference } from '#shared/domain/case/reference.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';

const LETTERS: Readonly<Record<string, string>> = {
  A: 'إيه',
  F: 'إف',
  H: 'إتش',
  K: 'كي',
  M: 'إم',
  R: 'آر',
  T: 'تي',
  Y: 'واي',
};

/** A reference symbol by symbol as a voice says it; letters by their Arabic names to an Arabic voice. */
export const spokenReference = (reference: Reference, language: Language): string =>
  reference
    .split('-')
    .map((group) => [...group].map((symbol) => (language === 'ar' ? (LETTERS[symbol] ?? symbol) : symbol)))
    .map((symbols) => symbols.join(language === 'ar' ? '، ' : ', '))
    .join(language === 'ar' ? '؛ ' : '; ');

const STATUS: Readonly<Record<CaseStatus, Readonly<Record<Language, string>>>> = {
  new: { ar: 'مسجّلة وتنتظر أن يستلمها موظف', en: 'registered and waiting for an agent' },
  open: { ar: 'قيد المعالجة', en: 'being worked on' },
  'pending-beneficiary': { ar: 'بانتظار معلومات منك', en: 'waiting for information from you' },
  'pending-department': { ar: 'لدى الإدارة المختصة', en: 'with the department in charge' },
  resolved: { ar: 'منجزة', en: 'resolved' },
  closed: { ar: 'مغلقة', en: 'closed' },
};

const TYPE: Readonly<Record<CaseType, Readonly<Record<Language, string>>>> = {
  observation: { ar: 'ملاحظتك', en: 'Your observation' },
  inquiry: { ar: 'استفسارك', en: 'Your inquiry' },
  report: { ar: 'بلاغك', en: 'Your report' },
  complaint: { ar: 'شكواك', en: 'Your complaint' },
};

const CALL_SUBJECT: Readonly<Record<CaseType, Readonly<Record<Language, string>>>> = {
  observation: { ar: 'ملاحظة عبر الهاتف', en: 'Observation by telephone' },
  inquiry: { ar: 'استفسار عبر الهاتف', en: 'Inquiry by telephone' },
  report: { ar: 'بلاغ عبر الهاتف', en: 'Report by telephone' },
  complaint: { ar: 'شكوى عبر الهاتف', en: 'Complaint by telephone' },
};

export const callSubject = (type: CaseType, language: Language): string => CALL_SUBJECT[type][language];

/** Where a case stands, without anything personal: who has the reference may hear this much. */
export function spokenStatus(
  { type, status }: Pick<Case, 'type' | 'status'>,
  promisedAt: number | null,
  language: Language,
  zone: string,
): string {
  const promise = promisedAt === null ? '' : formatInstant(promisedAt, language, zone);
  if (language === 'ar') {
    return `معاملة ${TYPE[type].ar} ${STATUS[status].ar}.${promise ? ` الموعد المحدد للإنجاز: ${promise}.` : ''}`;
  }
  return `${TYPE[type].en} is ${STATUS[status].en}.${promise ? ` It is due to be finished by ${promise}.` : ''}`;
}
