import { MOST_WORK } from '#shared/adapters/table/work-replica.ts';
import { ACT_COSTS } from './act-costs.ts';
import { QUOTAS, type QuotaName } from './aws-quotas.ts';

/** The settings of a deployment that move a limit. The names are those of the stage or of the settings page. */
export interface ScaleSettings {
  readonly dueShards: number;
  readonly mailsPerSecond: number;
  readonly lambdaConcurrency: number;
  readonly publicRequestsPerSecond: number;
  readonly staffRequestsPerSecond: number;
  /** `desk.acknowledgementsPerHour` on the settings pages. */
  readonly acknowledgementsPerHour: number;
}

/** The values of a new deployment. `lambdaConcurrency` is that of an account that is not new. */
export const DELIVERED: ScaleSettings = {
  dueShards: 8,
  mailsPerSecond: 14,
  lambdaConcurrency: 1_000,
  publicRequestsPerSecond: 20,
  staffRequestsPerSecond: 50,
  acknowledgementsPerHour: 300,
};

/**
 * The fixed design of the deployment: the concurrency of consumers as `infra/aws` has it, and the measured duration
 * of one piece of work.
 * @internal exported for tests
 */
export const DESIGN = {
  mailIntake: { concurrency: 5, seconds: 0.25 },
  clock: { concurrency: 10, atOnce: 4, seconds: 0.05 },
  assign: { concurrency: 2, atOnce: 4, seconds: 0.06 },
  notify: { concurrency: 5, atOnce: 4, seconds: 0.12 },
  sweep: { messagesPerSecond: 4_000, seconds: 50 },
  relay: { batch: 100, concurrency: 2, seconds: 0.2, writesPerShard: 1_000 },
} as const;

/** The assumed behaviour of people and staff. */
const LOAD = {
  mailShare: 0.5,
  peakHourShare: 0.1,
  /** Contacts of a night whose first deadline falls due in the same minute after the opening. */
  nightShare: 0.1,
  /** Mails of people who received an acknowledgement on the same day. */
  repeatedShare: 0.01,
  callSeconds: 240,
  flowRequestsPerCall: 5,
  flowSeconds: 0.1,
  staffPagesPerCase: 12,
  surveyedShare: 0.35,
  pagesPerSurvey: 3,
  eventsPerPut: 10,
  /** Days from the opening of a case to its closing. */
  openDays: 5,
  /** A due timer is late when it is processed after this time. */
  patienceSeconds: 300,
} as const;

/** How a limit is moved: by AWS on request, by a setting of Rida, or only by another design. */
export type MovedBy = { readonly quota: QuotaName } | { readonly setting: keyof ScaleSettings } | 'design';

/** One limit at one load. */
export interface Check {
  readonly where: string;
  readonly demand: number;
  readonly limit: number;
  readonly unit: string;
  readonly movedBy: MovedBy;
  /** Above the limit work waits instead of failing. */
  readonly delays: boolean;
}

/** The proof that an event was counted: one unit, twice in a transaction. */
const COUNTED = 2;
const PEAK_SECONDS = 3_600;

