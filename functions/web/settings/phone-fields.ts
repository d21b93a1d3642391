import { numberField, type SettingsField } from './settings-field.ts';

/** The fields of the incoming line. */
export const telephoneFields: readonly SettingsField[] = [
  {
    name: 'emergency.ar',
    label: { ar: 'عبارة الطوارئ بالعربية', en: 'Emergency wording in Arabic' },
    kind: 'area',
    rows: 3,
  },
  {
    name: 'emergency.en',
    label: { ar: 'عبارة الطوارئ بالإنجليزية', en: 'Emergency wording in English' },
    kind: 'area',
    rows: 3,
  },
  numberField(
    'serviceLevelSeconds',
    'ثواني الرد المحسوبة ضمن مستوى الخدمة',
    'Seconds to answer within the service level',
  ),
  numberField(
    'shortAbandonSeconds',
    'ثواني الانتظار التي لا يُحتسب الانصراف قبلها',
    'Seconds before a caller counts as abandoned',
  ),
  numberField('messageSeconds', 'مدة الرسالة الصوتية بالثواني', 'Seconds a caller may speak after the tone'),
  numberField(
    'callbackAfterSeconds',
    'ثواني الانتظار قبل عرض الاتصال اللاحق',
    'Seconds of waiting before a call-back is offered',
  ),
  numberField('callbackAttempts', 'محاولات الاتصال اللاحق', 'Attempts to call back'),
  numberField('callbackRetryMinutes', 'دقائق بين محاولات الاتصال اللاحق', 'Minutes between those attempts'),
];

/** The fields of outgoing calls. */
export const outboundFields = (calendars: SettingsField['options'] & {}): readonly SettingsField[] => [
  {
    name: 'calendar',
    label: { ar: 'تقويم أوقات الاتصال', en: 'Calendar of calling hours' },
    kind: 'select',
    options: calendars,
  },
  numberField('perSecond', 'المكالمات التي تبدأ كل ثانية', 'Calls started each second'),
  numberField('concurrent', 'المكالمات في وقت واحد', 'Calls at a time'),
  numberField('ringSeconds', 'ثواني الرنين', 'Seconds it rings'),
  numberField('attempts', 'عدد المحاولات', 'Attempts'),
  numberField('busyMinutes', 'دقائق الانتظار إذا كان الخط مشغولًا', 'Minutes to wait when busy'),
  numberField('noAnswerMinutes', 'دقائق الانتظار إذا لم يُرد', 'Minutes to wait when nobody answers'),
  numberField(
    'machineMinutes',
    'دقائق الانتظار إذا رد مجيب آلي',
    'Minutes to wait after an answering machine',
  ),
];
