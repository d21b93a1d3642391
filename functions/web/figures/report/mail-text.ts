import type { Language } from '#events/vocabulary.ts';

const ar = {
  title: 'إرسال هذا التقرير بالبريد',
  recipients: 'يُرسل إلى',
  hint: 'يُرسل خلال دقائق ومعه ملفا الأرقام. لا يظهر هنا إلا من يحق له الاطلاع على المؤشرات. يُسجَّل من أرسله وإلى من.',
  send: 'إرسال',
  asked: 'سيُرسل التقرير خلال دقائق.',
  before: 'تقارير أُرسلت عند الطلب',
  period: 'الفترة',
  by: 'من أرسله',
  state: 'الحالة',
  waits: 'ينتظر الإرسال',
  sent: 'أُرسل',
  failed: 'لم يصل إلى:',
  chooseOne: 'يُرسل إلى: يُرجى اختيار اسم واحد على الأقل من القائمة.',
};

const en: typeof ar = {
  title: 'Mail this report',
  recipients: 'Sent to',
  hint:
    'It is sent within minutes, with the files of the numbers. Only people who may read the figures are listed. ' +
    'It is recorded who sent it to whom.',
  send: 'Send',
  asked: 'The report is sent within minutes.',
  before: 'Reports mailed on demand',
  period: 'Period',
  by: 'Mailed by',
  state: 'State',
  waits: 'waits to be sent',
  sent: 'sent',
  failed: 'Did not arrive at:',
  chooseOne: 'Sent to: choose at least one person of the list.',
};

/** The words of a report that is mailed on demand. */
export const mailText: Readonly<Record<Language, typeof ar>> = { ar, en };
