import { formOfAddress, segment as segments, caseType as types } from '#events/vocabulary.ts';
import { PLACEHOLDERS } from '#shared/domain/mail/reply-template.ts';
import type { Bilingual } from '#shared/domain/text/bilingual.ts';
import { formOfAddressLabel, segmentLabel, typeLabel } from '../shell/text/labels.ts';
import {
  calendarOptions,
  categoryOptions,
  departmentOptions,
  languageOptions,
  priorityOptions,
  roleOptions,
} from './field-options.ts';
import { codeField, nameFields, numberField, type SettingsField, textField } from './settings-field.ts';

export type EntrySection =
  | 'departments'
  | 'categories'
  | 'districts'
  | 'services'
  | 'staff'
  | 'replyTemplates';

const inBraces = PLACEHOLDERS.map((name) => `\u2066{{${name}}}\u2069`);
const placeholderHint: Bilingual = {
  ar: `تُملأ هذه الخانات من المعاملة: ${inBraces.join('، ')}`,
  en: `Filled from the case: ${inBraces.join(', ')}`,
};

/** The fields of the entries of plain lists. */
export const entryFields: Readonly<Record<EntrySection, readonly SettingsField[]>> = {
  departments: [
    ...nameFields,
    codeField('email', 'بريد الإدارة', 'Mail of the department'),
    codeField('headEmail', 'بريد مدير الإدارة', 'Mail of its head'),
    {
      ...codeField('addresses', 'عناوين أخرى للإدارة', 'Other addresses of the department'),
      optional: true,
      hint: {
        ar: 'تُقبل منها إجابات الإدارة، وما بدأ بعلامة @ يعني كل من في النطاق. تفصل بينها فاصلة.',
        en: 'Answers from them count. One that begins with @ means everybody at that domain. Separate them by commas.',
      },
    },
    {
      ...codeField('calendar', 'تقويم دوام الإدارة', 'Calendar of the department'),
      kind: 'select',
      optional: true,
      options: calendarOptions,
      hint: { ar: 'إن تُرك فارغًا فبحسب مستوى الخدمة.', en: 'The service level’s when left empty.' },
    },
    { ...textField('city', 'المدينة', 'City'), optional: true },
  ],
  categories: [
    ...nameFields,
    {
      ...codeField('department', 'الإدارة المختصة', 'Department that answers'),
      kind: 'select',
      options: departmentOptions,
    },
    {
      ...codeField('priority', 'الأولوية', 'Priority'),
      kind: 'select',
      optional: true,
      options: () => priorityOptions,
    },
    {
      ...textField('words', 'كلمات تدل على هذا التصنيف', 'Words that show this category'),
      optional: true,
      hint: {
        ar: 'كما يكتبها الناس في رسائلهم، مثل: مسبح، نادٍ صحي. تُعرف بها الرسالة القادمة. تفصل بينها فاصلة.',
        en: 'As people write them in their mail, such as: pool, gym. The next mail is recognised by them. Use commas.',
      },
    },
  ],
  districts: [
    ...nameFields,
    {
      ...textField('aliases', 'أسماء أخرى', 'Other names'),
      optional: true,
      hint: {
        ar: 'كما يكتبها الناس: أسماء قديمة أو شائعة. تفصل بينها فاصلة.',
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
    ...nameFields,
    {
      ...textField('aliases', 'أسماء أخرى', 'Other names'),
      optional: true,
      hint: {
        ar: 'كما يكتبها الناس، ويُعرف بها موضوع الرسالة. تفصل بينها فاصلة.',
        en: 'As people write it. The matter of a mail is recognised by them. Separate them by commas.',
      },
    },
    {
      ...codeField('department', 'الإدارة المختصة', 'Department that answers'),
      kind: 'select',
      options: departmentOptions,
    },
    {
      ...codeField('segment', 'فئة المستفيدين', 'Segment'),
      kind: 'select',
      optional: true,
      options: () => segments.exclude(['unknown']).options.map((one) => [one, segmentLabel[one]]),
      hint: { ar: 'إن تُركت فارغة فللجميع.', en: 'Everybody when left empty.' },
    },
    {
      ...numberField(
        'surveyPercent',
        'نسبة المعاملات المنجزة التي يُسأل عنها، بالمئة',
        'Share of resolved cases that are asked about, percent',
      ),
      optional: true,
      hint: { ar: 'إن تُركت فارغة فجميعها.', en: 'All of them when left empty.' },
    },
  ],
  replyTemplates: [
    ...nameFields,
    {
      ...codeField('type', 'نوع المعاملة', 'Type of case'),
      kind: 'select',
      optional: true,
      options: () => types.options.map((one) => [one, typeLabel[one]]),
      hint: { ar: 'إن تُرك فارغًا فلكل الأنواع.', en: 'Every type when left empty.' },
    },
    {
      ...codeField('category', 'التصنيف', 'Category'),
      kind: 'select',
      optional: true,
      options: categoryOptions,
      hint: { ar: 'إن تُرك فارغًا فلكل التصنيفات.', en: 'Every category when left empty.' },
    },
    { ...textField('text.ar', 'النص بالعربية', 'Text in Arabic'), kind: 'area', hint: placeholderHint },
    { ...textField('text.en', 'النص بالإنجليزية', 'Text in English'), kind: 'area', hint: placeholderHint },
  ],
  staff: [
    ...nameFields,
    {
      ...codeField('formOfAddress', 'صيغة المخاطبة', 'Form of address'),
      kind: 'select',
      optional: true,
      options: () => formOfAddress.options.map((one) => [one, formOfAddressLabel[one]]),
      hint: { ar: 'إن تُركت فارغة خوطب بصيغة محايدة.', en: 'Neutral when left empty.' },
    },
    codeField('email', 'البريد', 'Mail'),
    {
      ...codeField('phone', 'رقم الجوال', 'Mobile number'),
      optional: true,
      hint: { ar: 'كي لا تُجرى لهم مكالمات التقييم.', en: 'So that evaluation calls leave them out.' },
    },
    {
      name: 'departments',
      label: { ar: 'الإدارات', en: 'Departments' },
      kind: 'set',
      options: departmentOptions,
    },
    {
      name: 'skills',
      label: { ar: 'التصنيفات التي يُعمل عليها (فارغة: كلها)', en: 'Skills (none: every category)' },
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
    {
      name: 'roles',
      label: { ar: 'الأدوار', en: 'Roles' },
      hint: {
        ar: 'تحددها إدارة النظام. إن تُركت فارغة فبحسب مجموعات الدخول.',
        en: 'Set by administrators. When empty, the groups of the sign-in decide.',
      },
      kind: 'set',
      optional: true,
      options: () => roleOptions,
      needs: 'roles.edit',
    },
  ],
};
