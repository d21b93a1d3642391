import type { Language } from '#events/vocabulary.ts';

const ar = {
  promise: {
    title: 'وعد بالتواصل',
    dueAt: 'نتواصل معه قبل',
    hint: 'موعد قادم بتوقيت المركز. يُنبَّه المسؤول قبله.',
    send: 'تسجيل الوعد',
  },
  'withdraw-promise': { title: 'إلغاء الوعد', send: 'إلغاء' },
  ask: {
    title: 'طلب من قسم',
    department: 'القسم',
    text: 'السؤال',
    hint: 'يصل إلى بريد القسم. اتركه فارغًا إن كانت المعاملة نفسها هي السؤال.',
    dueAt: 'الموعد',
    dueHint: 'يُحسب من سياسة المواعيد إن تُرك فارغًا.',
    send: 'إرسال الطلب',
  },
  answer: {
    title: 'تسجيل إجابة القسم',
    request: 'الطلب',
    text: 'الإجابة',
    hint: 'لا يراها المستفيد.',
    send: 'تسجيل الإجابة',
  },
  'withdraw-request': { title: 'سحب الطلب', send: 'سحب' },
  'hand-over': {
    title: 'إحالة إلى جهة خارجية',
    holder: 'الجهة (مثل 940 أو بلدي)',
    number: 'رقم المعاملة لدى الجهة (اختياري)',
    dueAt: 'نتابعها معها في (اختياري)',
    hint: 'تبقى المعاملة مفتوحة، ويُبلَّغ المستفيد بالجهة والموعد. بلا موعد تُحسب مهلة الإعدادات.',
    send: 'تسجيل الإحالة',
  },
  'take-back': { title: 'إنهاء الإحالة', send: 'إنهاء' },
  merge: {
    title: 'دمج في معاملة أخرى',
    into: 'الرقم المرجعي للمعاملة الباقية',
    hint: 'تُغلق هذه، وتبقى للأخرى أقرب المواعيد. يمكن التراجع.',
    send: 'دمج',
  },
  unmerge: {
    title: 'فصل المعاملة',
    hint: 'تعود مستقلة بحالتها السابقة ومواعيدها الأصلية.',
    send: 'فصل المعاملة',
  },
  link: { title: 'ربط بمعاملة', with: 'الرقم المرجعي للمعاملة الأخرى', as: 'صلتها بهذه', send: 'ربط' },
  unlink: { title: 'إلغاء الربط', send: 'إلغاء الربط' },
  split: {
    title: 'إفراد رسالة في معاملة',
    hint: 'تُفتح معاملة جديدة بهذه الرسالة وتُربط بهذه.',
    message: 'الرسالة',
    type: 'النوع',
    category: 'التصنيف',
    priority: 'الأولوية',
    send: 'إفراد',
  },
  watch: { title: 'المتابعة', user: 'اسم المستخدم', send: 'متابعة' },
  unwatch: { title: 'إيقاف المتابعة', send: 'إيقاف' },
};

const en: typeof ar = {
  promise: {
    title: 'Promise to get back',
    dueAt: 'We get back to them by',
    hint: 'A time to come, in the centre’s zone. The assignee is warned before it.',
    send: 'Record promise',
  },
  'withdraw-promise': { title: 'Withdraw promise', send: 'Withdraw' },
  ask: {
    title: 'Ask a department',
    department: 'Department',
    text: 'Question',
    hint: 'Goes to the department’s mailbox. Leave empty when the case itself is the question.',
    dueAt: 'By',
    dueHint: 'By the service level when left empty.',
    send: 'Send request',
  },
  answer: {
    title: 'Record a department’s answer',
    request: 'Request',
    text: 'Answer',
    hint: 'The beneficiary never sees it.',
    send: 'Record answer',
  },
  'withdraw-request': { title: 'Withdraw request', send: 'Withdraw' },
  'hand-over': {
    title: 'Hand over to an outside body',
    holder: 'Body (such as 940 or Balady)',
    number: 'Reference there (optional)',
    dueAt: 'We ask them again on (optional)',
    hint: 'The case stays open; the beneficiary is told the body and the date. Without a date the settings name it.',
    send: 'Record hand-over',
  },
  'take-back': { title: 'End hand-over', send: 'End' },
  merge: {
    title: 'Merge into another case',
    into: 'Reference of the case that stays',
    hint: 'This one closes; the other keeps the earliest deadlines. Can be undone.',
    send: 'Merge',
  },
  unmerge: {
    title: 'Part this case again',
    hint: 'It stands by itself again, with its former status and its original deadlines.',
    send: 'Part the case',
  },
  link: {
    title: 'Link to a case',
    with: 'Reference of the other case',
    as: 'The other case is',
    send: 'Link',
  },
  unlink: { title: 'Remove link', send: 'Remove' },
  split: {
    title: 'Make a message a case of its own',
    hint: 'A new case begins with this message, linked to this one.',
    message: 'Message',
    type: 'Type',
    category: 'Category',
    priority: 'Priority',
    send: 'Split off',
  },
  watch: { title: 'Watch', user: 'User name', send: 'Watch' },
  unwatch: { title: 'Stop watching', send: 'Stop' },
};

/** Texts of the forms that connect a case with people, departments and other cases. */
export const commitmentActionText: Readonly<Record<Language, typeof ar>> = { ar, en };
