import type { EventsOf } from '#events/registry.ts';
import type { Disposition } from '#events/vocabulary.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { freeOutboundLine } from '#shared/application/outbound-line.ts';
import { outcomeMessageId } from '#shared/application/outcome-message-id.ts';
import { planCallBackTo } from '#shared/application/plan-call-back.ts';
import { releaseReplicates } from '#shared/application/programme/week-calls.ts';
import { takeBackQuestion } from '#shared/application/surveys/ask-person.ts';
import type { AggregateResult } from '#shared/application/update-aggregate.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { questionOf } from '#shared/domain/cases/confirmation.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { endOf } from '#shared/domain/outreach/end-of.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { Telephone } from '#shared/ports/telephone-system.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface CompleteCallDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
  readonly telephone: Pick<Telephone, 'describe' | 'stop'>;
}

type CompleteCallEvent = EventsOf<'outreach/complete-call'>;
/**
 * For an ended call, the change of its outbound call. For a finished outbound call, whether its active call was ended,
 * or the next persons of its week were released.
 */
type CompleteCallOutcome =
  | AggregateResult
  | 'not-ours'
  | 'over'
  | 'hung-up'
  | 'released'
  | 'enough'
  | 'planned';

type CallEnded = Extract<CompleteCallEvent, { type: 'rida.call.ended.v1' }>;
type Finished = Extract<CompleteCallEvent, { type: 'rida.call-out.finished.v1' }>;
type ClosingDue = Extract<CompleteCallEvent, { type: 'rida.plan.closing-due.v1' }>;

/**
 * Process the end of a call. If it was an attempt of an outbound call, store its result and release its line.
 */
async function ended(
  { store, rules, clock, telephone }: CompleteCallDeps,
  event: CallEnded,
): Promise<AggregateResult | 'not-ours'> {
  const { contactId, startedAt, seconds, reason } = event.data;
  const placed = await store.effect('call', contactId, 'call-out');
  if (!placed) return 'not-ours';
  const [callOut = '', attempt = ''] = placed.token.split('#');
  const now = clock.now();
  const facts = await telephone.describe(contactId);
  const described = facts && endOf(facts, now);
  // The call record contains the end even if the telephone system no longer has the contact.
  const byRecord = { at: Date.parse(startedAt) + seconds * 1000, ...(reason !== undefined && { reason }) };
  const command = { do: 'end', attempt: Number(attempt), contactId, ended: described ?? byRecord } as const;
  const { outbound } = await rules.current();
  const done = await updateCallOut(store, outbound, {
    ...{ id: callOut, command, by: 'rida', at: command.ended.at, recordedAt: now },
    ...{ cause: causeId(`${event.id}#end`), correlationId: event.correlationId },
  });
  await freeOutboundLine(store, { callOut, attempt: Number(attempt) }, now);
  return done.outcome;
}

/** The ends of a call in which no person heard a question. */
const UNHEARD: ReadonlySet<Disposition> = new Set<Disposition>([
  ...([
    'no-answer',
    'busy',
    'machine',
    'wrong-number',
    'invalid-number',
    'not-allowed',
    'technical',
  ] as const),
  'stopped',
]);

/** Free a person for another question when the call of an evaluation did not reach them. */
async function takeBackEvaluation({ store, clock }: CompleteCallDeps, event: Finished): Promise<void> {
  if (event.data.purpose !== 'evaluation' || !UNHEARD.has(event.data.disposition)) return;
  const callOut = await store.load('call-out', event.subject, event.subjectVersion);
  if (!callOut) return;
  const about = invitationAbout.callOut(callOut.id);
  await takeBackQuestion(store, { beneficiaryId: callOut.beneficiaryId, about }, clock.now());
}

/** The further ends of a call about the end of a case in which no question was put. */
const NOT_ASKED: ReadonlySet<Disposition> = new Set<Disposition>([
  'opted-out',
  'joined',
  'own-staff',
  'test',
]);

/** Return true when a text message with the survey of a case may have arrived. */
async function hasMessage(store: Store, supportCase: Case): Promise<boolean> {
  const effect = await store.effect('case', supportCase.id, outcomeMessageId(supportCase));
  return effect !== undefined && (effect.waits === undefined || effect.waits.reason === 'unconfirmed');
}

