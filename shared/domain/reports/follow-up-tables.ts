import type { ObstacleKind } from '#events/investor-vocabulary.ts';
import type { RecoveryOutcome } from '#events/task-vocabulary.ts';
import { everyOf } from '../every-of.ts';
import { obstacleLabel } from '../investors/obstacle-label.ts';
import { wilson } from '../statistics/wilson.ts';
import { conversationForm } from '../tasks/conversation-form.ts';
import { errorsIn } from './check-figures.ts';
import { loopsOf } from './recovery-figures.ts';
import { counted, type ReportTable, type TableColumn } from './report-table.ts';
import { satisfactionOf } from './satisfaction.ts';
import type { Tally } from './tally.ts';

const DEPARTMENT = { rowsAre: 'department', rowsAreNamed: { ar: 'الإدارة', en: 'Department' } } as const;
const IN_TIME = { ar: 'في موعدها', en: 'In time' };

const valuesOf =
  (...paths: Parameters<Tally['by']>[]) =>
  (counts: Tally): string[] => [
    ...new Set(paths.flatMap((path) => counts.by(...path).filter(([, n]) => n !== 0)).map(([id]) => id)),
  ];

const OBSTACLES = Object.keys(obstacleLabel) as ObstacleKind[];
const PROCEDURES = ['added', 'in-time', 'late', 'withdrawn'] as const;
const OUTCOMES = everyOf<RecoveryOutcome>()([
  ...(['settled', 'not-settled', 'declined', 'wrong-matter'] as const),
  ...(['not-reached', 'corrected', 'erased'] as const),
]);

const loopShare = (id: 'closed' | 'inTime', name: TableColumn['name']): TableColumn => ({
  ...{ id, name, unit: 'share', behind: (department) => [`loop-opened|${department}`] },
  of: (counts, department) =>
    loopsOf(counts).departments.find((line) => line.id === department)?.[id] ?? null,
});

