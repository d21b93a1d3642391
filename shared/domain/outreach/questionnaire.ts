import type { CallPurpose, Language } from '#events/vocabulary.ts';

/** A question answered by one key: 1 to 5, or 1 for yes and 2 for no. */
export interface KeyQuestion {
  readonly id: string;
  readonly keys: '1-5' | 'yes-no';
  readonly ask: Readonly<Record<Language, string>>;
  /** The meaning of the ends of the scale, spoken after the question. */
  readonly scale?: Readonly<Record<Language, string>>;
  /** Heading of its column in the figures. */
  readonly label: Readonly<Record<Language, string>>;
}

/** The questions of one kind of call. A wording with another meaning needs another version. */
export interface Questionnaire {
  readonly id: `${string}.v${number}`;
  readonly questions: readonly KeyQuestion[];
}

const finished = (matter: Readonly<Record<Language, string>>): KeyQuestion => ({
  id: 'finished',
  keys: 'yes-no',
  ask: {
    ar: `هل انتهت ${matter.ar}؟ إن انتهت فيُرجى الضغط على الرقم واحد، وإن لم تنته فعلى الرقم اثنين.`,
    en: `Is ${matter.en} finished? If it is, press one. If it is not, press two.`,
  },
  label: { ar: 'هل انتهت؟', en: 'Finished?' },
});

/** The questions by purpose of the call. */
export const questionnaires = {
  evaluation: {
    id: 'evaluation-call.v1',
    questions: [
      {
        id: 'satisfaction',
        keys: '1-5',
        ask: {
          ar: 'ما مدى رضاك عن الخدمة؟ يُرجى اختيار رقم من واحد إلى خمسة.',
          en: 'How satisfied are you with the service? Press a number from one to five.',
        },
        scale: {
          ar: 'واحد يعني غير مُرضية إطلاقًا، وخمسة تعني مُرضية جدًا.',
          en: 'One means very dissatisfied, and five means very satisfied.',
        },
        label: { ar: 'الرضا عن الخدمة', en: 'Satisfaction with the service' },
      },
      {
        id: 'ease',
        keys: '1-5',
        ask: {
          ar: 'ما مدى سهولة الحصول على الخدمة؟ يُرجى اختيار رقم من واحد إلى خمسة.',
          en: 'How easy was it to get the service? Press a number from one to five.',
        },
        scale: {
          ar: 'واحد يعني صعب جدًا، وخمسة تعني سهل جدًا.',
          en: 'One means very difficult, and five means very easy.',
        },
        label: { ar: 'سهولة الحصول عليها', en: 'Ease' },
      },
      finished({ ar: 'معاملتك', en: 'your transaction' }),
    ],
  },
  investor: {
    id: 'investor-call.v1',
    questions: [finished({ ar: 'إجراءات معاملتك الاستثمارية', en: 'the procedure of your investment' })],
  },
  'follow-up': {
    id: 'follow-up-call.v2',
    questions: [
      finished({ ar: 'معاملتك', en: 'your matter' }),
      // Asked when the call tells how a case ended, and the person may be asked for an opinion.
      {
        id: 'satisfaction',
        keys: '1-5',
        ask: {
          ar: 'ما مدى رضاك عن خدمتنا؟ يُرجى اختيار رقم من واحد إلى خمسة.',
          en: 'How satisfied are you with our service? Press a number from one to five.',
        },
        scale: {
          ar: 'واحد يعني غير مُرضية إطلاقًا، وخمسة تعني مُرضية جدًا.',
          en: 'One means very dissatisfied, and five means very satisfied.',
        },
        label: { ar: 'الرضا عن خدمتنا', en: 'Satisfaction with our service' },
      },
    ],
  },
} as const satisfies Record<CallPurpose, Questionnaire>;

/** Return the value of a pressed key, or undefined when the question does not have that key. */
export function answerOf(purpose: CallPurpose, question: string, key: string): number | undefined {
  const asked: KeyQuestion | undefined = questionnaires[purpose].questions.find(({ id }) => id === question);
  const most = asked?.keys === '1-5' ? 5 : asked ? 2 : 0;
  const value = /^[1-5]$/u.test(key) ? Number(key) : Number.NaN;
  return value <= most ? value : undefined;
}
