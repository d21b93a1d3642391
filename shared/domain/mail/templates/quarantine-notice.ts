import type { Language } from '#shared/domain/text/language.ts';
import { type Centre, inOrder, layOut, type RenderedMail, type Section } from './layout.ts';
import { subjectTag } from './terms.ts';

export interface QuarantineNoticeValues {
  readonly language: Language;
  readonly reference: string;
  /** Code of why no machine could take the mail in. */
  readonly reason: string;
  /** The case in the console, where the raw mail hangs. */
  readonly link: string;
  readonly centre: Centre;
}

const WORDS = {
  ar: {
    title: 'رسالة بريدية تحتاج إلى مراجعتك',
    paragraphs: ['وصلت رسالة لم يتمكن النظام من قراءتها أو شكّ في سلامتها، وحُفظت كما وردت في معاملة جديدة.'],
    labels: ['الرقم المرجعي', 'السبب', 'افتح المعاملة'],
  },
  en: {
    title: 'A mail needs you to look at it',
    paragraphs: [
      'A mail came in that could not be read, or was not trusted. It is kept as it arrived in a case of its own.',
    ],
    labels: ['Reference', 'Reason', 'Open the case'],
  },
} as const;

function section(language: Language, { reference, reason, link }: QuarantineNoticeValues): Section {
  const { title, paragraphs, labels } = WORDS[language];
  return {
    language,
    title,
    paragraphs,
    facts: [
      { label: labels[0], value: reference, ltr: true },
      { label: labels[1], value: reason, ltr: true },
    ],
    action: { label: labels[2], href: link },
  };
}

/** Tells staff that a mail waits in quarantine. Carries nothing of the mail. */
export function quarantineNotice(values: QuarantineNoticeValues): RenderedMail {
  const { language, reference } = values;
  return layOut(
    {
      template: 'quarantine-notice',
      version: 1,
      subject: `${subjectTag(reference, language)} ${WORDS[language].title}`,
    },
    inOrder(language, section('ar', values), section('en', values)),
    values.centre,
  );
}
