import { agentAbsent } from './agent-absent.v1.ts';
import { agentReturned } from './agent-returned.v1.ts';
import { beneficiaryErased } from './beneficiary-erased.v1.ts';
import { beneficiaryJoined } from './beneficiary-joined.v1.ts';
import { beneficiaryParted } from './beneficiary-parted.v1.ts';
import { beneficiaryPreferencesChanged } from './beneficiary-preferences-changed.v1.ts';
import { beneficiaryVerified } from './beneficiary-verified.v1.ts';
import { callEnded } from './call-ended.v1.ts';
import { callStarted } from './call-started.v1.ts';
import { caseAssigned } from './case-assigned.v1.ts';
import { caseClosed } from './case-closed.v1.ts';
import { caseErased } from './case-erased.v1.ts';
import { caseEscalated } from './case-escalated.v1.ts';
import { caseLinked } from './case-linked.v1.ts';
import { caseMerged } from './case-merged.v1.ts';
import { caseOpened } from './case-opened.v1.ts';
import { caseReclassified } from './case-reclassified.v1.ts';
import { caseReopened } from './case-reopened.v1.ts';
import { caseResolved } from './case-resolved.v1.ts';
import { caseRetimed } from './case-retimed.v1.ts';
import { caseSplit } from './case-split.v1.ts';
import { caseStatusChanged } from './case-status-changed.v1.ts';
import { caseUnassigned } from './case-unassigned.v1.ts';
import { caseUnlinked } from './case-unlinked.v1.ts';
import { caseUnmerged } from './case-unmerged.v1.ts';
import { caseUnwatched } from './case-unwatched.v1.ts';
import { caseWatched } from './case-watched.v1.ts';
import { contactLogged } from './contact-logged.v1.ts';
import { departmentAnswered } from './department-answered.v1.ts';
import { departmentAsked } from './department-asked.v1.ts';
import { departmentRequestWithdrawn } from './department-request-withdrawn.v1.ts';
import type { EventContract } from './envelope.ts';
import { mailQuarantined } from './mail-quarantined.v1.ts';
import { messageReceived } from './message-received.v1.ts';
import { messageSent } from './message-sent.v1.ts';
import { noteAdded } from './note-added.v1.ts';
import { noticesDue } from './notices-due.v1.ts';
import { promiseEnded } from './promise-ended.v1.ts';
import { promiseMade } from './promise-made.v1.ts';
import { slaBreached } from './sla-breached.v1.ts';
import { slaRetracted } from './sla-retracted.v1.ts';
import { slaWarned } from './sla-warned.v1.ts';
import { surveyAnswered } from './survey-answered.v1.ts';
import { surveyInvited } from './survey-invited.v1.ts';
import { surveySuppressed } from './survey-suppressed.v1.ts';

/** Functions that consume events, `<capability>/<function>`; each has its own rule and queue. */
export type ConsumerName =
  | 'desk/notify'
  | 'desk/relate'
  | 'desk/assign'
  | 'desk/inform'
  | 'desk/erase'
  | 'sla/escalate'
  | 'sla/tell'
  | 'surveys/invite'
  | 'surveys/recover'
  | 'reports/roll-up';

/** Functions whose commands cause events. They write them to the table; only the relay publishes. */
export type ProducerName =
  | 'intake/mail-intake'
  | 'intake/call-desk'
  | 'intake/call-log'
  | 'sla/clock'
  | 'desk/relate'
  | 'desk/assign'
  | 'desk/erase'
  | 'desk/retain'
  | 'web/console'
  | 'web/survey';

export interface Registration<C extends EventContract = EventContract> {
  readonly event: C;
  /** The capability named in `source`. */
  readonly source: `rida.${string}`;
  readonly producers: readonly ProducerName[];
  /** Who acts on it, or the explicit statement that it is only kept on record. */
  readonly consumers: readonly ConsumerName[] | 'audit only';
}

const desk = ['intake/mail-intake', 'intake/call-desk', 'desk/relate', 'web/console'] as const;
const staff = ['web/console'] as const;

