import { priority as priorities, segment as segments, caseType as types } from '#events/vocabulary.ts';
import { PLACEHOLDERS } from '#shared/domain/mail/reply-template.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { priorityLabel, segmentLabel, typeLabel } from '../shell/text/labels.ts';
import { outboundFields, telephoneFields } from './phone-fields.ts';
import { numberField, type Option, type SettingsField } from './settings-field.ts';

const named = (list: readonly { readonly id: string; readonly name: Bilingual }[]): Option[] =>
  list.map(({ id, name }) => [id, name]);

export const calendarOptions = ({ calendars }: Settings): readonly Option[] => named(calendars);
export const departmentOptions = ({ departments }: Settings): readonly Option[] => named(departments);
export const categoryOptions = ({ categories }: Settings): readonly Option[] => named(categories);
export const priorityOptions: readonly Option[] = priorities.options.map((one) => [one, priorityLabel[one]]);
const languageOptions: readonly Option[] = [
  ['ar', { ar: 'العربية', en: 'Arabic' }],
  ['en', { ar: 'الإنجليزية', en: 'English' }],
];

const text = (name: string, ar: string, en: string): SettingsField => ({
  name,
  label: { ar, en },
  kind: 'text',
});
const code = (name: string, ar: string, en: string): SettingsField => ({
  name,
  label: { ar, en },
  kind: 'code',
});
const names: readonly SettingsField[] = [
  text('name.ar', 'الاسم بالعربية', 'Name in Arabic'),
  text('name.en', 'الاسم بالإنجليزية', 'Name in English'),
];

export type SingleSection =
  | 'centre'
  | 'desk'
  | 'survey'
  | 'audiences'
  | 'escalation'
  | 'assignment'
  | 'telephone'
  | 'outbound'
  | 'retention';
export type EntrySection =
  | 'departments'
  | 'categories'
  | 'districts'
  | 'services'
  | 'staff'
  | 'replyTemplates';

/** The fields of the sections that are not lists. */
export const sectionFields: Readonly<Record<SingleSection, readonly SettingsField[]>> = {
  centre: [
    ...names,
    code('helpAddress', 'بريد المركز', 'Help address'),
    code('publicUrl', 'عنوان الصفحات', 'Address of the pages'),
    code('phone', 'رقم الاتصال', 'Phone number'),
    {
      ...code(
        'aliases',
        'عناوين أخرى تصل رسائلها إلى المركز',
        'Other addresses whose mail reaches the centre',
      ),
      optional: true,
      hint: {
        ar: 'مثل عنوان قديم تُحوَّل رسائله. افصل بين العناوين بفاصلة.',
        en: 'Such as an old address that is forwarded. Separate the addresses by commas.',
      },
    },
    {
      ...code('formAddresses', 'عناوين نماذج الموقع الإلكتروني', 'Addresses of the website’s forms'),
      optional: true,
      hint: {
        ar: 'رسائلها عن المستفيد المذكور في عنوان الرد، ولا يُعامل النموذج معاملة المرسل.',
        en: 'Their mail is from the citizen in Reply-To, not from the form.',
      },
    },
  ],
  desk: [
    {
      ...code('calendar', 'تقويم المركز', 'Calendar of the centre'),
      kind: 'select',
      options: calendarOptions,
    },
    {
      ...code('fallbackDepartment', 'القسم عند تعذّر التصنيف', 'Department when nothing fits'),
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
    code('definition', 'نموذج الاستبيان', 'Survey definition'),
    numberField('delayHours', 'ساعات الانتظار قبل الدعوة', 'Hours before the invitation'),
    numberField('expiryDays', 'أيام صلاحية الرابط', 'Days the link is valid'),
    numberField('coolDownDays', 'أيام الراحة بين استبيانين', 'Days between two surveys'),
    numberField(
      'lowScore',
      'درجة تعيد المعاملة إلى العمل (فما دون)',
      'Score that puts the case back to work (or below)',
    ),
  ],
  audiences: [
    code('supervisor', 'بريد المشرف', 'Supervisor’s mail'),
    code('leadership', 'بريد القيادة', 'Leadership’s mail'),
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
      ...code('quietHours.from', 'بداية ساعات الهدوء', 'Quiet hours from'),
      optional: true,
      hint: {
        ar: 'اترك الخانتين فارغتين إن لم تكن هناك ساعات هدوء.',
        en: 'Leave both empty for no quiet hours.',
      },
    },
    { ...code('quietHours.to', 'نهاية ساعات الهدوء', 'Quiet hours to'), optional: true },
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
            ar: 'تلقائيًا: للأقل انشغالًا بحسب القسم والمهارة واللغة',
            en: 'By rule: the least loaded by department, skill and language',
          },
        ],
        ['by-hand', { ar: 'يدويًا', en: 'By hand' }],
      ],
    },
  ],
  telephone: telephoneFields,
  outbound: outboundFields(calendarOptions),
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

