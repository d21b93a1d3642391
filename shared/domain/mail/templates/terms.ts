import type { CaseType, ClockName, ResolutionOutcome } from '#events/vocabulary.ts';
import type { Language } from '#shared/domain/text/language.ts';

type BilingualTerm = Readonly<Record<Language, string>>;

/** A case's type as a label. */
export const TYPE_LABEL: Readonly<Record<CaseType, BilingualTerm>> = {
  observation: { ar: 'ملاحظة', en: 'Observation' },
  inquiry: { ar: 'استفسار', en: 'Inquiry' },
  report: { ar: 'بلاغ', en: 'Report' },
  complaint: { ar: 'شكوى', en: 'Complaint' },
  thanks: { ar: 'شكر وتقدير', en: 'Thanks' },
  'data-request': { ar: 'طلب بيانات شخصية', en: 'Personal data request' },
};

/** A case's type with the beneficiary as owner ("your report"). */
export const YOUR_TYPE: Readonly<Record<CaseType, BilingualTerm>> = {
  observation: { ar: 'ملاحظتك', en: 'your observation' },
  inquiry: { ar: 'استفسارك', en: 'your inquiry' },
  report: { ar: 'بلاغك', en: 'your report' },
  complaint: { ar: 'شكواك', en: 'your complaint' },
  thanks: { ar: 'رسالة شكرك', en: 'your thanks' },
  'data-request': { ar: 'طلبك المتعلق ببياناتك الشخصية', en: 'your request about your personal data' },
};

/** The question at the end of a case, as people say it of what they wrote. */
export const FINISHED: Readonly<Record<CaseType, BilingualTerm>> = {
  observation: { ar: 'هل عولجت ملاحظتك؟', en: 'Has your observation been dealt with?' },
  inquiry: { ar: 'هل أُجيب عن استفسارك؟', en: 'Has your inquiry been answered?' },
  report: { ar: 'هل عولج بلاغك؟', en: 'Has your report been dealt with?' },
  complaint: { ar: 'هل عولجت شكواك؟', en: 'Has your complaint been dealt with?' },
  thanks: { ar: 'هل انتهت معاملتك؟', en: 'Is your matter finished?' },
  'data-request': { ar: 'هل نُفّذ طلبك؟', en: 'Has your request been carried out?' },
};

/** How the work on a case ended. */
export const OUTCOME: Readonly<Record<ResolutionOutcome, BilingualTerm>> = {
  done: { ar: 'أُنجز المطلوب', en: 'Done' },
  answered: { ar: 'أُجيب عن الاستفسار', en: 'Answered' },
  'handed-over': { ar: 'أُحيلت إلى جهة أخرى', en: 'Handed over to another body' },
  'outside-remit': { ar: 'خارج اختصاص الأمانة', en: 'Outside our remit' },
  'not-reached': { ar: 'تعذّر الوصول إلى المستفيد', en: 'Could not reach the beneficiary' },
  withdrawn: { ar: 'تنازل المستفيد عن الطلب', en: 'Withdrawn by the beneficiary' },
  duplicate: { ar: 'مكررة', en: 'Duplicate' },
};

/** The obligation of a service-level clock, definite. */
export const CLOCK_LABEL: Readonly<Record<ClockName, BilingualTerm>> = {
  firstResponse: { ar: 'الرد الأول', en: 'first response' },
  nextResponse: { ar: 'الرد التالي', en: 'next response' },
  resolution: { ar: 'إنهاء المعاملة', en: 'resolution' },
  followUp: { ar: 'الوعد بالتواصل', en: 'promised contact' },
  department: { ar: 'إجابة الإدارة', en: 'department’s answer' },
  touch: { ar: 'التواصل مع المستثمر', en: 'contact with the investor' },
};

/** Build the subject tag, which `findReferences` parses. */
export function subjectTag(reference: string, language: Language): string {
  return language === 'ar' ? `[رضا ${reference}]` : `[Rida ${reference}]`;
}

/** The button that leads to the status of a case. */
export const TRACK: Readonly<Record<Language, string>> = { ar: 'متابعة معاملتك', en: 'Track your case' };