/** Every event of Rida, who causes it and who acts on it. Rules and queues are made from this map. */
export const registry = [
  {
    event: caseOpened,
    source: 'rida.desk',
    producers: desk,
    consumers: ['desk/notify', 'desk/assign', 'reports/roll-up'],
  },
  {
    event: messageReceived,
    source: 'rida.desk',
    producers: ['intake/mail-intake'],
    consumers: ['desk/inform', 'reports/roll-up'],
  },
  {
    event: messageSent,
    source: 'rida.desk',
    producers: ['web/console'],
    consumers: ['desk/notify', 'reports/roll-up'],
  },
  {
    event: caseAssigned,
    source: 'rida.desk',
    producers: ['web/console', 'desk/assign'],
    consumers: ['desk/inform'],
  },
  {
    event: caseUnassigned,
    source: 'rida.desk',
    producers: ['web/console', 'desk/assign'],
    consumers: ['desk/assign'],
  },
  {
    event: caseReclassified,
    source: 'rida.desk',
    producers: staff,
    consumers: ['desk/assign', 'reports/roll-up'],
  },
  { event: caseMerged, source: 'rida.desk', producers: staff, consumers: ['desk/relate', 'reports/roll-up'] },
  {
    event: caseUnmerged,
    source: 'rida.desk',
    producers: staff,
    consumers: ['desk/relate', 'reports/roll-up'],
  },
  {
    event: caseLinked,
    source: 'rida.desk',
    producers: ['web/console', 'desk/relate'],
    consumers: ['desk/relate'],
  },
  {
    event: caseUnlinked,
    source: 'rida.desk',
    producers: ['web/console', 'desk/relate'],
    consumers: ['desk/relate'],
  },
  { event: caseSplit, source: 'rida.desk', producers: staff, consumers: ['desk/relate'] },
  { event: caseWatched, source: 'rida.desk', producers: staff, consumers: 'audit only' },
  { event: caseUnwatched, source: 'rida.desk', producers: staff, consumers: 'audit only' },
  { event: contactLogged, source: 'rida.desk', producers: staff, consumers: ['reports/roll-up'] },
  {
    event: promiseMade,
    source: 'rida.desk',
    producers: ['web/console', 'desk/relate'],
    consumers: 'audit only',
  },
  {
    event: promiseEnded,
    source: 'rida.desk',
    producers: ['web/console', 'desk/relate'],
    consumers: ['reports/roll-up'],
  },
  { event: departmentAsked, source: 'rida.desk', producers: staff, consumers: ['desk/notify'] },
  {
    event: departmentAnswered,
    source: 'rida.desk',
    producers: ['web/console', 'intake/mail-intake'],
    consumers: ['desk/inform', 'reports/roll-up'],
  },
  {
    event: departmentRequestWithdrawn,
    source: 'rida.desk',
    producers: ['web/console', 'desk/relate'],
    consumers: 'audit only',
  },
  {
    event: caseErased,
    source: 'rida.desk',
    producers: ['web/console', 'desk/erase', 'desk/retain'],
    consumers: ['desk/erase'],
  },
  {
    event: caseStatusChanged,
    source: 'rida.desk',
    producers: ['intake/mail-intake', 'web/console'],
    consumers: 'audit only',
  },
  { event: noteAdded, source: 'rida.desk', producers: ['web/console'], consumers: 'audit only' },
  {
    event: slaWarned,
    source: 'rida.sla',
    producers: ['sla/clock'],
    consumers: ['sla/escalate', 'reports/roll-up'],
  },
  {
    event: slaBreached,
    source: 'rida.sla',
    producers: ['sla/clock'],
    consumers: ['sla/escalate', 'reports/roll-up'],
  },
  {
    event: caseEscalated,
    source: 'rida.sla',
    producers: ['sla/clock'],
    consumers: ['sla/escalate', 'reports/roll-up'],
  },
  {
    event: slaRetracted,
    source: 'rida.sla',
    producers: ['sla/clock', 'web/console', 'intake/mail-intake', 'desk/relate'],
    consumers: ['sla/escalate', 'reports/roll-up'],
  },
  { event: caseRetimed, source: 'rida.sla', producers: ['sla/clock'], consumers: 'audit only' },
  { event: noticesDue, source: 'rida.sla', producers: ['sla/clock'], consumers: ['sla/tell'] },
  {
    event: caseResolved,
    source: 'rida.desk',
    producers: ['web/console', 'desk/relate'],
    consumers: ['desk/notify', 'desk/relate', 'desk/inform', 'reports/roll-up'],
  },
  {
    event: caseReopened,
    source: 'rida.desk',
    producers: ['intake/mail-intake', 'web/console', 'web/survey'],
    consumers: ['desk/inform', 'reports/roll-up'],
  },
  {
    event: caseClosed,
    source: 'rida.desk',
    producers: ['web/console', 'web/survey', 'sla/clock'],
    consumers: ['reports/roll-up'],
  },
  {
    event: mailQuarantined,
    source: 'rida.intake',
    producers: ['intake/mail-intake'],
    consumers: ['sla/escalate', 'reports/roll-up'],
  },
  {
    event: callStarted,
    source: 'rida.intake',
    producers: ['intake/call-desk', 'intake/call-log'],
    consumers: ['reports/roll-up'],
  },
  {
    event: callEnded,
    source: 'rida.intake',
    producers: ['intake/call-log', 'sla/clock'],
    consumers: ['reports/roll-up'],
  },
  {
    event: surveyInvited,
    source: 'rida.surveys',
    producers: ['sla/clock'],
    consumers: ['surveys/invite', 'reports/roll-up'],
  },
  {
    event: surveyAnswered,
    source: 'rida.surveys',
    producers: ['web/survey'],
    consumers: ['surveys/recover', 'reports/roll-up'],
  },
  {
    event: surveySuppressed,
    source: 'rida.surveys',
    producers: ['sla/clock'],
    consumers: ['reports/roll-up'],
  },
  {
    event: beneficiaryJoined,
    source: 'rida.people',
    producers: staff,
    consumers: ['desk/relate'],
  },
  { event: beneficiaryParted, source: 'rida.people', producers: staff, consumers: ['desk/relate'] },
  { event: beneficiaryPreferencesChanged, source: 'rida.people', producers: staff, consumers: 'audit only' },
  { event: beneficiaryVerified, source: 'rida.people', producers: staff, consumers: 'audit only' },
  { event: beneficiaryErased, source: 'rida.people', producers: staff, consumers: ['desk/erase'] },
  {
    event: agentAbsent,
    source: 'rida.people',
    producers: ['web/console', 'sla/clock'],
    consumers: ['desk/assign'],
  },
  {
    event: agentReturned,
    source: 'rida.people',
    producers: ['web/console', 'sla/clock'],
    consumers: 'audit only',
  },
] as const satisfies readonly Registration[];

type Contract = (typeof registry)[number]['event'];
export type EventType = Contract['type'];
/** One event as it travels on the bus, by its type. */
export type EventFor<T extends EventType> = Extract<Contract, { type: T }>['schema']['_zod']['output'];
/** The data of an event by its type. */
export type DataOf<T extends EventType> = EventFor<T>['data'];
/** Any event as it travels on the bus. */
export type RidaEvent = { [T in EventType]: EventFor<T> }[EventType];

const byType = new Map<string, (typeof registry)[number]>(registry.map((entry) => [entry.event.type, entry]));

/** The registration of an event type, or undefined for a type Rida does not know. */
export const registrationOf = (type: string): Registration | undefined => byType.get(type);

/** The event types a consumer acts on. */
export const typesFor = (consumer: ConsumerName): EventType[] =>
  registry
    .filter(
      ({ consumers }) => consumers !== 'audit only' && (consumers as readonly string[]).includes(consumer),
    )
    .map(({ event }) => event.type);

/** Every consumer once, in the order of the map. */
export const consumerNames = [
  ...new Set(registry.flatMap(({ consumers }) => (consumers === 'audit only' ? [] : [...consumers]))),
] as ConsumerName[];
