import { surveyDefinitions } from '#shared/domain/surveys/definitions.ts';
import { calendarOptions, departmentOptions } from './field-options.ts';
import { messageFields } from './message-fields.ts';
import { outboundFields, telephoneFields } from './phone-fields.ts';
import { reportFields } from './report-fields.ts';
import { codeField, nameFields, numberField, type SettingsField } from './settings-field.ts';

export type SingleSection =
  | 'centre'
  | 'desk'
  | 'survey'
  | 'audiences'
  | 'escalation'
  | 'reports'
  | 'assignment'
  | 'telephone'
  | 'outbound'
  | 'messages'
  | 'retention';
/** The fields of the sections that are not lists. */
export const sectionFields: Readonly<Record<SingleSection, readonly SettingsField[]>> = {
  centre: [
    ...nameFields,
    codeField('helpAddress', 'بريد المركز', 'Help address'),
    codeField('publicUrl', 'عنوان الصفحات', 'Address of the pages'),
    codeField('phone', 'رقم الاتصال', 'Phone number'),
    {
      ...codeField(
        'aliases',
        'عناوين أخرى تصل رسائلها إلى المركز',
        'Other addresses whose mail reaches the centre',
      ),
      optional: true,
      hint: {
        ar: 'مثل عنوان قديم تُحوَّل رسائله. تفصل بين العناوين فاصلة.',
        en: 'Such as an old address that is forwarded. Separate the addresses by commas.',
      },
    },
    {
      ...codeField('formAddresses', 'عناوين نماذج الموقع الإلكتروني', 'Addresses of the website’s forms'),
      optional: true,
      hint: {
        ar: 'رسائلها عن المستفيد المذكور في عنوان الرد، ولا يُعامل النموذج معاملة المرسل.',
        en: 'Their mail is from the citizen in Reply-To, not from the form.',
      },
    },
  ],
  desk: [
    {
      ...codeField('calendar', 'تقويم المركز', 'Calendar of the centre'),
      kind: 'select',
      options: calendarOptions,
    },
    {
      ...codeField('fallbackDepartment', 'الإدارة عند تعذّر التصنيف', 'Department when nothing fits'),
      kind: 'select',
      options: departmentOptions,
    },
    numberField(
      'reopenDays',
      'أيام إمكان إعادة الفتح بعد الإنجاز',
      'Days in which a resolved case can be reopened',
    ),
    numberField('closeDays', 'أيام الإغلاق التلقائي بعد الإنجاز', 'Days after which a resolved case closes'),
    numberField(
      'followUpHours',
      'ساعات العمل قبل متابعة جهة خارجية لديها المعاملة',
      'Working hours until an outside body that holds a case is asked again',
    ),
    numberField(
      'contestedHours',
      'ساعات العمل للتواصل مع من اعترض على إنجاز معاملته',
      'Working hours to contact a beneficiary who contests that the case is finished',
    ),
    numberField(
      'acknowledgementsPerDay',
      'إشعارات الاستلام للعنوان الواحد في اليوم',
      'Acknowledgements to one address a day',
    ),
    numberField(
      'acknowledgementsPerHour',
      'إشعارات الاستلام المتكررة في الساعة، لعناوين سبق إشعارها خلال اليوم',
      'Repeated acknowledgements an hour, to addresses that already received one that day',
    ),
  ],
  survey: [
    {
      ...codeField('definition', 'نسخة أسئلة الاستبيان', 'Version of the survey’s questions'),
      kind: 'select',
      options: () =>
        surveyDefinitions.map(({ id }, at) => [id, { ar: `النسخة ${at + 1}`, en: `Version ${at + 1}` }]),
    },
    numberField('delayHours', 'ساعات الانتظار قبل الدعوة', 'Hours before the invitation'),
    numberField('expiryDays', 'أيام صلاحية الرابط', 'Days the link is valid'),
    numberField('coolDownDays', 'أيام الراحة بين استبيانين', 'Days between two surveys'),
    numberField(
      'evaluationCoolDownDays',
      'أيام الراحة قبل مكالمة تقييم خدمة إلكترونية',
      'Days without a survey before a call that evaluates an e-service',
    ),
    {
      ...codeField('calendar', 'أوقات الاستبيان', 'Hours for surveys'),
      kind: 'select',
      options: calendarOptions,
      optional: true,
      hint: {
        ar: 'في غيرها لا نسأل أحدًا. إن تُركت فارغة فهي أوقات الاتصال بالمستفيدين.',
        en: 'People are not asked at other times. When empty, the hours in which people are called.',
      },
    },
    {
      ...codeField('testContacts', 'عناوين وأرقام التجربة', 'Contacts that try the system'),
      optional: true,
      hint: {
        ar: 'لا نسألها أبدًا. تفصل بينها فاصلة، والأرقام بصيغة ‎+966500000001.',
        en: 'They are never asked. Separate them by commas; numbers such as +966500000001.',
      },
    },
    numberField('lowScore', 'درجة يُتواصل مع صاحبها (فما دون)', 'Score whose giver is contacted (or below)'),
    numberField(
      'recoveryHours',
      'ساعات العمل للتواصل بشأن إجابة غير راضية',
      'Working hours to contact a dissatisfied person',
    ),
  ],
  audiences: [
    codeField('supervisor', 'بريد الإشراف', 'Supervisor’s mail'),
    codeField('leadership', 'بريد الإدارة العليا', 'Leadership’s mail'),
  ],
  escalation: [
    {
      ...numberField(
        'groupMinutes',
        'دقائق تجميع التنبيهات في رسالة واحدة',
        'Minutes in which notices gather into one mail',
      ),
      hint: {
        ar: 'رسالة واحدة باثنتي عشرة معاملة، لا اثنتا عشرة رسالة.',
        en: 'One mail with twelve cases, not twelve mails.',
      },
    },
    {
      ...codeField('quietHours.from', 'بداية ساعات الهدوء', 'Quiet hours from'),
      optional: true,
      hint: {
        ar: 'تُترك الخانتان فارغتين إن لم تكن هناك ساعات هدوء.',
        en: 'Leave both empty for no quiet hours.',
      },
    },
    { ...codeField('quietHours.to', 'نهاية ساعات الهدوء', 'Quiet hours to'), optional: true },
    {
      name: 'urgentBreaksQuiet',
      label: {
        ar: 'المعاملات العاجلة يُنبَّه عنها في ساعات الهدوء أيضًا',
        en: 'Urgent cases are told in quiet hours as well',
      },
      kind: 'check',
    },
  ],
  assignment: [
    {
      name: 'mode',
      label: { ar: 'طريقة الإسناد', en: 'How cases are assigned' },
      kind: 'select',
      options: () => [
        [
          'least-loaded',
          {
            ar: 'تلقائيًا: للأقل انشغالًا بحسب الإدارة والتصنيف واللغة',
            en: 'By rule: the least loaded by department, skill and language',
          },
        ],
        ['by-hand', { ar: 'يدويًا', en: 'By hand' }],
      ],
    },
  ],
  reports: reportFields,
  telephone: telephoneFields,
  outbound: outboundFields(calendarOptions),
  messages: messageFields,
  retention: [
    {
      ...numberField(
        'eraseAfterDays',
        'أيام حفظ البيانات الشخصية بعد الإغلاق',
        'Days personal data is kept after closing',
      ),
      hint: {
        ar: 'بعدها تُمحى البيانات الشخصية وتبقى المؤشرات. الحد الأدنى 30.',
        en: 'Then what is personal is erased; figures stay. At least 30.',
      },
    },
  ],
};
