import { type Field, number } from './field.ts';

/** The fields of the line people call. */
export const telephoneFields: readonly Field[] = [
  {
    name: 'emergency.ar',
    label: { ar: 'عبارة الطوارئ بالعربية', en: 'Emergency wording in Arabic' },
    kind: 'area',
  },
  {
    name: 'emergency.en',
    label: { ar: 'عبارة الطوارئ بالإنجليزية', en: 'Emergency wording in English' },
    kind: 'area',
  },
  number(
    'serviceLevelSeconds',
    'مستوى الخدمة: الرد خلال ثوانٍ',
    'Service level: answered within so many seconds',
  ),
  number(
    'shortAbandonSeconds',
    'لا يُعد انصرافًا ما كان قبل ثوانٍ',
    'Not counted as abandoned before so many seconds',
  ),
  number('messageSeconds', 'مدة الرسالة الصوتية بالثواني', 'Seconds a caller may speak after the tone'),
  number(
    'callbackAfterSeconds',
    'يُعرض الاتصال اللاحق بعد انتظار ثوانٍ',
    'Call-back is offered after so many seconds of waiting',
  ),
  number('callbackAttempts', 'محاولات الاتصال اللاحق', 'Attempts to call back'),
  number('callbackRetryMinutes', 'دقائق بين محاولات الاتصال اللاحق', 'Minutes between those attempts'),
];

/** The fields of the calls the centre makes. */
export const outboundFields = (calendars: Field['options'] & {}): readonly Field[] => [
  {
    name: 'calendar',
    label: { ar: 'تقويم أوقات الاتصال', en: 'Calendar of calling hours' },
    kind: 'select',
    options: calendars,
  },
  number('perSecond', 'المكالمات المبدوءة في الثانية', 'Calls begun a second'),
  number('concurrent', 'المكالمات في وقت واحد', 'Calls at a time'),
  number('ringSeconds', 'ثواني الرنين', 'Seconds it rings'),
  number('attempts', 'عدد المحاولات', 'Attempts'),
  number('busyMinutes', 'دقائق الانتظار إذا كان الخط مشغولًا', 'Minutes to wait when busy'),
  number('noAnswerMinutes', 'دقائق الانتظار إذا لم يُرد', 'Minutes to wait when nobody answers'),
  number('machineMinutes', 'دقائق الانتظار إذا رد مجيب آلي', 'Minutes to wait after an answering machine'),
];
