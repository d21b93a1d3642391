import type { CaseType } from '#events/vocabulary.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import type { Language } from '#shared/domain/text/language.ts';
import { TELEPHONE_CODE } from '../sent-copy.ts';
import {
  byLanguage,
  layOutMail,
  type RenderedMail,
  type Section,
  type SigningCentre,
} from './mail-layout.ts';
import { subjectTag, TRACK, TYPE_LABEL, YOUR_TYPE } from './terms.ts';

export interface AcknowledgementValues {
  readonly language: Language;
  readonly reference: string;
  /** The code by which the reader proves on the telephone to have this address. */
  readonly telephoneCode: string;
  readonly type: CaseType;
  /** The category's names from the settings, never the sender's own words. */
  readonly category: Readonly<Record<Language, string>>;
  /** Epoch milliseconds of the promised first response. Null for thanks, which wait for no answer. */
  readonly promisedAt: number | null;
  readonly zone: string;
  /** Working hours as text. */
  readonly hours: Readonly<Record<Language, string>>;
  /** The sealed link to the status of the case. */
  readonly link: string;
  readonly centre: SigningCentre;
}

function arabic({
  reference,
  telephoneCode,
  type,
  category,
  promisedAt,
  zone,
  hours,
  link,
}: AcknowledgementValues): Section {
  const yours = YOUR_TYPE[type].ar;
  return {
    language: 'ar',
    title: `استلمنا ${yours}`,
    paragraphs: [
      'السلام عليكم ورحمة الله وبركاته،',
      promisedAt === null
        ? `كلماتك محل تقديرنا، وسنوصلها إلى أصحابها. سجّلنا ${yours} بالرقم المرجعي أدناه.`
        : `نشكر لك تواصلك معنا. سجّلنا ${yours} بالرقم المرجعي أدناه، وسنرد عليك في موعد أقصاه الوقت الموضح.`,
      'لإضافة معلومات أو صور يمكنك الرد على هذه الرسالة مباشرة مع إبقاء موضوعها كما هو.',
    ],
    facts: [
      { label: 'الرقم المرجعي', value: reference, ltr: true },
      { label: 'النوع', value: TYPE_LABEL[type].ar },
      { label: 'التصنيف', value: category.ar },
      ...(promisedAt === null ? [] : [{ label: 'موعد الرد', value: formatInstant(promisedAt, 'ar', zone) }]),
      { label: 'أوقات العمل', value: hours.ar },
      { label: TELEPHONE_CODE.ar, value: telephoneCode, ltr: true },
    ],
    action: { label: TRACK.ar, href: link },
  };
}

function english({
  reference,
  telephoneCode,
  type,
  category,
  promisedAt,
  zone,
  hours,
  link,
}: AcknowledgementValues): Section {
  const yours = YOUR_TYPE[type].en;
  return {
    language: 'en',
    title: `We have received ${yours}`,
    paragraphs: [
      'Thank you for contacting us.',
      promisedAt === null
        ? `Your words are appreciated, and we pass them on. We have registered ${yours} under the reference below.`
        : `We have registered ${yours} under the reference below and will answer you no later than the time shown.`,
      'To add information or pictures, reply to this message and keep its subject as it is.',
    ],
    facts: [
      { label: 'Reference', value: reference, ltr: true },
      { label: 'Type', value: TYPE_LABEL[type].en },
      { label: 'Category', value: category.en },
      ...(promisedAt === null ? [] : [{ label: 'Answer by', value: formatInstant(promisedAt, 'en', zone) }]),
      { label: 'Working hours', value: hours.en },
      { label: TELEPHONE_CODE.en, value: telephoneCode, ltr: true },
    ],
    action: { label: TRACK.en, href: link },
  };
}

/** Build the mail that confirms a new case and its promised response time. */
export function acknowledgement(values: AcknowledgementValues): RenderedMail {
  const { language, reference, type } = values;
  const subject =
    language === 'ar' ? `استلمنا ${YOUR_TYPE[type].ar}` : `We have received ${YOUR_TYPE[type].en}`;
  return layOutMail(
    { template: 'acknowledgement', version: 1, subject: `${subjectTag(reference, language)} ${subject}` },
    byLanguage(language, arabic(values), english(values)),
    values.centre,
  );
}
