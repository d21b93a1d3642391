import type { CaseType, ClockName } from '#events/vocabulary.ts';
import { durationText } from '#shared/domain/text/duration-text.ts';
import { formatInstant } from '#shared/domain/text/format-instant.ts';
import type { Language } from '#shared/domain/text/language.ts';
import { type Centre, type Fact, inOrder, layOut, type RenderedMail, type Section } from './layout.ts';
import { CLOCK_LABEL, subjectTag, TYPE_LABEL } from './terms.ts';

export type SlaNoticeKind = 'warning' | 'breach' | 'escalation';

export interface SlaNoticeValues {
  readonly kind: SlaNoticeKind;
  readonly language: Language;
  readonly reference: string;
  readonly type: CaseType;
  readonly category: Readonly<Record<Language, string>>;
  readonly clock: ClockName;
  /** Epoch milliseconds of the deadline and of this notice. */
  readonly dueAt: number;
  readonly now: number;
  readonly zone: string;
  /** Display name of who works on the case; null when nobody does. */
  readonly assignee: string | null;
  /** The case in the console. */
  readonly link: string;
  readonly centre: Centre;
}

interface NoticeWords {
  readonly title: (clock: string) => string;
  readonly ask: string;
}

const WORDS: Readonly<Record<Language, Readonly<Record<SlaNoticeKind, NoticeWords>>>> = {
  ar: {
    warning: {
      title: (clock) => `تنبيه: اقترب موعد ${clock}`,
      ask: 'يرجى متابعة المعاملة قبل انتهاء المهلة، أو إسنادها إلى من يستطيع إنجازها.',
    },
    breach: {
      title: (clock) => `تأخر ${clock} عن موعده`,
      ask: 'انتهت المهلة دون إنجاز. يرجى التواصل مع المستفيد ومعالجة المعاملة اليوم.',
    },
    escalation: {
      title: (clock) => `تصعيد: ما زال ${clock} متأخرًا`,
      ask: 'صُعِّدت المعاملة إليك لاستمرار تأخرها بعد التنبيه. يرجى التوجيه بما يلزم لإنجازها.',
    },
  },
  en: {
    warning: {
      title: (clock) => `Warning: the ${clock} is due soon`,
      ask: 'Please follow the case up before its time runs out, or assign it to someone who can finish it.',
    },
    breach: {
      title: (clock) => `The ${clock} is overdue`,
      ask: 'The time ran out before the work was done. Please contact the beneficiary and settle the case today.',
    },
    escalation: {
      title: (clock) => `Escalation: the ${clock} is still overdue`,
      ask: 'The case comes to you because it stayed late after earlier notices. Please direct what is needed.',
    },
  },
};

const LABELS: Readonly<Record<Language, readonly string[]>> = {
  ar: ['الرقم المرجعي', 'النوع', 'التصنيف', 'الموعد', 'الوقت', 'المسؤول', 'لم تُسند بعد', 'افتح المعاملة'],
  en: ['Reference', 'Type', 'Category', 'Due', 'Time', 'Assignee', 'nobody yet', 'Open the case'],
};

function section(language: Language, values: SlaNoticeValues): Section {
  const words = WORDS[language][values.kind];
  const [
    reference = '',
    type = '',
    category = '',
    due = '',
    time = '',
    assignee = '',
    nobody = '',
    open = '',
  ] = LABELS[language];
  const facts: Fact[] = [
    { label: reference, value: values.reference, ltr: true },
    { label: type, value: TYPE_LABEL[values.type][language] },
    { label: category, value: values.category[language] },
    { label: due, value: formatInstant(values.dueAt, language, values.zone) },
    { label: time, value: durationText(values.dueAt - values.now, language) },
    { label: assignee, value: values.assignee ?? nobody },
  ];
  return {
    language,
    title: words.title(CLOCK_LABEL[values.clock][language]),
    paragraphs: [words.ask],
    facts,
    action: { label: open, href: values.link },
  };
}

/** Tells staff that a deadline nears, has passed, or is still being missed. Carries no beneficiary's data. */
export function slaNotice(values: SlaNoticeValues): RenderedMail {
  const { language, reference, kind, clock } = values;
  const title = WORDS[language][kind].title(CLOCK_LABEL[clock][language]);
  return layOut(
    { template: `sla-${kind}`, version: 1, subject: `${subjectTag(reference, language)} ${title}` },
    inOrder(language, section('ar', values), section('en', values)),
    values.centre,
  );
}
