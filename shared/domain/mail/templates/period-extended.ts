import type { DataOf } from '#events/registry.ts';
import type { CaseType } from '#events/vocabulary.ts';
import { type Addressed, greetingOf } from '#shared/domain/people/form-of-address.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import type { Language } from '#shared/domain/text/language.ts';
import {
  byLanguage,
  layOutMail,
  type RenderedMail,
  type Section,
  type SigningCentre,
} from './mail-layout.ts';
import { paragraphsOf } from './paragraphs-of.ts';
import { subjectTag, TRACK, YOUR_TYPE } from './terms.ts';

export interface PeriodExtendedValues {
  /** The beneficiary, whom the mail addresses by name when their form of address is known. */
  readonly to?: Addressed | undefined;
  readonly language: Language;
  readonly reference: string;
  readonly type: CaseType;
  readonly because: DataOf<'rida.case.extended.v1'>['because'];
  /** The reason in the words of the member of staff. */
  readonly reason: string;
  /** The deadline before and since, epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  readonly zone: string;
  /** The sealed link to the status of the case. */
  readonly link: string;
  readonly centre: SigningCentre;
}

const WORDS = {
  ar: {
    title: (type: string) => `نحتاج إلى مدة إضافية لإنجاز ${type}`,
    because: {
      effort:
        'يتطلب تنفيذ الطلب جهدًا إضافيًا غير متوقع أو غير معتاد، ويجيز النظام تمديد المدة مرة واحدة في هذه الحالة.',
      'several-requests': 'وردتنا منك طلبات متعددة، ويجيز النظام تمديد المدة مرة واحدة في هذه الحالة.',
    },
    labels: {
      reference: 'الرقم المرجعي',
      from: 'الموعد السابق',
      until: 'الموعد الجديد',
    },
    law: 'اللائحة التنفيذية لنظام حماية البيانات الشخصية، المادة 3.',
  },
  en: {
    title: (type: string) => `We need more time for ${type}`,
    because: {
      effort:
        'The request takes unexpected or unusual effort. The law allows one extension of the period in this case.',
      'several-requests':
        'You sent us several requests. The law allows one extension of the period in this case.',
    },
    labels: {
      reference: 'Reference',
      from: 'Before, due by',
      until: 'Now due by',
    },
    law: 'Implementing Regulation of the Personal Data Protection Law, article 3.',
  },
} as const;

/** Build the mail that tells a person that the period for their request about personal data was extended, and why. */
export function periodExtended(values: PeriodExtendedValues): RenderedMail {
  const { to, language, reference, type, because, reason, from, until, zone, link, centre } = values;
  const section = (one: Language): Section => {
    const { title, because: grounds, labels, law } = WORDS[one];
    return {
      language: one,
      title: title(YOUR_TYPE[type][one]),
      paragraphs: [...greetingOf(to, one), grounds[because], ...paragraphsOf(reason), law],
      facts: [
        { label: labels.reference, value: reference, ltr: true },
        { label: labels.from, value: formatInstant(from, one, zone) },
        { label: labels.until, value: formatInstant(until, one, zone) },
      ],
      action: { label: TRACK[one], href: link },
    };
  };
  const subject = `${subjectTag(reference, language)} ${WORDS[language].title(YOUR_TYPE[type][language])}`;
  return layOutMail(
    { template: 'period-extended', version: 1, subject },
    byLanguage(language, section('ar'), section('en')),
    centre,
  );
}
