import type { Case } from '#shared/domain/case/case.ts';
import { type Figures, figuresOf } from '#shared/domain/kpi/figures-of.ts';
import type { Share } from '#shared/domain/kpi/wilson.ts';
import type { Centre } from '../centre.ts';
import type { DayDone } from './day.ts';

/** How the day ended, in numbers. */
export interface DayEnd {
  readonly figures: Figures;
  readonly mailsSent: number;
  readonly dead: number;
  readonly late: Case | undefined;
  readonly reopened: Case | undefined;
  readonly desk: {
    readonly children: readonly (Case | undefined)[];
    readonly asked: Case | undefined;
    readonly silent: Case | undefined;
    readonly erased: Case | undefined;
  };
}

/** Reads how the day ended from the centre itself. */
export async function dayEnd(centre: Centre, done: DayDone): Promise<DayEnd> {
  const { figures, store, outbox, bus } = centre;
  const { cast, children } = done.desk;
  const of = (id: string) => store.load('case', id);
  return {
    figures: figuresOf(await figures.range(done.from, done.to)),
    mailsSent: outbox?.list(10_000).length ?? 0,
    dead: bus.standings().reduce((sum, { dead }) => sum + dead, 0),
    late: await of(done.late),
    reopened: await of(done.reopened),
    desk: {
      children: await Promise.all(children.map(of)),
      asked: await of(cast.plan.id),
      silent: await of(cast.pipe.id),
      erased: await of(cast.erased.id),
    },
  };
}

const percent = (share: Share | null): string =>
  share === null ? '–' : `${Math.round(share.share * 100)} %`;

type Row = [ar: string, en: string, value: string];

/** What the desk's day adds. */
function deskRows({ merged, promisesKept, departmentsInTime, contacts }: Figures, { desk }: DayDone): Row[] {
  return [
    ['مدموجة', 'merged', String(merged)],
    ['مكالمات أُنجزت مع معاملتها الرئيسية', 'calls resolved with their parent', String(desk.children.length)],
    ['الوعود في موعدها', 'promises kept', percent(promisesKept)],
    ['إجابات الأقسام في موعدها', 'departments in time', percent(departmentsInTime)],
    ['تواصل مسجّل', 'contacts logged', String(contacts)],
    ['معاملات سُلّمت لغياب', 'handed over', String(desk.handedOver)],
    ['تجاوزات في رسالة واحدة', 'breaches told in one mail', String(desk.inOneMail)],
    ['معاملات نقل التعميم مواعيدها', 'moved by the decree', String(desk.movedByDecree)],
  ];
}

/** The day's end as rows of a table, Arabic and English. */
export function summaryRows({ figures, mailsSent, dead }: DayEnd, done: DayDone): Row[] {
  const { calls, satisfaction } = figures;
  const asked = satisfaction.find(({ mode }) => mode === 'mail');
  return [
    ['رسائل مستلمة', 'mails taken', String(done.mails)],
    ['مكالمات', 'calls', String(done.calls)],
    ...figures.byChannelAndType.map(
      ({ channel, type, count }): Row => ['معاملات', `cases: ${channel}, ${type}`, String(count)],
    ),
    ['منجزة', 'resolved', String(figures.resolved)],
    ['الرد الأول في موعده', 'first response kept', percent(figures.firstResponseKept)],
    ['الإنجاز في موعده', 'resolution kept', percent(figures.resolutionKept)],
    [
      'مكالمات أُجيب عنها',
      'calls served / left / by menu',
      `${calls.served} / ${calls.abandoned} / ${calls.machine}`,
    ],
    ['رضا المستفيدين', 'satisfied (4 or 5 of 5)', percent(asked?.topTwo ?? null)],
    ['أعيد فتحها', 'reopened', String(figures.reopened)],
    ...deskRows(figures, done),
    ['رسائل مرسلة', 'mails sent', String(mailsSent)],
    ['متعذّر', 'dead letters', String(dead)],
  ];
}
