import { counted, type ReportTable } from './report-table.ts';

const OUTCOMES = [
  ['served', { ar: 'تمت خدمتهم', en: 'Served' }],
  ['abandoned', { ar: 'أغلقوا قبل الرد', en: 'Hung up while waiting' }],
  ['callback', { ar: 'طلبوا معاودة الاتصال', en: 'Asked for a call back' }],
  ['message', { ar: 'تركوا رسالة', en: 'Left a message' }],
] as const;

const OFFERED = { ar: 'طلبوا التحدث مع المركز', en: 'Asked for a person' };

const callTable = (
  by: 'line' | 'hour',
  name: ReportTable['name'],
  rowsAreNamed: ReportTable['name'],
): ReportTable => ({
  ...{ id: `call-${by}s`, name, rowsAre: by, rowsAreNamed },
  rows: (counts) => {
    const rows = counts.by(`call-${by}`).map(([id]) => id);
    return by === 'hour' ? rows.sort() : rows;
  },
  columns: [
    counted('offered', OFFERED, (id) => OUTCOMES.map(([outcome]) => `call-${by}|${id}|${outcome}`)),
    ...OUTCOMES.map(([outcome, named]) => counted(outcome, named, (id) => [`call-${by}|${id}|${outcome}`])),
  ],
});

/** Incoming calls by line, and by the hour in which they began. */
export const CALL_TABLES: readonly ReportTable[] = [
  callTable('line', { ar: 'المكالمات حسب الخط', en: 'Calls by line' }, { ar: 'الخط', en: 'Line' }),
  callTable(
    'hour',
    { ar: 'المكالمات حسب ساعة بدئها', en: 'Calls by the hour of their begin' },
    { ar: 'الساعة', en: 'Hour' },
  ),
];
