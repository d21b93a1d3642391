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
}

/** Reads how the day ended from the centre itself. */
export async function dayEnd(centre: Centre, done: DayDone): Promise<DayEnd> {
  const { figures, store, outbox, bus } = centre;
  return {
    figures: figuresOf(await figures.range(done.from, done.to)),
    mailsSent: outbox?.list(10_000).length ?? 0,
    dead: bus.standings().reduce((sum, { dead }) => sum + dead, 0),
    late: await store.load('case', done.late),
    reopened: await store.load('case', done.reopened),
  };
}

const percent = (share: Share | null): string =>
  share === null ? '–' : `${Math.round(share.share * 100)} %`;

/** The day's end as rows of a table, Arabic and English. */
export function summaryRows(
  { figures, mailsSent, dead }: DayEnd,
  done: DayDone,
): [ar: string, en: string, value: string][] {
  const { calls, satisfaction } = figures;
  const asked = satisfaction.find(({ mode }) => mode === 'mail');
  return [
    ['رسائل مستلمة', 'mails taken', String(done.mails)],
    ['مكالمات', 'calls', String(done.calls)],
    ...figures.byChannelAndType.map(({ channel, type, count }): [string, string, string] => [
      'معاملات',
      `cases: ${channel}, ${type}`,
      String(count),
    ]),
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
    ['رسائل مرسلة', 'mails sent', String(mailsSent)],
    ['متعذّر', 'dead letters', String(dead)],
  ];
}