/** Investors, dissatisfied people, and the checks of the work: each by department or by its own kind. */
export const FOLLOW_UP_TABLES: readonly ReportTable[] = [
  {
    ...{
      id: 'satisfaction',
      name: { ar: 'الرضا حسب طريقة السؤال', en: 'Satisfaction by the way of asking' },
    },
    ...{ rowsAre: 'mode', rowsAreNamed: { ar: 'طريقة السؤال', en: 'Way of asking' } },
    rows: (counts) => satisfactionOf(counts).map(({ mode }) => mode),
    columns: [
      counted('invited', { ar: 'سُئلوا', en: 'Asked' }, (mode) => [`invited|${mode}`]),
      {
        ...{ id: 'answers', name: { ar: 'أجابوا', en: 'Answered' }, unit: 'count' },
        of: (counts, mode) => counts.sum('score', mode),
      },
      {
        ...{ id: 'topTwo', name: { ar: 'راضون (4 و5)', en: 'Satisfied (4 and 5)' }, unit: 'share' },
        of: (counts, mode) => satisfactionOf(counts).find((one) => one.mode === mode)?.topTwo ?? null,
      },
    ],
  },
  {
    ...{ id: 'recoveries', name: { ar: 'التواصل مع غير الراضين', en: 'Dissatisfied people contacted' } },
    ...DEPARTMENT,
    rows: (counts) => loopsOf(counts).departments.map(({ id }) => id),
    columns: [
      counted('opened', { ar: 'إجابات غير راضية', en: 'Dissatisfied answers' }, (id) => [
        `loop-opened|${id}`,
      ]),
      loopShare('closed', { ar: 'تحدثنا مع صاحبها', en: 'Person reached' }),
      loopShare('inTime', { ar: 'في الموعد', en: 'In time' }),
    ],
  },
  {
    ...{ id: 'recovery-outcomes', name: { ar: 'نتائج التواصل مع غير الراضين', en: 'How recoveries ended' } },
    ...{ rowsAre: 'recovery', rowsAreNamed: { ar: 'النتيجة', en: 'Outcome' } },
    rows: (counts) => OUTCOMES.filter((outcome) => counts.sum('loop-ended', outcome) > 0),
    columns: [counted('count', { ar: 'العدد', en: 'Count' }, (outcome) => [`loop-ended|${outcome}`])],
  },
  {
    ...{ id: 'closures', name: { ar: 'مراجعة المعاملات المغلقة', en: 'Checked closures' } },
    ...DEPARTMENT,
    rows: valuesOf(['closure', 'finished'], ['closure', 'not-finished'], ['closure', 'unclear']),
    columns: [
      counted('finished', { ar: 'انتهت فعلًا', en: 'Really finished' }, (id) => [`closure|finished|${id}`]),
      counted('notFinished', { ar: 'لم تنتهِ', en: 'Not finished' }, (id) => [`closure|not-finished|${id}`]),
      counted('unclear', { ar: 'لم يتضح', en: 'Unclear' }, (id) => [`closure|unclear|${id}`]),
      {
        ...{ id: 'errors', name: { ar: 'نسبة ما لم ينتهِ', en: 'Share not finished' }, unit: 'share' },
        of: (counts, id) => errorsIn(counts, id),
        behind: (id) => ['not-finished', 'finished'].map((verdict) => `closure|${verdict}|${id}`),
      },
    ],
  },
  {
    ...{ id: 'conversations', name: { ar: 'مراجعة المحادثات', en: 'Checked conversations' } },
    ...{ rowsAre: 'question', rowsAreNamed: { ar: 'السؤال', en: 'Question' } },
    rows: (counts) =>
      conversationForm().flatMap(({ id }) => (counts.sum('conversation', id) > 0 ? [id] : [])),
    columns: [
      counted('reviewed', { ar: 'محادثات قُيّمت', en: 'Reviewed' }, (id) => [
        `conversation|${id}|yes`,
        `conversation|${id}|no`,
      ]),
      {
        ...{ id: 'yes', name: { ar: 'تحقق فيها', en: 'It was so' }, unit: 'share' },
        of: (counts, id) => {
          const yes = counts.sum('conversation', id, 'yes');
          return wilson(yes, yes + counts.sum('conversation', id, 'no'));
        },
        behind: (id) => ['yes', 'no'].map((mark) => `conversation|${id}|${mark}`),
      },
    ],
  },
  {
    ...{ id: 'procedures', name: { ar: 'إجراءات المستثمرين', en: 'Procedures of investors' } },
    ...DEPARTMENT,
    rows: valuesOf(...PROCEDURES.map((how): Parameters<Tally['by']> => ['procedure', how])),
    columns: [
      counted('added', { ar: 'أُضيفت', en: 'Added' }, (id) => [`procedure|added|${id}`]),
      counted('inTime', IN_TIME, (id) => [`procedure|in-time|${id}`]),
      counted('late', { ar: 'بعد موعدها', en: 'Late' }, (id) => [`procedure|late|${id}`]),
      counted('withdrawn', { ar: 'لم تعد مطلوبة', en: 'Not needed any more' }, (id) => [
        `procedure|withdrawn|${id}`,
      ]),
      {
        ...{ id: 'kept', name: { ar: 'نسبة ما اكتمل في موعده', en: 'Share in time' }, unit: 'share' },
        of: (counts, id) => {
          const inTime = counts.sum('procedure', 'in-time', id);
          return wilson(inTime, inTime + counts.sum('procedure', 'late', id));
        },
        behind: (id) => ['in-time', 'late'].map((how) => `procedure|${how}|${id}`),
      },
    ],
  },
  {
    ...{ id: 'obstacles', name: { ar: 'ما يعيق المستثمرين', en: 'Obstacles of investors' } },
    ...DEPARTMENT,
    rows: valuesOf(['obstacle']),
    columns: [
      counted('all', { ar: 'كل العوائق', en: 'All obstacles' }, (id) => [`obstacle|${id}`]),
      ...OBSTACLES.map((kind) => counted(kind, obstacleLabel[kind], (id) => [`obstacle|${id}|${kind}`])),
      {
        ...{ id: 'time', name: { ar: 'وقت التعطل لما زال منها', en: 'Time lost' }, unit: 'working-minutes' },
        of: (counts, id) => counts.sum('obstacle-minutes', id) || null,
        behind: (id) => [`obstacle|${id}`],
      },
    ],
  },
];