/** Return all limits for a day of contacts, half of them mails, with one minute of a night's deadlines. */
export function checksFor(contacts: number, settings: ScaleSettings): Check[] {
  const peak = (contacts * LOAD.peakHourShare) / PEAK_SECONDS;
  const [mails, calls] = [peak * LOAD.mailShare, peak * (1 - LOAD.mailShare)];
  const night = contacts * LOAD.nightShare;
  const { 'mail case': mail, 'call case': call, 'overdue case': overdue } = ACT_COSTS;
  const perSecond = (of: 'writes' | 'events' | 'deliveries' | 'mails') => mails * mail[of] + calls * call[of];
  // The night's timers are worked off at the rate of the slower of queue and worker.
  const ticks = Math.min(night, clockRate(settings));
  const events = perSecond('events') + ticks * overdue.events;
  const writes = perSecond('writes') + ticks * overdue.writes + events * COUNTED;
  const quota = (name: QuotaName, where: string, demand: number): Check => ({
    ...{ where, demand, limit: QUOTAS[name].value, unit: `${QUOTAS[name].name}, ${QUOTAS[name].per}` },
    ...{ movedBy: { quota: name }, delays: 'delays' in QUOTAS[name] },
  });
  const setting = (name: keyof ScaleSettings, where: string, demand: number, unit: string): Check => ({
    ...{ where, demand, limit: settings[name], unit, movedBy: { setting: name }, delays: false },
  });
  const design = (where: string, demand: number, limit: number, unit: string): Check => ({
    ...{ where, demand, limit, unit, movedBy: 'design', delays: false },
  });
  const commits = writes / 5;
  const streamShards = Math.max(1, Math.ceil(writes / DESIGN.relay.writesPerShard));
  const dailyMails = contacts * LOAD.mailShare * mail.mails;
  return [
    design('mail/mail-intake', mails, rate(DESIGN.mailIntake), 'mails a second'),
    design('cases/assign', peak, rate(DESIGN.assign), 'cases a second'),
    design('mail/notify-beneficiary', mails * mail.mails, rate(DESIGN.notify), 'mails a second'),
    design(
      'sla/sweep',
      night,
      DESIGN.sweep.messagesPerSecond * DESIGN.sweep.seconds,
      'timers in one sweep of 50 seconds',
    ),
    design('sla/clock', night / clockRate(settings), LOAD.patienceSeconds, "seconds for a night's deadlines"),
    design(
      'relay/relay',
      commits,
      (streamShards * DESIGN.relay.concurrency * DESIGN.relay.batch) / DESIGN.relay.seconds,
      'commits a second',
    ),
    {
      ...quota('partitionWrites', 'due index, one shard', (2 * (commits + ticks)) / settings.dueShards),
      movedBy: { setting: 'dueShards' },
    },
    {
      ...quota('partitionWrites', 'list of work, one shard', (2 * (commits + ticks)) / settings.dueShards),
      movedBy: { setting: 'dueShards' },
    },
    quota('newTableWrites', 'the table on its first day', writes),
    quota('tableWrites', 'the table', writes),
    quota('putEvents', 'relay/relay', events / LOAD.eventsPerPut),
    quota('invocations', 'the bus', perSecond('deliveries') + ticks * overdue.deliveries),
    quota('lambdaConcurrency', 'all functions', concurrency(calls, peak, settings)),
    quota('connectCalls', 'the telephone', calls * LOAD.callSeconds),
    quota('sesDay', 'sent mail', dailyMails),
    quota('sesRate', 'sent mail', mails * mail.mails),
    setting('mailsPerSecond', 'sent mail', mails * mail.mails, 'mails a second'),
    setting(
      'acknowledgementsPerHour',
      'acknowledgements to people who had one on that day',
      mails * PEAK_SECONDS * LOAD.repeatedShare,
      'an hour',
    ),
    setting('staffRequestsPerSecond', 'pages of staff', peak * LOAD.staffPagesPerCase, 'requests a second'),
    setting(
      'publicRequestsPerSecond',
      'survey and tracking pages',
      peak * LOAD.surveyedShare * LOAD.pagesPerSurvey,
      'requests a second',
    ),
    quota(
      'apiRequests',
      'all pages',
      peak * (LOAD.staffPagesPerCase + LOAD.surveyedShare * LOAD.pagesPerSurvey),
    ),
  ];
}

/** The open work of a centre, and how much of it the list of work reads and counts. Above it the page says so. */
export const listedWork = (contacts: number): { readonly open: number; readonly counted: number } => {
  const open = contacts * LOAD.openDays;
  return { open, counted: Math.min(open, MOST_WORK) };
};

const rate = ({
  concurrency: at,
  seconds,
  atOnce = 1,
}: {
  concurrency: number;
  seconds: number;
  atOnce?: number;
}) => (at * atOnce) / seconds;

/** Timers that the clock processes a second. Every timer moves its entry in the due index, two units in its shard. */
const clockRate = ({ dueShards }: ScaleSettings): number =>
  Math.min(rate(DESIGN.clock), (QUOTAS.partitionWrites.value * dueShards) / 4);

const concurrency = (calls: number, peak: number, settings: ScaleSettings): number =>
  calls * LOAD.flowRequestsPerCall * LOAD.flowSeconds +
  peak * LOAD.staffPagesPerCase * 0.15 +
  DESIGN.mailIntake.concurrency +
  DESIGN.clock.concurrency +
  // The other consumers have at most this many together.
  40 +
  (settings.dueShards > 8 ? 4 : 2);

/** Return the limits that are exceeded, the most exceeded first. */
export const exceeded = (checks: readonly Check[]): Check[] =>
  checks
    .filter(({ demand, limit }) => demand > limit)
    .sort((a, b) => b.demand / b.limit - a.demand / a.limit);

const HEADROOM = 1.5;
const round = (value: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.ceil(value / step) * step;
};

/** Return settings under which no limit of a setting is exceeded, each with half as much again in reserve. */
export function proposedFor(contacts: number): ScaleSettings {
  const needed = { ...DELIVERED } as Record<keyof ScaleSettings, number>;
  for (const { movedBy, demand, limit } of checksFor(contacts, DELIVERED)) {
    if (movedBy === 'design' || !('setting' in movedBy)) continue;
    const { setting } = movedBy;
    // The number of shards divides the demand; the others are the limit itself.
    const wanted =
      setting === 'dueShards' ? (DELIVERED.dueShards * demand * HEADROOM) / limit : demand * HEADROOM;
    if (demand * HEADROOM > limit) needed[setting] = Math.max(needed[setting], round(wanted));
  }
  return needed;
}

/** Return the quotas to ask for at a load, with the values. */
export function quotasToAskFor(contacts: number): { readonly name: QuotaName; readonly value: number }[] {
  return checksFor(contacts, proposedFor(contacts)).flatMap(({ movedBy, demand, limit }) =>
    movedBy !== 'design' &&
    'quota' in movedBy &&
    demand * HEADROOM > limit &&
    QUOTAS[movedBy.quota].adjustable
      ? [{ name: movedBy.quota, value: round(demand * HEADROOM) }]
      : [],
  );
}
