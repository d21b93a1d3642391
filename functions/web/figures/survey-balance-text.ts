import type { SurveyChannel } from '#events/vocabulary.ts';
import type { SurveySubject } from '#shared/domain/reports/survey-balance.ts';
import { plural } from '#shared/domain/text/plural.ts';

const SURVEYS = {
  ...{ zero: 'لا استبيانات', one: 'استبيان واحد', two: 'استبيانان' },
  ...{ few: '# استبيانات', many: '# استبيانًا', other: '# استبيان' },
};

const ar = {
  title: 'ميزان الاستبيانات اليومي',
  hint:
    'كل استبيان كان ممكنًا: إما أُرسل، وإما لم يُرسل لسبب مذكور، وإما ينتظر موعده. ' +
    'ويُحسب في يوم إنجاز المعاملة أو في يوم المكالمة.',
  back: 'المؤشرات',
  day: 'اليوم',
  eligible: 'الممكنة',
  sent: 'المرسلة',
  suppressed: 'لم تُرسل',
  waiting: 'تنتظر',
  byChannel: 'ما أُرسل، حسب القناة',
  byReason: 'ما لم يُرسل، حسب السبب',
  perDay: 'يومًا بيوم',
  none: 'لا استبيانات في هذه الفترة.',
  noneSuppressed: 'لم يُمنع أي استبيان.',
  about: 'عن',
  reason: 'السبب',
  count: 'العدد',
  where: 'مكان ضبطه',
  surveySettings: 'إعدادات الاستبيان',
  serviceSettings: 'الخدمات',
  staffSettings: 'الموظفون',
  /** Reasons of calls, beside those of all surveys. */
  callReasons: {
    'not-allowed': 'الاتصال بهذا الرقم غير مسموح',
    'invalid-number': 'رقم غير صالح',
    stopped: 'أوقفها الفريق',
    joined: 'ضُمّت إلى مكالمة أخرى',
    answered: 'أجاب بطريقة أخرى',
    technical: 'عطل فني',
  },
  surveys: (count: number) => plural(count, SURVEYS),
  subjects: {
    case: 'معاملة منجزة',
    call: 'مكالمة واردة',
    evaluation: 'خدمة إلكترونية',
  } satisfies Record<SurveySubject, string>,
  channels: {
    mail: 'البريد',
    'after-call': 'نهاية المكالمة',
    'follow-up': 'مكالمة المتابعة',
    evaluation: 'مكالمة التقييم',
    message: 'الرسالة النصية',
  } satisfies Record<SurveyChannel, string>,
};

const en: typeof ar = {
  title: 'Daily balance of surveys',
  hint:
    'Each possible survey was sent, was not sent for a stated reason, or waits for its time. ' +
    'It counts on the day of the resolution or of the call.',
  back: 'Figures',
  day: 'Day',
  eligible: 'Possible',
  sent: 'Sent',
  suppressed: 'Not sent',
  waiting: 'Waiting',
  byChannel: 'Sent, by channel',
  byReason: 'Not sent, by reason',
  perDay: 'Day by day',
  none: 'No surveys in this period.',
  noneSuppressed: 'Every survey was sent.',
  about: 'About',
  reason: 'Reason',
  count: 'Number',
  where: 'Where it is set',
  surveySettings: 'Survey settings',
  serviceSettings: 'Services',
  staffSettings: 'Staff',
  callReasons: {
    'not-allowed': 'this number may not be called',
    'invalid-number': 'not a valid number',
    stopped: 'stopped by the team',
    joined: 'joined to another call',
    answered: 'answered otherwise',
    technical: 'a technical fault',
  },
  surveys: (count) => `${count} ${count === 1 ? 'survey' : 'surveys'}`,
  subjects: { case: 'a resolved case', call: 'an incoming call', evaluation: 'an e-service' },
  channels: {
    mail: 'Mail',
    'after-call': 'End of a call',
    'follow-up': 'Follow-up call',
    evaluation: 'Evaluation call',
    message: 'Text message',
  },
};

/** The words of the daily balance. */
export const surveyBalanceText = { ar, en } as const;
