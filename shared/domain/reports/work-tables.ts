import type { Holder } from '#events/sla-breached.v1.ts';
import type { ClockName } from '#events/vocabulary.ts';
import { everyOf } from '../every-of.ts';
import { ofResolutionKept } from './behind-department.ts';
import { counted, type ReportTable, type TableColumn } from './report-table.ts';
import type { Selection } from './selection.ts';
import type { Tally } from './tally.ts';
import { quantile } from './time-bucket.ts';
import { bucketsOf, firstContactShare, type ResponseClock, resolutionKept, responseKept } from './times.ts';

const MEDIAN = { ar: 'الوسيط', en: 'Median' };
const P90 = { ar: 'تسع من كل عشر خلال', en: 'Nine in ten within' };
const TO_RESOLVE = { ar: 'وسيط الإنجاز', en: 'Median to resolve' };
const IN_TIME = { ar: 'في موعدها', en: 'In time' };
const FIRST: ResponseClock = 'firstResponse';
const NEXT: ResponseClock = 'nextResponse';

/** The counters of working time, for a row: everything after them in the name is the bucket. */
type Path = (row: string) => Parameters<Tally['by']>;

const time = (
  id: string,
  name: TableColumn['name'],
  share: number,
  path: Path,
  behind: NonNullable<TableColumn['behind']>,
): TableColumn => ({
  ...{ id, name, unit: 'working-minutes', behind },
  of: (counts, row) => quantile(bucketsOf(counts, ...path(row)), share),
});

const valuesOf =
  (...paths: Parameters<Tally['by']>[]) =>
  (counts: Tally): string[] => [
    ...new Set(paths.flatMap((path) => counts.by(...path).filter(([, n]) => n !== 0)).map(([id]) => id)),
  ];

const HOLDERS = everyOf<Holder | 'terms'>()(['unassigned', 'agent', 'department', 'outside', 'terms']);
const CLOCKS = everyOf<ClockName>()([
  'firstResponse',
  'nextResponse',
  'resolution',
  'followUp',
  'department',
  'touch',
]);

const CLOCK_NAMES: Readonly<Record<ClockName, TableColumn['name']>> = {
  firstResponse: { ar: 'الرد الأول', en: 'First response' },
  nextResponse: { ar: 'الرد التالي', en: 'Next response' },
  resolution: { ar: 'الإنجاز', en: 'Resolution' },
  followUp: { ar: 'وعد التواصل', en: 'Promise' },
  department: { ar: 'إجابة الإدارة', en: 'Department’s answer' },
  touch: { ar: 'التواصل مع المستثمر', en: 'Contact with an investor' },
};

/** A case is as fast as each of these says. */
const TIMED = ['firstResponse', 'nextResponse', 'resolution'] as const;
const timedPath = (clock: string): Parameters<Tally['by']> =>
  clock === 'resolution' ? ['worked'] : ['answered-in-clock', clock];
const ofClock = (clock: string): Selection => (clock === 'resolution' ? ['resolved'] : [`answered|${clock}`]);
const ofDepartmentClock =
  (clock: ResponseClock) =>
  (id: string): Selection =>
    ['kept', 'late'].map((verdict) => `answered|${clock}|${verdict}|${id}`);

