import type { Language } from '#events/vocabulary.ts';

const ar = {
  title: 'الإجراءات',
  optional: 'اختياري',
  reply: {
    title: 'الرد على المستفيد',
    text: 'نص الرد',
    hint: 'يصل إلى بريد المستفيد كما تكتبه.',
    noAddress: 'لا يوجد بريد للمستفيد؛ سيُحفظ الرد في المعاملة دون إرسال.',
    andThen: 'ثم',
    keep: 'دون تغيير الحالة',
    send: 'إرسال الرد',
  },
  note: {
    title: 'ملاحظة داخلية',
    text: 'نص الملاحظة',
    hint: 'لا يراها المستفيد.',
    send: 'حفظ الملاحظة',
  },
  assign: { title: 'الإسناد', to: 'اسم المستخدم', toMe: 'أسندها إليّ', send: 'إسناد' },
  status: { title: 'تغيير الحالة', to: 'الحالة الجديدة', send: 'تغيير' },
  resolve: {
    title: 'إنجاز المعاملة',
    outcome: 'ما تم لصالح المستفيد',
    hint: 'يُرسل إلى المستفيد، ثم يُسأل عن رضاه.',
    send: 'إنجاز',
  },
  reopen: {
    title: 'إعادة الفتح',
    hint: 'تعود المعاملة إلى قائمة العمل بمواعيد جديدة.',
    send: 'إعادة فتح المعاملة',
  },
  close: {
    title: 'إغلاق المعاملة',
    reason: 'سبب الإغلاق',
    duplicateOf: 'الرقم المرجعي للمعاملة الأصلية (إن كانت مكررة)',
    send: 'إغلاق',
  },
  unassign: { title: 'إعادة إلى قائمة القسم', send: 'إعادة إلى القائمة' },
  contact: {
    title: 'تسجيل تواصل مع المستفيد',
    text: 'ما جرى في التواصل',
    hint: 'يُحفظ في المعاملة ويُحسب ردًا على المستفيد. لا يُرسل إليه شيء.',
    means: 'الوسيلة',
    happenedAt: 'وقت التواصل',
    happenedHint: 'إن جرى قبل الآن؛ المواعيد تُحسب بوقت حدوثه.',
    send: 'تسجيل التواصل',
  },
  reclassify: {
    title: 'تصحيح التصنيف والأولوية',
    hint: 'تُعاد المواعيد من بدايتها وفق التصنيف الجديد.',
    fields: {
      type: 'النوع',
      category: 'التصنيف',
      department: 'القسم',
      priority: 'الأولوية',
      segment: 'الفئة',
      language: 'لغة المراسلة',
    },
    send: 'حفظ التصحيح',
  },
  erase: {
    title: 'إزالة البيانات الشخصية',
    hint: 'تُزال بيانات المستفيد ورسائله ومرفقاته نهائيًا وتبقى الأرقام. لا يمكن التراجع.',
    sure: 'نعم، أزل البيانات الشخصية نهائيًا',
    send: 'إزالة البيانات',
  },
};

const en: typeof ar = {
  title: 'Actions',
  optional: 'optional',
  reply: {
    title: 'Reply to the beneficiary',
    text: 'Your reply',
    hint: 'Goes to the beneficiary’s mailbox as you write it.',
    noAddress: 'There is no e-mail address; the reply is kept on the case and not sent.',
    andThen: 'Then',
    keep: 'Leave the status as it is',
    send: 'Send reply',
  },
  note: { title: 'Internal note', text: 'Note', hint: 'The beneficiary never sees it.', send: 'Save note' },
  assign: { title: 'Assign', to: 'User name', toMe: 'Assign to me', send: 'Assign' },
  status: { title: 'Change status', to: 'New status', send: 'Change' },
  resolve: {
    title: 'Resolve',
    outcome: 'What was done for the beneficiary',
    hint: 'Sent to the beneficiary, who is then asked how satisfied they are.',
    send: 'Resolve',
  },
  reopen: { title: 'Reopen', hint: 'The case returns to work with new deadlines.', send: 'Reopen the case' },
  close: {
    title: 'Close',
    reason: 'Why',
    duplicateOf: 'Reference of the original case (when a duplicate)',
    send: 'Close',
  },
  unassign: { title: 'Return to the department’s queue', send: 'Return to queue' },
  contact: {
    title: 'Log a contact with the beneficiary',
    text: 'What was said',
    hint: 'Kept on the case and counted as an answer. Nothing is sent.',
    means: 'How',
    happenedAt: 'When',
    happenedHint: 'If earlier than now; deadlines go by when it happened.',
    send: 'Log contact',
  },
  reclassify: {
    title: 'Correct classification and priority',
    hint: 'Deadlines are set anew from their starts.',
    fields: {
      type: 'Type',
      category: 'Category',
      department: 'Department',
      priority: 'Priority',
      segment: 'Segment',
      language: 'Language of letters',
    },
    send: 'Save correction',
  },
  erase: {
    title: 'Remove personal data',
    hint: 'The beneficiary’s data, messages and files are removed for good; the figures stay. Cannot be undone.',
    sure: 'Yes, remove the personal data for good',
    send: 'Remove data',
  },
};

/** Forms for work on the case itself. */
export const workActionWords: Readonly<Record<Language, typeof ar>> = { ar, en };
