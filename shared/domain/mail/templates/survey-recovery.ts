import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import type { Language } from '#shared/domain/text/language.ts';
import {
  byLanguage,
  type FactRow,
  layOutMail,
  type RenderedMail,
  type Section,
  type SigningCentre,
} from './mail-layout.ts';
import { subjectTag } from './terms.ts';

export interface SurveyRecoveryValues {
  readonly language: Language;
  /** Whether the survey was about a resolution, a call or an e-service. */
  readonly about?: 'resolution' | 'call' | 'evaluation';
  /** Missing for a call without a case. */
  readonly reference?: string;
  /** Satisfaction from 1 to 5. Null when only the outcome was answered. */
  readonly score: number | null;
  /** Whether the matter is finished, according to the beneficiary. */
  readonly finished: boolean;
  /** The page of the console that the link opens. */
  readonly opens: 'task' | 'case' | 'call';
  readonly link: string;
  readonly centre: SigningCentre;
}

const score = (value: number | null, none: string): string => (value === null ? none : `${value} / 5`);

const referred = (label: string, reference: string | undefined): FactRow[] =>
  reference === undefined ? [] : [{ label, value: reference, ltr: true }];

/** The result of the survey and the request to the reader. */
const WHAT: Readonly<
  Record<NonNullable<SurveyRecoveryValues['about']>, Readonly<Record<'done' | 'open', Bilingual>>>
> = {
  resolution: {
    done: {
      ar: 'أجاب المستفيد عن الاستبيان بتقييم منخفض. يرجى الاتصال به ومعرفة السبب ومعالجته.',
      en: 'The beneficiary answered the survey with a low score. Please call, find out why and put it right.',
    },
    open: {
      ar: 'أفاد المستفيد بأن معاملته لم تنتهِ، فأُعيد فتحها. يرجى الاتصال به ومعالجتها.',
      en: 'The beneficiary says the matter is not finished, so the case was reopened. Please call and settle it.',
    },
  },
  call: {
    done: {
      ar: 'قيّم المتصل مكالمته بدرجة منخفضة. يرجى الاتصال به ومعرفة السبب ومعالجته.',
      en: 'A caller gave the call a low score. Please call back, find out why and put it right.',
    },
    open: {
      ar: 'أفاد المتصل بعد مكالمته بأنه لم يحصل على ما يريد. يرجى الاتصال به ومعرفة السبب ومعالجته.',
      en: 'A caller says that the call did not settle the matter. Please call back, find out why and put it right.',
    },
  },
  evaluation: {
    done: {
      ar: 'قيّم مستفيد خدمة إلكترونية بدرجة منخفضة في مكالمة تقييم. يرجى الاتصال به ومعرفة السبب ومعالجته.',
      en: 'A person gave an e-service a low score in an evaluation call. Please call, find out why and put it right.',
    },
    open: {
      ar: 'أفاد مستفيد في مكالمة تقييم بأن معاملته لم تنتهِ. يرجى الاتصال به ومعالجتها.',
      en: 'A person said in an evaluation call that the transaction is not finished. Please call and settle it.',
    },
  },
};

const reasonOf = ({ about = 'resolution', finished }: SurveyRecoveryValues): Bilingual =>
  WHAT[about][finished ? 'done' : 'open'];

const TEXT = {
  ar: {
    title: 'إجابة غير راضية تحتاج إلى متابعة',
    ...{ reference: 'الرقم المرجعي', finished: 'هل انتهت المعاملة؟', yes: 'نعم', no: 'لا' },
    ...{ score: 'درجة الرضا', noScore: 'لم تُذكر', openCall: 'فتح المكالمة', openCase: 'فتح المعاملة' },
    openTask: 'فتح المهمة',
  },
  en: {
    title: 'A dissatisfied beneficiary to call back',
    ...{ reference: 'Reference', finished: 'Is it finished?', yes: 'Yes', no: 'No' },
    ...{ score: 'Satisfaction', noScore: 'not given', openCall: 'Open the call', openCase: 'Open the case' },
    openTask: 'Open the task',
  },
} as const;

const LABEL = { task: 'openTask', case: 'openCase', call: 'openCall' } as const;

function section(language: Language, values: SurveyRecoveryValues): Section {
  const { reference, finished, opens, link } = values;
  const w = TEXT[language];
  const facts: FactRow[] = [
    ...referred(w.reference, reference),
    { label: w.finished, value: finished ? w.yes : w.no },
    {
      label: w.score,
      value: score(values.score, w.noScore),
      ltr: language === 'en' || values.score !== null,
    },
  ];
  return {
    language,
    title: w.title,
    paragraphs: [reasonOf(values)[language]],
    facts,
    action: { label: w[LABEL[opens]], href: link },
  };
}

/**
 * Build the mail that asks staff to call the beneficiary after a bad survey. It contains no comment and no
 * name.
 */
export function surveyRecovery(values: SurveyRecoveryValues): RenderedMail {
  const { language, reference } = values;
  const { title } = TEXT[language];
  return layOutMail(
    {
      template: 'survey-recovery',
      version: 1,
      subject: reference === undefined ? title : `${subjectTag(reference, language)} ${title}`,
    },
    byLanguage(language, section('ar', values), section('en', values)),
    values.centre,
  );
}
