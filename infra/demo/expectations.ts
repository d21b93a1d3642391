import { inspect, isDeepStrictEqual } from 'node:util';
import { formatInZone } from '#shared/domain/sla/zoned-time.ts';
import { RIYADH } from '#shared/domain/text/format-instant.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import type { DayDone } from './day.ts';
import type { DayEnd } from './day-end.ts';
import { meanHandling, meanWait, offeredOf, serviceLevel } from './ledger.ts';

const SERVICE_SECONDS = defaultSettings.telephone.serviceLevelSeconds;

type Expected = readonly [what: string, is: unknown, should: unknown];

const evening = (at: number): string => formatInZone(RIYADH, at).slice(11, 16);

/** Return the expectations of the desk day. */
function ofDesk({ figures, desk }: DayEnd, { desk: done }: DayDone): Expected[] {
  const { merged, promisesKept, departmentsInTime, contacts, loops } = figures;
  const { children, asked, silent, erased, followed } = desk;
  return [
    ['cases merged', merged, 1],
    ['beneficiaries informed of the pipe', done.pipeNotices, 2],
    ['calls resolved with their parent', children.filter((one) => one?.resolution).length, 3],
    ['promises that are due', promisesKept?.n, 2],
    ['share of promises kept', promisesKept?.share, 0.5],
    ['time of the notice of the missed promise', evening(done.missedNoticeAt), '20:32'],
    ['author of the reply to the question', asked?.requests?.[0]?.ended?.by, 'department:planning'],
    ['late words of the department on its case', asked?.requests?.[0]?.words, 1],
    ['share of department replies in time', departmentsInTime?.share, 1],
    ['contacts logged', contacts, 1],
    ['case whose outside body was asked again', [followed?.status, followed?.outside?.length], ['open', 1]],
    ['dissatisfied people contacted', [loops.closed?.n, loops.closed?.share], [done.recovered, 1]],
    // The one of Sunday's call waited until Wednesday.
    ['share of them contacted in time', loops.inTime?.share, 0.5],
    ['cases handed over', done.handedOver > 0, true],
    ['breaches reported in one mail', done.inOneMail, 12],
    ['deadlines moved by the decree', done.movedByDecree >= 12, true],
    ['survey of the unsubscribed beneficiary', silent?.survey, { state: 'suppressed', reason: 'opted-out' }],
    [
      'data of the erased beneficiary',
      erased?.erased !== undefined && erased.beneficiary.name === undefined,
      true,
    ],
  ];
}

/** Return the expectations of the telephone day: the figures must match the actions of callers and agents. */
function ofTelephone({ phoneDay: { calls } }: DayEnd, { phone }: DayDone): Expected[] {
  const { ledger } = phone;
  const { served, abandoned, short, machine, messages, callbacks, transfers, waits } = ledger;
  const { wait, talk, hold, afterWork, handling, serviceLevel: level } = calls;
  return [
    ['calls of the day', ledger.calls, 40],
    ['calls offered', calls.offered, offeredOf(ledger)],
    ['calls served', calls.served, served],
    ['calls abandoned while waiting', [calls.abandoned, calls.short], [abandoned, short]],
    ['calls handled by the menu', calls.machine, machine],
    ['spoken messages', calls.messages, messages],
    ['call backs', calls.callbacks, callbacks],
    ['transfers', calls.transfers, transfers],
    ['calls answered on the line', wait?.n, waits.length],
    ['mean wait', wait?.seconds, meanWait(ledger)],
    ['mean handling', handling?.seconds, meanHandling(ledger)],
    ['mean talk', talk?.seconds, ledger.talkSeconds / served],
    ['mean hold', hold?.seconds, ledger.holdSeconds / served],
    ['mean after-call work', afterWork?.seconds, ledger.workSeconds / served],
    ['service level', level?.share, serviceLevel(ledger, SERVICE_SECONDS)],
    ['evaluation calls', phone.evaluations, { rang: 4, completed: 1 }],
    ['callers verified', phone.verified, 3],
    ['investors answered before others', phone.inPriorityOrder, true],
  ];
}

/** Return the expectations of the investor's plan. */
function ofCompany({ company: { investors } }: DayEnd, { company: done }: DayDone): Expected[] {
  const [obstacle] = investors.obstacles;
  return [
    ['how the plan of the investor ended', done.case?.plan?.ended?.how, 'finished'],
    ['plans started and finished', [investors.started, investors.finished], [1, 1]],
    ['contacts with the investor in time', investors.touchesKept?.share, 1],
    ['obstacle of the investor', [obstacle?.department, obstacle?.kind], ['licensing', 'missing-documents']],
    ['whole working day between the escalation and the due time', done.escalatedHoursBefore >= 24, true],
  ];
}

/** Compare the end of the day with all expectations. Return one line for each difference. */
export function deviationsOf(end: DayEnd, done: DayDone): string[] {
  const { figures, dead, late, reopened, confirmedByPhone, contestedByPhone } = end;
  const { satisfaction } = figures;
  const mail = satisfaction.find(({ mode }) => mode === 'mail');
  const answers = mail?.scores.reduce((sum, count) => sum + count, 0);
  const expected: Expected[] = [
    // Without the absence, which is set aside as mail of a machine.
    ['cases opened by mail', openedBy('mail'), 41],
    [
      'cases opened by phone',
      openedBy('phone'),
      new Set(done.phone.ledger.cases).size + done.desk.children.length,
    ],
    ['quarantined mails', figures.quarantined, 1],
    ['dead letters', dead, 0],
    ...ofTelephone(end, done),
    ['survey answers', answers, done.answered],
    ['cases contested, and returned to be followed', figures.reopened, 3],
    [
      'case confirmed by phone',
      [confirmedByPhone?.status, confirmedByPhone?.confirmation?.state],
      ['closed', 'confirmed'],
    ],
    [
      'case contested by phone',
      [contestedByPhone?.status, contestedByPhone?.confirmation?.state],
      ['open', 'contested'],
    ],
    ['confirmed after a text message', done.messages, { sent: 2, confirmed: ['message', 'phone'] }],
    ['status of the dissatisfied case', reopened?.status, 'open'],
    ['status of the late case', late?.status, 'closed'],
    ['escalation level of the late case', (late?.level ?? 0) >= 2, true],
    ...ofDesk(end, done),
    ...ofCompany(end, done),
  ];
  function openedBy(channel: string): number {
    return figures.byChannelAndType
      .filter((line) => line.channel === channel)
      .reduce((sum, { count }) => sum + count, 0);
  }
  return expected
    .filter(([, is, should]) => !isDeepStrictEqual(is, should))
    .map(([what, is, should]) => `${what}: ${inspect(is)}, expected ${inspect(should)}`);
}
