import type { CaseStatus, CaseType, ClosingReason, Language, ResolutionOutcome } from '#events/vocabulary.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { speakable, spokenCategory, spokenDepartment } from './spoken-names.ts';
import { spokenReference } from './spoken-reference.ts';
import { spokenInstant } from './spoken-time.ts';

type Gender = 'he' | 'she';

const TYPES: Readonly<
  Record<CaseType, { readonly ar: string; readonly en: string; readonly gender: Gender }>
> = {
  observation: { ar: 'ملاحظتك', en: 'Your observation', gender: 'she' },
  inquiry: { ar: 'استفسارك', en: 'Your inquiry', gender: 'he' },
  report: { ar: 'بلاغك', en: 'Your report', gender: 'he' },
  complaint: { ar: 'شكواك', en: 'Your complaint', gender: 'she' },
  thanks: { ar: 'رسالة شكرك', en: 'Your message of thanks', gender: 'she' },
  'data-request': {
    ar: 'طلبك عن بياناتك',
    en: 'Your data request',
    gender: 'he',
  },
};

/** A status text for masculine and feminine nouns. */
interface StatusText {
  readonly he: string;
  readonly she: string;
  readonly en: string;
}

/** Status texts for both genders. `#` is the place of the department. */
const STATUS: Readonly<Record<CaseStatus, StatusText>> = {
  new: {
    he: 'مسجّل لدى #، وبانتظار الاستلام',
    she: 'مسجّلة لدى #، وبانتظار الاستلام',
    en: 'is registered with # and waiting for an agent',
  },
  open: { he: 'قيد المعالجة لدى #', she: 'قيد المعالجة لدى #', en: 'is being worked on by #' },
  'pending-beneficiary': {
    he: 'بانتظار معلومات منك',
    she: 'بانتظار معلومات منك',
    en: 'is waiting for information from you',
  },
  'pending-department': { he: 'لدى #', she: 'لدى #', en: 'is with #' },
  resolved: { he: 'أُنجز', she: 'أُنجزت', en: 'has been resolved' },
  closed: { he: 'مغلق', she: 'مغلقة', en: 'is closed' },
};

const CENTRE: Readonly<Record<Language, string>> = { ar: 'المركز', en: 'the centre' };

/** Return the promised time of a case: of a promised call or mail, otherwise of the resolution. */
export function promiseOf(
  supportCase: Case,
  rules: Rules,
  now: number,
): { by: 'contact' | 'end'; at: number } | null {
  if (!isActive(supportCase.status)) return null;
  if (supportCase.promise) return { by: 'contact', at: supportCase.promise.dueAt };
  const { dueAt } = clocksOf(supportCase, rules, now).clocks.resolution;
  return dueAt === null ? null : { by: 'end', at: dueAt };
}

function promised(supportCase: Case, rules: Rules, now: number, language: Language): string {
  const promise = promiseOf(supportCase, rules, now);
  if (promise === null) return '';
  const when = spokenInstant(promise.at, now, language, rules.desk.calendar.calendar.zone);
  if (promise.at <= now) {
    return language === 'ar'
      ? 'تأخّرنا عن الموعد الذي حدّدناه، ونعتذر لك، ونتابع الأمر مع المختصين.'
      : 'We are sorry: it is later than we promised, and we are pressing for it.';
  }
  if (promise.by === 'contact')
    return language === 'ar' ? `ووعدناك بالتواصل معك ${when}.` : `We promised to contact you ${when}.`;
  const its = TYPES[supportCase.type].gender === 'he' ? 'لإنجازه' : 'لإنجازها';
  return language === 'ar' ? `والموعد المحدد ${its} ${when}.` : `It is promised ${when}.`;
}

/** How a case ended, besides finished, for both genders. */
const ENDED = {
  'no-answer': {
    he: 'أُغلق لأننا لم نتلقَّ ردًّا منك',
    she: 'أُغلقت لأننا لم نتلقَّ ردًّا منك',
    en: 'was closed because we did not hear from you',
  },
  duplicate: {
    he: 'أُغلق لأنه مكرّر',
    she: 'أُغلقت لأنها مكرّرة',
    en: 'was closed because it was registered twice',
  },
  withdrawn: { he: 'أُغلق بناءً على طلبك', she: 'أُغلقت بناءً على طلبك', en: 'was closed at your request' },
} as const satisfies Partial<Record<ClosingReason, StatusText>>;

/** How the work on a case ended, for both genders. */
const OUTCOME: Readonly<Record<ResolutionOutcome | 'unknown', StatusText>> = {
  done: { he: 'أُنجز', she: 'أُنجزت', en: 'was resolved' },
  answered: { he: 'أُجيب عنه', she: 'أُجيب عنها', en: 'was answered' },
  'handed-over': {
    he: 'أُحيل إلى جهة أخرى',
    she: 'أُحيلت إلى جهة أخرى',
    en: 'was handed over to another body',
  },
  'outside-remit': {
    he: 'تبيّن أنه خارج اختصاصنا',
    she: 'تبيّن أنها خارج اختصاصنا',
    en: 'was found to be outside our remit',
  },
  'not-reached': {
    he: 'انتهى لتعذّر الوصول إليك',
    she: 'انتهت لتعذّر الوصول إليك',
    en: 'ended because we could not reach you',
  },
  withdrawn: { he: 'انتهى بناءً على طلبك', she: 'انتهت بناءً على طلبك', en: 'ended at your request' },
  duplicate: { he: 'انتهى لأنه مكرّر', she: 'انتهت لأنها مكرّرة', en: 'ended because it was registered twice' },
  unknown: { he: 'انتهى العمل عليه', she: 'انتهى العمل عليها', en: 'was dealt with' },
};

