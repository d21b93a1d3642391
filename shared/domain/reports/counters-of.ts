import type { EventsOf, EventType, RidaEvent } from '#events/registry.ts';
import { isVerdict, MACHINE_MAIL } from '#shared/domain/cases/set-aside.ts';
import { isoInstant } from '../time/instant.ts';
import { type Added, one } from './added.ts';
import type { Arrival } from './arrival.ts';
import { callCounters } from './call-counters.ts';
import { calledOut } from './call-out-counters.ts';
import { counterName, type Measure } from './counter-name.ts';
import { localDay, localHour, startOfDay } from './local-day.ts';
import { procedureCounters } from './procedure-counters.ts';
import { loopEnded, loopOpened, NO_DEPARTMENT } from './recovery-counters.ts';
import { responded } from './response-counters.ts';
import { speedCounters } from './speed-counters.ts';
import { answered, outcomeReturned, saidOfOutcome } from './survey-counters.ts';
import { bucketOf } from './time-bucket.ts';

/** The counters of one event, and their day. */
export interface Counted {
  /** The local day of the centre, `YYYY-MM-DD`. */
  readonly day: string;
  /** Counter names with the amount to add. */
  readonly counters: Readonly<Record<string, number>>;
}

type DataOf<T extends EventType> = Extract<RidaEvent, { type: T }>['data'];

/** Count a case that left the open ones, or with -1 one that is open again. Older events do not name the opening. */
const left = (openedAt: string | undefined, by: 1 | -1 = 1): Added =>
  openedAt === undefined ? [] : [[counterName('left', localDay(Date.parse(openedAt))), by]];

const arrived = (kind: Arrival, by: 1 | -1 = 1): Added[number] => [counterName('arrived', kind), by];

/** The kind of contact that a quarantined mail is. A mail that could not be read is an open case. */
const arrivalOf = (reason: string): Arrival =>
  reason === MACHINE_MAIL ? 'machine' : isVerdict(reason) ? 'set-aside' : 'quarantined';

/** The opening of the case counts as a case, so that an unreadable one is moved to its own kind. */
const quarantined = ({ reason }: DataOf<'rida.mail.quarantined.v1'>): Added => {
  const kind = arrivalOf(reason);
  return [
    arrived(kind),
    ...(kind === 'quarantined' ? [arrived('case', -1)] : []),
    // Automatic mail without a case is set aside, but needs no check by a person.
    ...(kind === 'machine' ? [] : [one('quarantined')]),
  ];
};

/** Count an event for its district and its service. */
const byFacts = (
  district: Measure,
  service: Measure,
  data: { readonly district?: string | undefined; readonly service?: string | undefined },
): Added => [
  ...(data.district === undefined ? [] : [one(district, data.district)]),
  ...(data.service === undefined ? [] : [one(service, data.service)]),
];

const opened = (data: DataOf<'rida.case.opened.v1' | 'rida.case.restored.v1'>, at: number): Added => [
  arrived('case'),
  one('opened', data.channel, data.type),
  one('opened-hour', localHour(at)),
  one('opened-in', data.department),
  ...(data.category === undefined ? [] : [one('opened-category', data.category)]),
  ...(data.segment === undefined ? [] : [one('opened-segment', data.segment)]),
  ...(data.language === undefined ? [] : [one('opened-language', data.language)]),
  ...(data.type === 'complaint' || data.type === 'thanks' ? [one('voiced', data.type, data.department)] : []),
  ...byFacts('opened-at', 'opened-about', data),
];

/** Move a case from the district or service under which it was counted to the right one. */
const recounted = ({ changes, setAside }: DataOf<'rida.case.corrected.v1'>): Added =>
  setAside
    ? []
    : changes.flatMap(({ field, from, to }): Added => {
        if (field !== 'district' && field !== 'service') return [];
        const measure = field === 'district' ? 'opened-at' : 'opened-about';
        return [
          ...(from === undefined ? [] : [[counterName(measure, from), -1] as Added[number]]),
          ...(to === undefined ? [] : [one(measure, to)]),
        ];
      });

