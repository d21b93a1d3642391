import type { Language } from '#events/vocabulary.ts';

const ar = {
  title: 'أدلة محاور هيئة الحكومة الرقمية',
  link: 'أدلة محاور الهيئة',
  about:
    'محاور منظور «التعامل مع الشكاوى» في مؤشر نضج التجربة الرقمية للخدمات الحكومية، وما لدى المركز من أدلة على كل ' +
    'محور. لا يحسب هذا النظام نتيجة المؤشر، ولم تعتمد الهيئة هذا الملف.',
  axis: 'المحور',
  part: 'البند',
  parts: {
    about: 'عن الملف',
    question: 'سؤال المحور',
    measure: 'مؤشر',
    table: 'جدول',
    limit: 'لا دليل عليه',
  },
  row: 'السطر',
  shows: 'يدل على',
  definition: 'التعريف',
  formula: 'طريقة الحساب',
  events: 'الأحداث المحسوبة',
  note: 'ملاحظة',
  interval: 'فترة الثقة 95٪',
  size: 'العدد',
  limits: 'ما لا دليل عليه هنا',
  noRows: 'لا سطور لهذا الجدول في هذه الفترة.',
  file: 'المصنف (XLSX)، ورقة لكل محور',
};

const en: typeof ar = {
  title: 'Evidence by the axes of the Digital Government Authority',
  link: 'Evidence by the Authority’s axes',
  about:
    'The axes of the perspective “complaints handling” of the Digital Experience Maturity Index for Government ' +
    'Services, with the evidence of the centre on each. Rida does not compute the index, and the Authority has not ' +
    'approved this pack.',
  axis: 'Axis',
  part: 'Part',
  parts: {
    about: 'about',
    question: 'question',
    measure: 'measure',
    table: 'table',
    limit: 'no evidence',
  },
  row: 'Row',
  shows: 'Evidence of',
  definition: 'Definition',
  formula: 'Formula',
  events: 'Counted events',
  note: 'Note',
  interval: '95% interval',
  size: 'n',
  limits: 'Without evidence here',
  noRows: 'This table has no rows in this period.',
  file: 'Workbook (XLSX), a sheet for each axis',
};

/** The words of the evidence by axis. */
export const evidenceText: Readonly<Record<Language, typeof ar>> = { ar, en };