/** The most letters of an agent's words that a caller listens to: about ten seconds. */
const MOST_LETTERS = 120;

/** Return the first sentences, or clauses, that a caller can listen to. */
function beginningOf(words: string): string {
  const parts = words.match(/[^.؟?!،,؛;]+[.؟?!،,؛;]*/gu) ?? [];
  let kept = '';
  for (const part of parts) {
    if (kept.length + part.length > MOST_LETTERS) break;
    kept += part;
  }
  return kept.replace(/[،,؛;\s]+$/u, '').trim();
}

/** Return the agent's words about the work done, if they are in the language of the caller. */
function workDone(outcome: string | undefined, language: Language): string {
  const words = beginningOf(speakable(outcome ?? ''));
  const isArabic = /\p{Script=Arabic}/u.test(words);
  if (words === '' || isArabic !== (language === 'ar')) return '';
  const sentence = /[.؟?!]$/u.test(words) ? words : `${words}.`;
  return language === 'ar' ? `وهذا ما تم، ${sentence}` : `What was done: ${sentence}`;
}

/** Describe the end of a case: the work done, its time, and the words of the agent to the beneficiary. */
function spokenEnd(
  { resolution, closing }: Case,
  gender: Gender,
  rules: Rules,
  now: number,
  language: Language,
) {
  const end = closing?.reason;
  // A resolved case closes by itself. That says nothing about the beneficiary.
  const isResolved = end === 'no-answer' && resolution !== undefined;
  const closed =
    end !== undefined && end in ENDED && !isResolved ? ENDED[end as keyof typeof ENDED] : undefined;
  const text = closed ?? OUTCOME[resolution?.as ?? 'unknown'];
  const at = closed ? closing?.at : resolution?.at;
  if (at === undefined) return undefined;
  const when = spokenInstant(at, now, language, rules.desk.calendar.calendar.zone);
  const words = closed ? '' : workDone(resolution?.outcome, language);
  return { stands: `${language === 'ar' ? text[gender] : text.en} ${when}`, words };
}

/** A case in parts of a few seconds each, because a caller cannot follow a longer announcement. */
export interface SpokenCase {
  /** Type, reference and subject: «بلاغك رقم …، بشأن إنارة الشوارع،». */
  readonly which: string;
  /** The status, and for an ended case its time. */
  readonly stands: string;
  /** The promised time, or the work done. Empty when there is neither. */
  readonly more: string;
}

const nameOf = (type: CaseType, reference: string, language: Language): string =>
  language === 'ar' ? `${TYPES[type].ar} رقم ${reference}` : `${TYPES[type].en} ${reference}`;

/**
 * Describe a case for an authorised caller.
 * @param withReference a caller who has several cases or asks for one hears its reference
 */
export function spokenCase(
  supportCase: Case,
  rules: Rules,
  now: number,
  language: Language,
  { withReference = true }: { readonly withReference?: boolean } = {},
): SpokenCase {
  const { type, status, id, category, department } = supportCase;
  const name = withReference ? nameOf(type, spokenReference(id, language), language) : TYPES[type][language];
  const subject = spokenCategory(rules, category, language);
  const where = spokenDepartment(rules, department, language) ?? CENTRE[language];
  const { gender } = TYPES[type];
  const text = language === 'ar' ? STATUS[status][gender] : STATUS[status].en;
  const ended = isActive(status) ? undefined : spokenEnd(supportCase, gender, rules, now, language);
  const [comma, about] = language === 'ar' ? ['،', 'بشأن'] : [',', 'about'];
  const start = withReference ? `${name}${comma}` : name;
  const whole = subject === undefined ? name : `${start} ${about} ${subject}`;
  return {
    which: withReference || language === 'ar' ? `${whole}${comma}` : whole,
    stands: `${ended?.stands ?? text.replace('#', where)}.`,
    more: ended?.words ?? promised(supportCase, rules, now, language),
  };
}

/** Describe a case for a caller who has only the reference: say that it is registered, and nothing more. */
export const spokenExistence = ({ status }: Pick<Case, 'status'>, language: Language): string => {
  if (isActive(status))
    return language === 'ar'
      ? 'معاملتك مسجّلة لدينا ونعمل عليها.'
      : 'Your case is registered and we are working on it.';
  return language === 'ar'
    ? 'معاملتك مسجّلة لدينا، وانتهى العمل عليها.'
    : 'Your case is registered, and work on it is finished.';
};