function resolved(data: DataOf<'rida.case.resolved.v1'>): Added {
  const { department, firstResponseKept, resolutionKept, missedUnannounced } = data;
  const { workingMinutes, generation, outcome, asks } = data;
  const verdict = (kept: boolean) => (kept ? 'kept' : 'late');
  return [
    one('resolved', department),
    ...left(data.openedAt),
    one('survey-eligible', 'case'),
    ...byFacts('resolved-at', 'resolved-about', data),
    one('outcome', outcome ?? 'unknown', department),
    ...(asks === undefined ? [] : [one('asked', asks)]),
    one('worked', bucketOf(workingMinutes)),
    ...speedCounters(data),
    one('worked-in', department, bucketOf(workingMinutes)),
    ...(data.assignee === undefined ? [] : [one('worked-by', data.assignee, bucketOf(workingMinutes))]),
    // An event without a priority is of version 1.0.0, which did not look for messages before the resolution.
    ...(data.priority === undefined || generation > 0
      ? []
      : [one('first-contact', data.followedUp ? 'no' : 'yes', department)]),
    // A reopened case is resolved again. Its first response was already counted the first time.
    ...(firstResponseKept === undefined || generation > 0
      ? []
      : [one('first-response', verdict(firstResponseKept), department)]),
    ...(resolutionKept === undefined ? [] : [one('resolution', verdict(resolutionKept), department)]),
    ...(missedUnannounced ? [one('missed-unannounced', department)] : []),
  ];
}

/** Count the result of the check of a closed case or a conversation. */
const checkRecorded = ({
  kind,
  verdict,
  department,
  marks = {},
}: DataOf<'rida.check.recorded.v1'>): Added => [
  one('check', kind, 'checked'),
  ...(verdict === undefined ? [] : [one('closure', verdict, department ?? NO_DEPARTMENT)]),
  ...Object.entries(marks).map(([question, mark]) => one('conversation', question, mark)),
];

function corrected({ changes }: DataOf<'rida.case.reclassified.v1'>): Added {
  return changes
    .filter(({ field }) => field === 'type' || field === 'category')
    .map(({ field, from, to }) => one('corrected', field, from, to));
}

/** The event types that the roll-up is registered for; the registry is the one list. */
type CountedType = EventsOf<'reports/roll-up'>['type'];

const added: { readonly [T in CountedType]: (data: DataOf<T>, at: number) => Added } = {
  'rida.case.opened.v1': (data, at) => (data.setAside ? [] : opened(data, at)),
  'rida.case.restored.v1': (data, at) => [
    ...(data.isCounted ? [] : [...opened(data, at), arrived(arrivalOf(data.reason), -1)]),
    one('restored'),
  ],
  'rida.case.corrected.v1': recounted,
  'rida.message.received.v1': ({ automatic, thanks, service }) => [
    one('received', automatic !== undefined ? 'machine' : thanks ? 'thanks' : 'person'),
    arrived(automatic !== undefined ? 'machine' : 'follow-up'),
    ...(automatic !== undefined || thanks || service === undefined ? [] : [one('contacted-again', service)]),
  ],
  'rida.message.sent.v1': (data) => [one('sent'), ...responded(data)],
  'rida.message.failed.v1': ({ reason, permanent, elsewhere }) =>
    elsewhere ? [] : [one('mail-failed', reason, permanent ? 'for-good' : 'for-now')],
  'rida.case.resolved.v1': resolved,
  'rida.case.reopened.v1': ({ because, openedAt }) => [one('reopened', because), ...left(openedAt, -1)],
  'rida.case.closed.v1': ({ reason, openedAt }) => [one('closed', reason), ...left(openedAt)],
  'rida.sla.warned.v1': ({ clock }) => [one('warned', clock)],
  'rida.sla.breached.v1': ({ clock, department, cause, holder }) => [
    one('breached', clock, department),
    ...(holder === undefined ? [] : [one('breached-while', clock, cause === 'terms' ? 'terms' : holder)]),
  ],
  'rida.case.escalated.v1': ({ level }) => [one('escalated', level)],
  'rida.mail.quarantined.v1': quarantined,
  'rida.call.started.v1': () => [one('calls')],
  'rida.call.ended.v1': callCounters,
  'rida.call-out.attempted.v1': ({ purpose, outcome }) => [one('call-out-attempt', purpose, outcome)],
  'rida.call-out.finished.v1': calledOut,
  'rida.survey.invited.v1': ({ mode, channel }) => [
    one('invited', mode),
    one('survey-sent', 'case', channel ?? mode),
  ],
  'rida.survey.suppressed.v1': ({ reason }) => [
    one('suppressed', reason),
    one('survey-suppressed', 'case', reason),
  ],
  'rida.call.survey-decided.v1': ({ reason }) => [
    one('survey-eligible', 'call'),
    reason === undefined
      ? one('survey-sent', 'call', 'after-call')
      : one('survey-suppressed', 'call', reason),
  ],
  'rida.survey.answered.v1': answered,
  'rida.outcome.answered.v1': saidOfOutcome,
  'rida.outcome.returned.v1': outcomeReturned,
  'rida.outcome.suspected.v1': ({ because }) => [one('outcome-suspect', because)],
  'rida.call.rated.v1': ({ score, finished }) => [
    one('score', 'call', score),
    one('finished', 'call', finished ? 'yes' : 'no'),
  ],
  'rida.recovery.opened.v1': loopOpened,
  'rida.recovery.ended.v1': loopEnded,
  'rida.check.drawn.v1': ({ kind }) => [one('check', kind, 'drawn')],
  'rida.check.recorded.v1': checkRecorded,
  'rida.sla.retracted.v1': ({ clock, department }) => [
    [counterName('breached', clock, department), -1],
    one('retracted', clock),
  ],
  'rida.promise.ended.v1': ({ outcome, plan }) =>
    outcome === 'kept' || outcome === 'late'
      ? [one('promise', outcome), ...(plan ? [one('plan-promise', outcome)] : [])]
      : [],
  'rida.plan.started.v1': ({ again }) => (again ? [] : [one('plan', 'started')]),
  'rida.plan.touched.v1': ({ kept, means }) => [one('touch', kept ? 'kept' : 'late', means)],
  'rida.plan.ended.v1': ({ how }) => [one('plan', how)],
  'rida.procedure.changed.v1': procedureCounters,
  'rida.obstacle.met.v1': ({ department, kind }) => [one('obstacle', department, kind)],
  'rida.obstacle.cleared.v1': ({ department, kind, workingMinutes }) => [
    [counterName('obstacle-minutes', department, kind), workingMinutes],
  ],
  'rida.department.asked.v1': ({ department }) => [one('department-asked', department)],
  'rida.department.answered.v1': ({ late, extended, department, workingMinutes }) => [
    one('department-answer', late ? 'late' : extended ? 'extended' : 'in-time', department),
    ...(workingMinutes === undefined ? [] : [one('department-worked', department, bucketOf(workingMinutes))]),
  ],
  'rida.department.wrote.v1': ({ because, department }) => [one('department-wrote', because, department)],
  'rida.department.time-asked.v1': ({ department }) => [one('department-time', 'asked', department)],
  'rida.department.time-decided.v1': ({ granted, department }) => [
    one('department-time', granted ? 'granted' : 'refused', department),
  ],
  'rida.department.passed-on.v1': ({ department, to }) => [one('department-passed', department, to)],
  'rida.case.merged.v1': () => [one('merged')],
  'rida.case.unmerged.v1': ({ openedAt }) => [one('unmerged'), ...left(openedAt, -1)],
  'rida.case.reclassified.v1': corrected,
  'rida.contact.logged.v1': (data) => [one('contact', data.means), ...responded(data)],
};

