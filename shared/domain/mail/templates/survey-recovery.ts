import type { Language } from '#shared/domain/text/language.ts';
import { type Centre, type Fact, inOrder, layOut, type RenderedMail, type Section } from './layout.ts';
import { subjectTag } from './terms.ts';

export interface SurveyRecoveryValues {
  readonly language: Language;
  readonly reference: string;
  /** The satisfaction given, out of five; null when only the outcome was answered. */
  readonly score: number | null;
  /** What the beneficiary said about whether the matter is finished. */
  readonly finished: boolean;
  /** The case in the console. */
  readonly link: string;
  readonly centre: Centre;
}

const score = (value: number | null, none: string): string => (value === null ? none : `${value} / 5`);

function arabic(values: SurveyRecoveryValues): Section {
  const facts: Fact[] = [
    { label: 'الرقم المرجعي', value: values.reference, ltr: true },
    { label: 'هل انتهت المعاملة؟', value: values.finished ? 'نعم' : 'لا' },
    { label: 'درجة الرضا', value: score(values.score, 'لم تُذكر'), ltr: values.score !== null },
  ];
  return {
    language: 'ar',
    title: 'مستفيد غير راضٍ يحتاج إلى متابعة',
    paragraphs: [
      values.finished
        ? 'أجاب المستفيد عن الاستبيان بتقييم منخفض. يرجى الاتصال به ومعرفة السبب ومعالجته.'
        : 'أفاد المستفيد بأن معاملته لم تنتهِ، فأُعيد فتحها. يرجى الاتصال به ومعالجتها.',
    ],
    facts,
    action: { label: 'افتح المعاملة', href: values.link },
  };
}

function english(values: SurveyRecoveryValues): Section {
  const facts: Fact[] = [
    { label: 'Reference', value: values.reference, ltr: true },
    { label: 'Is it finished?', value: values.finished ? 'Yes' : 'No' },
    { label: 'Satisfaction', value: score(values.score, 'not given'), ltr: true },
  ];
  return {
    language: 'en',
    title: 'A dissatisfied beneficiary to call back',
    paragraphs: [
      values.finished
        ? 'The beneficiary answered the survey with a low score. Please call, find out why and put it right.'
        : 'The beneficiary says the matter is not finished, so the case was reopened. Please call and settle it.',
    ],
    facts,
    action: { label: 'Open the case', href: values.link },
  };
}

/** Tells staff that a survey's answer asks for a call back. Carries no comment and no name. */
export function surveyRecovery(values: SurveyRecoveryValues): RenderedMail {
  const { language, reference } = values;
  const title = (language === 'ar' ? arabic(values) : english(values)).title;
  return layOut(
    { template: 'survey-recovery', version: 1, subject: `${subjectTag(reference, language)} ${title}` },
    inOrder(language, arabic(values), english(values)),
    values.centre,
  );
}