const inBraces = PLACEHOLDERS.map((name) => `\u2066{{${name}}}\u2069`);
const placeholderHint: Bilingual = {
  ar: `تُملأ هذه الخانات من المعاملة: ${inBraces.join('، ')}`,
  en: `Filled from the case: ${inBraces.join(', ')}`,
};

/** The fields of the entries of plain lists. */
export const entryFields: Readonly<Record<EntrySection, readonly SettingsField[]>> = {
  departments: [
    ...names,
    code('email', 'بريد القسم', 'Mail of the department'),
    code('headEmail', 'بريد رئيس القسم', 'Mail of its head'),
    {
      ...code('calendar', 'تقويم دوام القسم', 'Calendar of the department'),
      kind: 'select',
      optional: true,
      options: calendarOptions,
      hint: { ar: 'إن تُرك فارغًا فبحسب مستوى الخدمة.', en: 'The service level’s when left empty.' },
    },
    { ...text('city', 'المدينة', 'City'), optional: true },
  ],
  categories: [
    ...names,
    {
      ...code('department', 'القسم المختص', 'Department that answers'),
      kind: 'select',
      options: departmentOptions,
    },
    {
      ...code('priority', 'الأولوية', 'Priority'),
      kind: 'select',
      optional: true,
      options: () => priorityOptions,
    },
  ],
  districts: [
    ...names,
    {
      ...text('aliases', 'أسماء أخرى', 'Other names'),
      optional: true,
      hint: {
        ar: 'كما يكتبها الناس: أسماء قديمة أو شائعة. افصل بينها بفاصلة.',
        en: 'As people write it: old or common names. Separate them by commas.',
      },
    },
    {
      name: 'ordinaryWord',
      label: {
        ar: 'الاسم كلمة دارجة أيضًا (مثل الربيع): لا يُعرف الحي إلا بعد كلمة «حي»',
        en: 'The name is also an ordinary word: it counts only beside the word “district”',
      },
      kind: 'check',
    },
    {
      name: 'offered',
      label: {
        ar: 'يُعرض على المتصلين ليختاروه برقم (أول خمسة أحياء)',
        en: 'Offered to callers by a key (the first five districts)',
      },
      kind: 'check',
    },
  ],
  services: [
    ...names,
    {
      ...code('department', 'القسم المختص', 'Department that answers'),
      kind: 'select',
      options: departmentOptions,
    },
    {
      ...code('segment', 'فئة المستفيدين', 'Segment'),
      kind: 'select',
      optional: true,
      options: () => segments.exclude(['unknown']).options.map((one) => [one, segmentLabel[one]]),
      hint: { ar: 'إن تُركت فارغة فللجميع.', en: 'Everybody when left empty.' },
    },
  ],
  replyTemplates: [
    ...names,
    {
      ...code('type', 'نوع المعاملة', 'Type of case'),
      kind: 'select',
      optional: true,
      options: () => types.options.map((one) => [one, typeLabel[one]]),
      hint: { ar: 'إن تُرك فارغًا فلكل الأنواع.', en: 'Every type when left empty.' },
    },
    {
      ...code('category', 'التصنيف', 'Category'),
      kind: 'select',
      optional: true,
      options: categoryOptions,
      hint: { ar: 'إن تُرك فارغًا فلكل التصنيفات.', en: 'Every category when left empty.' },
    },
    { ...text('text.ar', 'النص بالعربية', 'Text in Arabic'), kind: 'area', hint: placeholderHint },
    { ...text('text.en', 'النص بالإنجليزية', 'Text in English'), kind: 'area', hint: placeholderHint },
  ],
  staff: [
    ...names,
    code('email', 'البريد', 'Mail'),
    {
      name: 'departments',
      label: { ar: 'الأقسام', en: 'Departments' },
      kind: 'set',
      options: departmentOptions,
    },
    {
      name: 'skills',
      label: { ar: 'المهارات (فارغة: كل التصنيفات)', en: 'Skills (none: every category)' },
      kind: 'set',
      options: categoryOptions,
    },
    {
      name: 'languages',
      label: { ar: 'اللغات', en: 'Languages' },
      kind: 'set',
      options: () => languageOptions,
    },
    numberField('capacity', 'الحد الأقصى للمعاملات في وقت واحد', 'Cases at work at a time'),
  ],
};