/** How fast and how well the work was done: by clock, department and agent. */
export const WORK_TABLES: readonly ReportTable[] = [
  {
    ...{ id: 'clocks', name: { ar: 'أوقات الرد والإنجاز', en: 'Times to respond and to resolve' } },
    ...{ rowsAre: 'clock', rowsAreNamed: { ar: 'الموعد', en: 'Clock' } },
    rows: () => TIMED,
    columns: [
      counted('count', { ar: 'العدد', en: 'Count' }, ofClock),
      {
        ...{ id: 'kept', name: IN_TIME, unit: 'share' },
        of: (counts, clock) =>
          clock === 'resolution' ? resolutionKept(counts) : responseKept(counts, clock as ResponseClock),
        behind: (clock) =>
          clock === 'resolution'
            ? ['resolution|kept', 'breached|resolution', 'missed-unannounced']
            : [`answered|${clock}`],
      },
      time('median', MEDIAN, 0.5, timedPath, ofClock),
      time('p90', P90, 0.9, timedPath, ofClock),
    ],
  },
  {
    ...{ id: 'departments', name: { ar: 'الإدارات', en: 'Departments' } },
    ...{ rowsAre: 'department', rowsAreNamed: { ar: 'الإدارة', en: 'Department' } },
    rows: valuesOf(['opened-in'], ['resolved'], ['breached', 'resolution']),
    columns: [
      counted('opened', { ar: 'فُتحت', en: 'Opened' }, (id) => [`opened-in|${id}`]),
      counted('resolved', { ar: 'أُنجزت', en: 'Resolved' }, (id) => [`resolved|${id}`]),
      {
        ...{ id: 'resolutionKept', name: { ar: 'الإنجاز في موعده', en: 'Resolved in time' }, unit: 'share' },
        of: (counts, id) => resolutionKept(counts, [id]),
        behind: ofResolutionKept,
      },
      time(
        'median',
        TO_RESOLVE,
        0.5,
        (id) => ['worked-in', id],
        (id) => [`resolved|${id}`],
      ),
      time(
        'p90',
        P90,
        0.9,
        (id) => ['worked-in', id],
        (id) => [`resolved|${id}`],
      ),
      {
        ...{ id: 'firstContact', name: { ar: 'أُنجزت من أول تواصل', en: 'At first contact' }, unit: 'share' },
        of: (counts, id) => firstContactShare(counts, [id]),
        behind: (id) => ['yes', 'no'].map((once) => `first-contact|${once}|${id}`),
      },
      counted('complaints', { ar: 'شكاوى', en: 'Complaints' }, (id) => [`voiced|complaint|${id}`]),
      counted('thanks', { ar: 'شكر', en: 'Thanks' }, (id) => [`voiced|thanks|${id}`]),
    ],
  },
  {
    ...{
      id: 'responses',
      name: { ar: 'ردود الإدارات على المستفيدين', en: 'Responses to beneficiaries by department' },
    },
    ...{ rowsAre: 'department', rowsAreNamed: { ar: 'الإدارة', en: 'Department' } },
    rows: valuesOf(['answered-in', FIRST], ['answered-in', NEXT]),
    columns: [FIRST, NEXT].flatMap((clock): TableColumn[] => [
      counted(clock, CLOCK_NAMES[clock], ofDepartmentClock(clock)),
      {
        ...{ id: `${clock}Kept`, name: IN_TIME, unit: 'share' },
        of: (counts, id) => responseKept(counts, clock, [id]),
        behind: ofDepartmentClock(clock),
      },
      time(`${clock}Median`, MEDIAN, 0.5, (id) => ['answered-in', clock, id], ofDepartmentClock(clock)),
      time(`${clock}P90`, P90, 0.9, (id) => ['answered-in', clock, id], ofDepartmentClock(clock)),
    ]),
  },
  {
    ...{
      id: 'missed',
      name: { ar: 'المواعيد المتجاوزة وأين كان العمل', en: 'Missed deadlines by where the work was' },
    },
    ...{ rowsAre: 'holder', rowsAreNamed: { ar: 'أين كان العمل', en: 'Where the work was' } },
    rows: (counts) =>
      HOLDERS.filter((holder) => CLOCKS.some((clock) => counts.sum('breached-while', clock, holder) > 0)),
    columns: CLOCKS.map((clock) =>
      counted(clock, CLOCK_NAMES[clock], (id) => [`breached-while|${clock}|${id}`]),
    ),
  },
];

/** The work of each agent. Only roles that may look at the work of persons see it. */
export const AGENT_TABLE: ReportTable = {
  ...{ id: 'agents', name: { ar: 'عمل الفريق', en: 'Work of agents' } },
  ...{ rowsAre: 'user', rowsAreNamed: { ar: 'الاسم', en: 'Agent' } },
  rows: valuesOf(['worked-by'], ['answered-by', FIRST], ['answered-by', NEXT]),
  columns: [
    counted('resolved', { ar: 'أُنجزت', en: 'Resolved' }, (user) => [`worked-by|${user}`]),
    time(
      'median',
      TO_RESOLVE,
      0.5,
      (user) => ['worked-by', user],
      (user) => [`worked-by|${user}`],
    ),
    time(
      'p90',
      P90,
      0.9,
      (user) => ['worked-by', user],
      (user) => [`worked-by|${user}`],
    ),
    ...[FIRST, NEXT].flatMap((clock): TableColumn[] => [
      counted(clock, CLOCK_NAMES[clock], (user) => [`answered-by|${clock}|${user}`]),
      time(
        `${clock}Median`,
        MEDIAN,
        0.5,
        (user) => ['answered-by', clock, user],
        (user) => [`answered-by|${clock}|${user}`],
      ),
    ]),
  ],
};
