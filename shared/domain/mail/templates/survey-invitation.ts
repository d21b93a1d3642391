import type { CaseType } from '#events/vocabulary.ts';
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

function arabic({ reference, type, link, expiresAt, zone, unsubscribe }: SurveyInvitationValues): Section {
  return {
    language: 'ar',
    title: 'كيف كانت خدمتنا؟',
    paragraphs: [
      'السلام عليكم ورحمة الله وبركاته،',
      `أفادنا القسم المختص بانتهاء العمل على ${YOUR_TYPE[type].ar}. يهمنا أن نعرف منك: هل انتهت المعاملة فعلًا؟ وما مدى رضاك عن الخدمة؟`,
      'لا يستغرق التقييم أكثر من دقيقة، والرابط خاص بك ويُستخدم مرة واحدة.',
    ],
    facts: [
      { label: 'الرقم المرجعي', value: reference, ltr: true },
      { label: 'آخر يوم للتقييم', value: formatDay(expiresAt, 'ar', zone) },
    ],
    action: { label: 'قيّم الخدمة', href: link },
    leave: { label: 'لا أريد استبيانات بعد الآن', href: unsubscribe },
  };
}

function english({ reference, type, link, expiresAt, zone, unsubscribe }: SurveyInvitationValues): Section {
  return {
    language: 'en',
    title: 'How did we do?',
    paragraphs: [
      `The department in charge tells us that the work on ${YOUR_TYPE[type].en} is finished. We would like to hear it from you: is it, and how satisfied are you with the service?`,
      'It takes less than a minute. The link is yours alone and works once.',
    ],
    facts: [
      { label: 'Reference', value: reference, ltr: true },
      { label: 'Open until', value: formatDay(expiresAt, 'en', zone) },
    ],
    action: { label: 'Rate the service', href: link },
    leave: { label: 'Send me no more surveys', href: unsubscribe },
  };
}

/** Build the survey invitation: whether the matter is finished, and how satisfied the beneficiary is. */
export function surveyInvitation(values: SurveyInvitationValues): RenderedMail {
  const { language, reference } = values;
  const subject = language === 'ar' ? 'كيف كانت خدمتنا؟' : 'How did we do?';
  return layOutMail(
    { template: 'survey-invitation', version: 1, subject: `${subjectTag(reference, language)} ${subject}` },
    byLanguage(language, arabic(values), english(values)),
    values.centre,
  );
}
