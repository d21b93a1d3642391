import { codeField, numberField, type SettingsField } from './settings-field.ts';

const optional = (field: SettingsField, ar: string, en: string): SettingsField => ({
  ...field,
  optional: true,
  hint: { ar, en },
});

/**
 * How the provider is called. Its address gets the numbers of beneficiaries, so that administrators alone change it.
 * The secret of the provider is not among the settings.
 */
const providerFields: readonly SettingsField[] = [
  optional(
    codeField('url', 'عنوان مزود الخدمة', 'Address of the provider'),
    'تحدده إدارة النظام، ويبدأ بـ https://‎. إن تُرك فارغًا على هذا الحاسب حُفظت الرسائل في صفحتها ولم تُرسل.',
    'Set by administrators. Begins with https://. When empty on one computer, messages are kept on their page.',
  ),
  {
    ...codeField('method', 'طريقة الطلب', 'Method of the request'),
    kind: 'select',
    options: () => (['POST', 'PUT'] as const).map((name) => [name, { ar: name, en: name }] as const),
  },
  {
    ...codeField('contentType', 'صيغة الطلب', 'Format of the request'),
    kind: 'select',
    options: () => [
      ['application/json', { ar: 'JSON', en: 'JSON' }],
      ['application/x-www-form-urlencoded', { ar: 'نموذج ويب', en: 'Web form' }],
    ],
  },
  {
    ...codeField('number', 'صيغة رقم الجوال', 'Format of the number'),
    kind: 'select',
    options: () => [
      ['plus', { ar: '‎+966512345678', en: '+966512345678' }],
      ['digits', { ar: '966512345678', en: '966512345678' }],
    ],
  },
  {
    ...optional(
      codeField('headers', 'ترويسات الطلب', 'Headers of the request'),
      'ترويسة في كل سطر. يُكتب {secret} مكان المفتاح السري للمزود.',
      'One header a line. Write {secret} in the place of the provider’s secret.',
    ),
    kind: 'codes',
  },
  {
    ...codeField('body', 'محتوى الطلب', 'Body of the request'),
    kind: 'codes',
    hint: {
      ar: 'يُكتب {number} مكان رقم الجوال و{text} مكان نص الرسالة.',
      en: 'Write {number} in the place of the number and {text} in the place of the message.',
    },
  },
  optional(
    codeField('accepted', 'عبارة القبول في رد المزود', 'Words of an accepting answer'),
    'إن تُركت فارغة كفى أن يرد المزود برمز نجاح.',
    'When empty, a status of success is enough.',
  ),
];

/** The fields of text messages. */
export const messageFields: readonly SettingsField[] = [
  {
    name: 'use',
    label: { ar: 'رسالة نصية لمن ليس له بريد', en: 'Text message to people without mail' },
    kind: 'select',
    hint: {
      ar: 'فيها رابط لتأكيد إنجاز المعاملة أو الاعتراض عليه، وتُرسل إلى أرقام الجوال السعودية فقط.',
      en: 'It has a link to confirm or contest that the case is finished. Only Saudi mobile numbers get it.',
    },
    options: () => [
      ['off', { ar: 'لا تُرسل، ويُتصل بالمستفيد مباشرة', en: 'Not sent; people are called at once' }],
      [
        'before-call',
        { ar: 'تُرسل، ثم يُتصل بمن لم يجب', en: 'Sent; those who do not answer are then called' },
      ],
    ],
  },
  {
    ...numberField(
      'callAfterHours',
      'ساعات الانتظار قبل الاتصال بمن لم يجب',
      'Hours until people who do not answer are called',
    ),
    hint: {
      ar: 'قد يقبل المزود رسالة ولا تصل، ولذلك يُتصل بكل من لم يجب.',
      en: 'A provider may accept a message that never arrives. Everybody who does not answer is called.',
    },
  },
  ...providerFields.map((field) => ({ ...field, needs: 'provider.edit' as const })),
];
