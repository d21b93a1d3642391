import { departmentAnswersOf, departmentsAsked } from './department-answers.ts';
import { counted, type ReportTable } from './report-table.ts';

/** The requests to departments: promised and kept. */
export const ANSWER_TABLE: ReportTable = {
  ...{
    id: 'department-answers',
    name: { ar: 'ما وعدت به الإدارات وما وفت به', en: 'What departments promised and kept' },
  },
  ...{ rowsAre: 'department', rowsAreNamed: { ar: 'الإدارة', en: 'Department' } },
  rows: departmentsAsked,
  columns: [
    counted('asked', { ar: 'سُئلت', en: 'Asked' }, (id) => [`department-asked|${id}`]),
    {
      ...{ id: 'kept', name: { ar: 'وفت بموعدها الأول', en: 'First time kept' }, unit: 'share' },
      of: (counts, id) => departmentAnswersOf(counts, id).kept,
      behind: (id) => [
        ...['in-time', 'extended'].map((when) => `department-answer|${when}|${id}`),
        `breached|department|${id}`,
      ],
      isNear: true,
    },
    counted('inTime', { ar: 'في موعدها', en: 'In time' }, (id) => [`department-answer|in-time|${id}`]),
    counted('extended', { ar: 'خلال مهلة ممددة', en: 'Within granted time' }, (id) => [
      `department-answer|extended|${id}`,
    ]),
    {
      ...{ id: 'missed', name: { ar: 'تجاوزت موعدها', en: 'Time passed' }, unit: 'count' },
      of: (counts, id) => departmentAnswersOf(counts, id).missed,
      ...{ behind: (id) => [`breached|department|${id}`], isNear: true },
    },
    {
      ...{
        id: 'median',
        name: { ar: 'وسيط وقت الإجابة', en: 'Median time to answer' },
        unit: 'working-minutes',
      },
      of: (counts, id) => departmentAnswersOf(counts, id).medianMinutes,
      behind: (id) => ['in-time', 'extended', 'late'].map((when) => `department-answer|${when}|${id}`),
    },
    counted('timeAsked', { ar: 'طلبت مهلة', en: 'Asked for time' }, (id) => [`department-time|asked|${id}`]),
    counted('passedOn', { ar: 'أحالت', en: 'Passed on' }, (id) => [`department-passed|${id}`]),
    counted('wroteAgain', { ar: 'عدّلت إجابتها', en: 'Corrected its answer' }, (id) => [
      `department-wrote|answered|${id}`,
    ]),
  ],
};