/**
 * Free a person for another question when neither the call about the end of their case nor a text message reached
 * them. The invitation of the case stays open: its page and the telephone still take an answer.
 */
async function takeBackOutcome({ store, clock }: CompleteCallDeps, event: Finished): Promise<void> {
  const { purpose, disposition } = event.data;
  if (purpose !== 'follow-up' || !(UNHEARD.has(disposition) || NOT_ASKED.has(disposition))) return;
  const { caseRef, question } = (await store.load('call-out', event.subject, event.subjectVersion)) ?? {};
  if (caseRef === undefined || question === undefined) return;
  const supportCase = await store.load('case', caseRef);
  if (supportCase?.survey?.state !== 'invited' || question !== questionOf(supportCase)) return;
  if (await hasMessage(store, supportCase)) return;
  const about = invitationAbout.case(caseRef, supportCase.survey.invitation);
  await takeBackQuestion(store, { beneficiaryId: supportCase.beneficiary.id, about }, clock.now());
}

/** Release the next persons of the week of a finished call, if they are needed. */
async function releaseNext(
  { store, rules, clock }: CompleteCallDeps,
  { week }: CallOut,
  event: Finished,
): Promise<'released' | 'enough' | undefined> {
  if (!week) return undefined;
  const { outbound } = await rules.current();
  return releaseReplicates(store, outbound, { place: week, now: clock.now(), cause: event.id });
}

/** Tell the plan of an investor that a call has reached them, and their answer. */
async function tellPlan({ store, rules, clock }: CompleteCallDeps, event: Finished): Promise<void> {
  const { purpose, disposition, caseRef, answers } = event.data;
  if (purpose !== 'investor' || caseRef === undefined) return;
  if (disposition !== 'completed' && disposition !== 'partial') return;
  const { finished: said } = answers;
  const now = clock.now();
  await handleCommand(
    { store, rules: await rules.current() },
    {
      ...{ id: caseRef, cause: causeId(`${event.id}#investor`), by: 'beneficiary' },
      ...{ at: Date.parse(event.time), recordedAt: now },
      ...{ correlationId: event.correlationId, causationId: event.id },
      command: {
        ...{ do: 'hear-investor', means: 'call', by: 'beneficiary' },
        ...(said !== undefined && { finished: said === 1 }),
      },
    },
  );
}

/** All procedures of an investor have ended: plan the call that asks whether the matter is finished. */
async function closing(
  { store, rules, clock }: CompleteCallDeps,
  event: ClosingDue,
): Promise<'planned' | 'over'> {
  const investor = await store.load('case', event.subject, event.subjectVersion);
  if (investor?.plan?.state !== 'closing') return 'over';
  const planned = await planCallBackTo({ store, rules: await rules.current() }, investor, {
    ...{ purpose: 'investor', token: `closing:${event.data.question}`, by: 'rida', now: clock.now() },
  });
  return planned === 'planned' ? 'planned' : 'over';
}

/**
 * After the end of an outbound call: end its ringing or active call if it was cancelled, and release the next persons
 * of its week.
 */
async function finished(
  deps: CompleteCallDeps,
  event: Finished,
): Promise<'over' | 'hung-up' | 'released' | 'enough'> {
  const { store, telephone } = deps;
  await takeBackEvaluation(deps, event);
  await tellPlan(deps, event);
  await takeBackOutcome(deps, event);
  const callOut = await store.load('call-out', event.subject, event.subjectVersion);
  const next = callOut && (await releaseNext(deps, callOut, event));
  const isCancelled = event.data.disposition === 'stopped' || event.data.disposition === 'erased';
  if (!isCancelled) return next ?? 'over';
  const going = callOut?.attempts.find(({ ended: end }) => end === undefined);
  if (going?.contactId === undefined) return next ?? 'over';
  return (await telephone.stop(going.contactId)) ? 'hung-up' : 'over';
}

/** Apply the results of calls to their outbound call. */
export const completeCall = (
  deps: CompleteCallDeps,
  event: CompleteCallEvent,
): Promise<CompleteCallOutcome> =>
  event.type === 'rida.call.ended.v1'
    ? ended(deps, event)
    : event.type === 'rida.plan.closing-due.v1'
      ? closing(deps, event)
      : finished(deps, event);
