import type { Bilingual } from '../text/bilingual.ts';

type Scale = Readonly<Record<1 | 2 | 3 | 4 | 5, Bilingual>>;

interface ScaleQuestion {
  readonly ask: Bilingual;
  readonly labels: Scale;
}

/** One version of the questions about a resolution. Another meaning of a question needs another version. */
export interface SurveyDefinition {
  readonly id: string;
  readonly satisfaction: ScaleQuestion;
  readonly ease?: ScaleQuestion;
  readonly finished: { readonly ask: Bilingual; readonly yes: Bilingual; readonly no: Bilingual };
  /** The reasons of a beneficiary who was not satisfied. An answer stores the codes. */
  readonly reasons?: {
    readonly ask: Bilingual;
    readonly options: readonly { readonly code: string; readonly label: Bilingual }[];
  };
  readonly words: { readonly ask: Bilingual };
}

/** The words describe the service, and so speak to a man and a woman alike. */
export const satisfaction: ScaleQuestion = {
  ask: { ar: 'ما مدى رضاك عن الخدمة؟', en: 'How satisfied are you with the service?' },
  labels: {
    1: { ar: 'غير مُرضية إطلاقًا', en: 'Very dissatisfied' },
    2: { ar: 'غير مُرضية', en: 'Dissatisfied' },
    3: { ar: 'متوسطة', en: 'Neutral' },
    4: { ar: 'مُرضية', en: 'Satisfied' },
    5: { ar: 'مُرضية جدًا', en: 'Very satisfied' },
  },
};

const finished = {
  ask: { ar: 'هل انتهت معاملتك؟', en: 'Is your matter finished?' },
  yes: { ar: 'نعم، انتهت', en: 'Yes, it is' },
  no: { ar: 'لا، لم تنتهِ', en: 'No, it is not' },
} as const;

const words = { ask: { ar: 'هل من إضافة؟ (اختياري)', en: 'Anything to add? (optional)' } } as const;

const first: SurveyDefinition = { id: 'resolution-1', satisfaction, finished, words };

/** All versions, the oldest first. A version that was ever asked stays, because answers and links refer to it. */
export const surveyDefinitions: readonly SurveyDefinition[] = [
  first,
  {
    id: 'resolution-2',
    satisfaction,
    ease: {
      ask: {
        ar: 'ما مدى سهولة إنجاز معاملتك؟ (اختياري)',
        en: 'How easy was it to get your matter done? (optional)',
      },
      labels: {
        1: { ar: 'صعب جدًا', en: 'Very difficult' },
        2: { ar: 'صعب', en: 'Difficult' },
        3: { ar: 'بين السهل والصعب', en: 'Neither' },
        4: { ar: 'سهل', en: 'Easy' },
        5: { ar: 'سهل جدًا', en: 'Very easy' },
      },
    },
    finished,
    reasons: {
      ask: {
        ar: 'ما سبب عدم الرضا، إن وُجد؟ (اختياري)',
        en: 'If you were not satisfied, why? (optional)',
      },
      options: [
        { code: 'time', label: { ar: 'استغرقت المعاملة وقتًا طويلًا', en: 'It took too long' } },
        { code: 'not-solved', label: { ar: 'لم تُحل المشكلة', en: 'The problem was not solved' } },
        { code: 'no-news', label: { ar: 'لم أُبلَّغ بما يجري', en: 'I was not kept informed' } },
        { code: 'treatment', label: { ar: 'أسلوب التعامل', en: 'The way I was treated' } },
        { code: 'steps', label: { ar: 'كثرة الخطوات والمتطلبات', en: 'Too many steps and requirements' } },
      ],
    },
    words,
  },
];

/** Return a version by its id. Links from before versions were stored ask the first one. */
export const surveyDefinition = (id: string | undefined): SurveyDefinition =>
  surveyDefinitions.find((one) => one.id === id) ?? first;