/**
 * A retracted breach is subtracted from the day on which it was counted, the day of its deadline, and a corrected case
 * from the day of its opening. A call belongs to the day on which it began, because its end is published later.
 */
function countedAt(event: RidaEvent): string {
  if (event.type === 'rida.sla.retracted.v1') return event.data.dueAt;
  if (event.type === 'rida.case.corrected.v1') return event.data.openedAt;
  // Sent or not, a survey belongs to the day of its resolution, so that each day balances.
  if (event.type === 'rida.survey.invited.v1' || event.type === 'rida.survey.suppressed.v1')
    return event.data.eligibleAt ?? event.time;
  if (event.type === 'rida.outcome.returned.v1') return event.data.resolvedAt;
  // A recovery belongs to the day of the answer, so that the closed ones are a part of the opened ones.
  if (event.type === 'rida.recovery.opened.v1' || event.type === 'rida.recovery.ended.v1')
    return event.data.answeredAt;
  // A check belongs to the first day of the week whose work it checks.
  if (event.type === 'rida.check.drawn.v1' || event.type === 'rida.check.recorded.v1')
    return isoInstant(startOfDay(event.data.week));
  return event.type === 'rida.call.ended.v1' ? event.data.startedAt : event.time;
}

/**
 * Return the counters of an event and the day on which it happened. The counters are empty for an uncounted
 * event.
 */
export function countersOf(event: RidaEvent): Counted {
  const add = (added as Readonly<Partial<Record<EventType, (data: RidaEvent['data'], at: number) => Added>>>)[
    event.type
  ];
  const counters: Record<string, number> = {};
  for (const [name, by] of add?.(event.data, Date.parse(event.time)) ?? [])
    counters[name] = (counters[name] ?? 0) + by;
  const changes = Object.entries(counters).filter(([, by]) => by !== 0);
  return { day: localDay(Date.parse(countedAt(event))), counters: Object.fromEntries(changes) };
}
