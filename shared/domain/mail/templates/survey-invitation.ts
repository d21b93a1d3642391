import type { CaseType } from '#events/vocabulary.ts';
import { type Addressed, greetingOf } from '#shared/domain/people/form-of-address.ts';
import { formatDay } from '#shared/domain/text/format-instant.ts';
import type { Language } from '#shared/domain/text/language.ts';
import {
  byLanguage,
  layOutMail,
  type RenderedMail,
  type Section,
  type SigningCentre,
} from './mail-layout.ts';
import { subjectTag, YOUR_TYPE } from './terms.ts';

export interface SurveyInvitationValues {
  /** The beneficiary, whom the mail addresses by name when their form of address is known. */
  readonly to?: Addressed | undefined;
  readonly language: Language;
  readonly reference: string;
  readonly type: CaseType;
  /** The recipient's one-time link. */
  readonly link: string;
  /** Link to stop surveys. */
  readonly unsubscribe: string;
  /** Epoch milliseconds of the expiry. */
  readonly expiresAt: number;
  readonly zone: string;
  readonly centre: SigningCentre;
}

const TEXT = {
  ar: {
    title: 'كيف كانت خدمتنا؟',
    greeting: ['السلام عليكم ورحمة الله وبركاته،'],
    question: (type: string) =>
      `أفادتنا الإدارة المختصة بانتهاء العمل على ${type}. يهمنا أن نعرف منك: هل انتهت المعاملة فعلًا؟ وما مدى رضاك عن الخدمة؟`,
    effort: 'لا يستغرق التقييم أكثر من دقيقة، والرابط خاص بك ويُستخدم مرة واحدة.',
    ...{ reference: 'الرقم المرجعي', until: 'آخر يوم للتقييم', rate: 'تقييم الخدمة' },
    stop: 'لا أريد استبيانات بعد الآن',
  },
  en: {
    title: 'How did we do?',
    greeting: [],
    question: (type: string) =>
      `The department in charge tells us that the work on ${type} is finished. We would like to hear it from you: is it, and how satisfied are you with the service?`,
    effort: 'It takes less than a minute. The link is yours alone and works once.',
    ...{ reference: 'Reference', until: 'Open until', rate: 'Rate the service' },
    stop: 'Send me no more surveys',
  },
} as const;

function section(
  language: Language,
  { to, reference, type, link, expiresAt, zone, unsubscribe }: SurveyInvitationValues,
): Section {
  const w = TEXT[language];
  return {
    language,
    title: w.title,
    paragraphs: [...greetingOf(to, language), ...w.greeting, w.question(YOUR_TYPE[type][language]), w.effort],
    facts: [
      { label: w.reference, value: reference, ltr: true },
      { label: w.until, value: formatDay(expiresAt, language, zone) },
    ],
    action: { label: w.rate, href: link },
    leave: { label: w.stop, href: unsubscribe },
  };
}

/** Build the survey invitation: whether the matter is finished, and how satisfied the beneficiary is. */
export function surveyInvitation(values: SurveyInvitationValues): RenderedMail {
  const { language, reference } = values;
  const { title } = TEXT[language];
  return layOutMail(
    { template: 'survey-invitation', version: 1, subject: `${subjectTag(reference, language)} ${title}` },
    byLanguage(language, section('ar', values), section('en', values)),
    values.centre,
  );
}
