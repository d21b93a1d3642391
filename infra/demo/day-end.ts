import type { Case } from '#shared/domain/cases/case.ts';
import type { Mean } from '#shared/domain/reports/call-figures.ts';
import { type Figures, figuresOf } from '#shared/domain/reports/figures-of.ts';
import type { Share } from '#shared/domain/statistics/wilson.ts';
import type { LocalCentre } from '../local/centre.ts';
import type { DayDone } from './day.ts';

/** The results at the end of the day, in numbers. */
export interface DayEnd {
  readonly figures: Figures;
  /** The figures of the telephone day alone. */
  readonly phoneDay: Figures;
  /** The figures of the days on which an investor was kept company. */
  readonly company: Figures;
  readonly mailsSent: number;
  readonly dead: number;
  readonly late: Case | undefined;
  readonly reopened: Case | undefined;
  readonly confirmedByPhone: Case | undefined;
  readonly contestedByPhone: Case | undefined;
  readonly desk: {
    readonly children: readonly (Case | undefined)[];
    readonly asked: Case | undefined;
    readonly silent: Case | undefined;
    readonly erased: Case | undefined;
    readonly followed: Case | undefined;
  };
}

/** Read the results of the day from the centre. */
export async function dayEnd(centre: LocalCentre, done: DayDone): Promise<DayEnd> {
  const { figures, store, outbox, bus } = centre;
  const { cast, children } = done.desk;
  const of = (id: string) => store.load('case', id);
  return {
    figures: figuresOf(await figures.range(done.from, done.to)),
    phoneDay: figuresOf(await figures.range(done.phone.day, done.phone.day)),
    company: figuresOf(await figures.range(done.company.from, done.company.to)),
    mailsSent: outbox?.list(10_000).length ?? 0,
    dead: bus.queueDepths().reduce((sum, { dead }) => sum + dead, 0),
    late: await of(done.late),
    reopened: await of(done.reopened),
    confirmedByPhone: await of(done.outcomes.confirmed),
    contestedByPhone: await of(done.outcomes.contested),
    desk: {
      children: await Promise.all(children.map(of)),
      asked: await of(cast.plan.id),
      silent: await of(cast.pipe.id),
      erased: await of(cast.erased.id),
      followed: await of(done.desk.followed),
    },
  };
}

const percent = (share: Share | null): string =>
  share === null ? '–' : `${Math.round(share.share * 100)} %`;

type Row = [ar: string, en: string, value: string];

/** Return the rows of the desk day. */
function deskRows(
  { merged, promisesKept, departmentsInTime, contacts, loops }: Figures,
  { desk }: DayDone,
): Row[] {
  return [
    ['مدموجة', 'merged', String(merged)],
    ['مكالمات أُنجزت مع معاملتها الرئيسية', 'calls resolved with their parent', String(desk.children.length)],
    ['الوعود في موعدها', 'promises kept', percent(promisesKept)],
    ['إجابات الإدارات في موعدها', 'department replies in time', percent(departmentsInTime)],
    ['تواصل مسجّل', 'contacts logged', String(contacts)],
    ['تواصل مع غير الراضين', 'dissatisfied people contacted', percent(loops.closed)],
    ['معاملات سُلّمت لغياب', 'handed over', String(desk.handedOver)],
    ['تجاوزات في رسالة واحدة', 'breaches reported in one mail', String(desk.inOneMail)],
    ['معاملات نقل التعميم مواعيدها', 'deadlines moved by the decree', String(desk.movedByDecree)],
  ];
}

const seconds = (mean: Mean | null): string => (mean === null ? '–' : `${Math.round(mean.seconds)} s`);

/** Return the rows of the telephone day. */
function phoneRows({ calls }: Figures, { phone }: DayDone): Row[] {
  const { callbacks } = calls;
  return [
    ['مكالمات ذلك اليوم', 'calls of that day', String(phone.ledger.calls)],
    ['طلبوا موظفًا', 'calls offered', String(calls.offered)],
    ['أُجيب عنها', 'calls served', String(calls.served)],
    ['أنهوها وهم ينتظرون', 'calls abandoned (immediately)', `${calls.abandoned} (${calls.short})`],
    ['انتهت في القائمة الصوتية', 'calls handled by the menu', String(calls.machine)],
    ['رسائل صوتية', 'spoken messages', String(calls.messages)],
    ['معاودة الاتصال', 'callbacks: reached, not reached', `${callbacks.kept}, ${callbacks.asked}`],
    ['تحويلات', 'transfers', String(calls.transfers)],
    ['مستوى الخدمة', 'service level', percent(calls.serviceLevel)],
    ['نسبة الترك', 'abandonment', percent(calls.abandonment)],
    ['متوسط الانتظار', 'mean wait', seconds(calls.wait)],
    ['متوسط المعالجة', 'mean handling', seconds(calls.handling)],
  ];
}

/** Return the rows of the investor's plan. */
const companyRows = ({ investors }: Figures): Row[] => [
  ['خطط مستثمرين اكتملت', 'plans of investors finished', String(investors.finished)],
  ['التواصل مع المستثمرين في موعده', 'contacts with investors in time', percent(investors.touchesKept)],
  ['عوائق المستثمرين', 'obstacles of investors', String(investors.obstacles.length)],
];

/** Return the results as rows of a table, in Arabic and English. */
export function summaryRows(end: DayEnd, done: DayDone): Row[] {
  const { figures, mailsSent, dead } = end;
  const { satisfaction } = figures;
  const asked = satisfaction.find(({ mode }) => mode === 'mail');
  return [
    ['رسائل مستلمة', 'mails taken', String(done.mails)],
    ...figures.byChannelAndType.map(
      ({ channel, type, count }): Row => ['معاملات', `cases: ${channel}, ${type}`, String(count)],
    ),
    ['منجزة', 'resolved', String(figures.resolved)],
    ['الرد الأول في موعده', 'first response kept', percent(figures.firstResponseKept)],
    ['الإنجاز في موعده', 'resolution kept', percent(figures.resolutionKept)],
    ['رضا المستفيدين', 'satisfied (4 or 5 of 5)', percent(asked?.topTwo ?? null)],
    ['أعيد فتحها', 'reopened', String(figures.reopened)],
    ...phoneRows(end.phoneDay, done),
    ...deskRows(figures, done),
    ...companyRows(end.company),
    ['رسائل مرسلة', 'mails sent', String(mailsSent)],
    ['متعذّر', 'dead letters', String(dead)],
  ];
}
