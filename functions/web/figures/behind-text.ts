import type { Language } from '#events/vocabulary.ts';
import { plural } from '#shared/domain/text/plural.ts';

const EXPIRED = {
  ...{ zero: '', one: 'سطر واحد', two: 'سطران', few: '# أسطر', many: '# سطرًا', other: '# سطر' },
};

const ar = {
  title: 'ما وراء الرقم',
  number: 'الرقم',
  back: 'العودة إلى المؤشرات',
  reference: 'المرجع',
  when: 'وقت احتسابها',
  zone: 'المنطقة الزمنية',
  counted: 'احتُسبت',
  type: 'النوع',
  category: 'التصنيف',
  department: 'الإدارة',
  status: 'الحالة',
  channel: 'القناة',
  opened: 'فُتحت',
  service: 'الخدمة',
  district: 'الحي',
  segment: 'فئة المستفيد',
  language: 'لغة المستفيد',
  priority: 'الأولوية',
  assignee: 'المسندة إليه',
  resolved: 'أُنجزت',
  outcome: 'النتيجة',
  name: 'الاسم',
  email: 'البريد الإلكتروني',
  phone: 'الهاتف',
  tooLong: (most: number) =>
    `القائمة أطول من ${most} سطر، وهو أقصى ما يتسع له ملف واحد هنا. يمكن اختيار فترة أقصر وتنزيلها على أجزاء.`,
  call: 'مكالمة',
  tasks: {
    recovery: 'تواصل مع غير راضٍ',
    'closure-audit': 'مراجعة إغلاق',
    'conversation-review': 'مراجعة محادثة',
  },
  takenBack: 'خُصمت: احتُسبت في فترة أخرى ثم تبيّن خلافها',
  none: 'لا شيء وراء هذا الرقم في هذه الفترة.',
  next: 'الأقدم',
  first: 'الأحدث',
  files: 'تنزيل القائمة:',
  expired: (count: number) =>
    `تُحفظ قائمة ما احتُسب 400 يوم. الرقم يشمل أيضًا ما لم تعد له قائمة: ${plural(count, EXPIRED)}.`,
};

const en: typeof ar = {
  title: 'Behind the number',
  number: 'Number',
  back: 'Back to the figures',
  reference: 'Reference',
  when: 'Counted at',
  zone: 'Time zone',
  counted: 'Counted',
  type: 'Type',
  category: 'Category',
  department: 'Department',
  status: 'Status',
  channel: 'Channel',
  opened: 'Opened',
  service: 'Service',
  district: 'District',
  segment: 'Kind of beneficiary',
  language: 'Language of the beneficiary',
  priority: 'Priority',
  assignee: 'Agent',
  resolved: 'Resolved',
  outcome: 'Outcome',
  name: 'Name',
  email: 'E-mail',
  phone: 'Telephone',
  tooLong: (most) =>
    `The list has more than ${most} rows, the most that a file takes here. Choose shorter periods, one after another.`,
  call: 'Call',
  tasks: {
    recovery: 'Recovery',
    'closure-audit': 'Checked closure',
    'conversation-review': 'Reviewed conversation',
  },
  takenBack: 'Taken back: it was counted in another period',
  none: 'Nothing is behind this number in this period.',
  next: 'Older',
  first: 'Newest',
  files: 'List as a file:',
  expired: (count) =>
    `The list of what was counted is kept for 400 days. The number also has ${count} without a row any more.`,
};

export const behindText: Readonly<Record<Language, typeof ar>> = { ar, en };
