import type { CaseType } from '#events/vocabulary.ts';
import { type Addressed, greetingOf } from '#shared/domain/people/form-of-address.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import type { Language } from '#shared/domain/text/language.ts';
import {
  byLanguage,
  type FactRow,
  layOutMail,
  type RenderedMail,
  type Section,
  type SigningCentre,
} from './mail-layout.ts';
import { subjectTag, TRACK, YOUR_TYPE } from './terms.ts';

/** A body that holds a matter, as the beneficiary is told about it. */
export interface HolderValues {
  /** Empty when it was not recorded. */
  readonly holder: string;
  readonly number?: string | undefined;
  /** Epoch milliseconds of the time when the centre asks it again. */
  readonly until: number;
}

export interface HandedOverValues {
  /** The beneficiary, whom the mail addresses by name when their form of address is known. */
  readonly to?: Addressed | undefined;
  readonly language: Language;
  readonly reference: string;
  readonly type: CaseType;
  readonly holding: HolderValues;
  readonly zone: string;
  /** The sealed link to the status of the case. */
  readonly link: string;
  readonly centre: SigningCentre;
}

const WORDS = {
  ar: {
    title: (type: string) => `أحلنا ${type} إلى جهة أخرى، ونتابعها معها`,
    text: 'المعاملة الآن لدى الجهة المذكورة أدناه. تبقى مفتوحة لدينا ونتابعها معها، ولا نغلقها قبل أن تنتهي.',
    labels: {
      reference: 'الرقم المرجعي',
      holder: 'الجهة',
      number: 'رقمها لدى الجهة',
      until: 'موعد متابعتنا مع الجهة',
    },
  },
  en: {
    title: (type: string) => `We handed ${type} to another body and follow it there`,
    text: 'The body named below holds your case now. It stays open with us: we follow it, and do not close it before it is finished.',
    labels: {
      reference: 'Reference',
      holder: 'Held by',
      number: 'Its reference there',
      until: 'We ask them again on',
    },
  },
} as const;

/** Return the rows about a body that holds a matter. */
export function holdingFacts(
  { holder, number, until }: HolderValues,
  language: Language,
  zone: string,
): FactRow[] {
  const { labels } = WORDS[language];
  return [
    ...(holder === '' ? [] : [{ label: labels.holder, value: holder }]),
    ...(number === undefined ? [] : [{ label: labels.number, value: number, ltr: true }]),
    { label: labels.until, value: formatInstant(until, language, zone) },
  ];
}

/** Build the mail that tells a beneficiary which body holds their matter, and until when. */
export function handedOver(values: HandedOverValues): RenderedMail {
  const { to, language, reference, type, holding, zone, link, centre } = values;
  const section = (one: Language): Section => ({
    language: one,
    title: WORDS[one].title(YOUR_TYPE[type][one]),
    paragraphs: [...greetingOf(to, one), WORDS[one].text],
    facts: [
      { label: WORDS[one].labels.reference, value: reference, ltr: true },
      ...holdingFacts(holding, one, zone),
    ],
    action: { label: TRACK[one], href: link },
  });
  const subject = `${subjectTag(reference, language)} ${WORDS[language].title(YOUR_TYPE[type][language])}`;
  return layOutMail(
    { template: 'handed-over', version: 1, subject },
    byLanguage(language, section('ar'), section('en')),
    centre,
  );
}
