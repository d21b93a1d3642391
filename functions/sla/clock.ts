import { tickDigest } from '#shared/application/digests.ts';
import { type CommandOutcome, handleCommand } from '#shared/application/handle-command.ts';
import {
  askPerson,
  otherIdsOf,
  type Question,
  takeBackQuestion,
} from '#shared/application/surveys/ask-person.ts';
import { type AggregateResult, updateAggregate } from '#shared/application/update-aggregate.ts';
import { wasProcessed } from '#shared/application/was-processed.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { deadlinesOf } from '#shared/domain/cases/clocks.ts';
import { invitationOf } from '#shared/domain/cases/decisions/survey.ts';
import { isSurveyDue, surveyChannelOf, surveyDispatch } from '#shared/domain/cases/decisions/tick.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { decideStaff } from '#shared/domain/staff/decide-staff.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { compareRoster, type RosterOutcome } from './compare-roster.ts';
import type { DueItem } from './due-item.ts';
import { type RepairDeps, repairCall } from './repair-call.ts';
import { tickCallOut } from './tick-call-out.ts';

type CaseTick = CommandOutcome['outcome'] | 'not-due';
/** `goes-on`: a queried call has not ended yet. */
type TickOutcome = CaseTick | AggregateResult | RosterOutcome | 'goes-on';

type Retime = NonNullable<DueItem['retime']>;

export interface ClockDeps extends RepairDeps {
  /** Return the rules of a settings version; undefined for a version that does not exist. */
  pastRules(version: number): Promise<Rules | undefined>;
}

/**
 * Process a due timer: load the current state and execute what is due, each action once. The cause is derived
 * from the timer, so that a timer that is delivered twice commits once. For a case, the cause includes the
 * version, because two changes within one millisecond may each set a timer.
 */
export async function runClock(deps: ClockDeps, item: DueItem): Promise<TickOutcome> {
  const { kind, id, dueAt, retime } = item;
  const cause = causeId(`timer:${kind}:${id}:${dueAt}`);
  switch (kind) {
    case 'case':
      return retime === undefined ? tickCase(deps, item) : retimeCase(deps, id, retime);
    case 'call':
      return repairCall(deps, id, cause);
    case 'staff':
      return tickStaff(deps, id, cause);
    case 'digest':
      return tickReader(deps, id);
    case 'call-out':
      return tickCallOut(deps, id, cause);
    case 'roster':
      return retime === undefined ? 'not-due' : compareRoster(deps, retime);
  }
}

/** Return true when the survey of a case is the one of a question. */
const isAbout = (supportCase: Case | undefined, { about }: Question): boolean =>
  supportCase?.survey !== undefined &&
  'invitation' in supportCase.survey &&
  about === invitationAbout.case(supportCase.id, supportCase.survey.invitation);

/** Return the question of a survey that is due, or undefined when the case itself decides that it is not asked. */
function questionOf(supportCase: Case, rules: Rules, now: number): Question | undefined {
  if (!isSurveyDue(supportCase, now) || surveyDispatch(supportCase, rules, now).do !== 'ask')
    return undefined;
  return {
    beneficiaryId: supportCase.beneficiary.id,
    channel: surveyChannelOf(supportCase),
    about: invitationAbout.case(supportCase.id, invitationOf(supportCase)),
    until: now + rules.survey.expiryMs,
  };
}

async function tickCase(deps: ClockDeps, { id, dueAt }: DueItem): Promise<CaseTick> {
  const { store, rules, clock } = deps;
  const now = clock.now();
  const supportCase = await store.load('case', id, 0);
  if (!supportCase || supportCase.nextDueAt === undefined || supportCase.nextDueAt > now) return 'not-due';
  const cause = causeId(`timer:case:${id}:${dueAt}:${supportCase.version}`);
  const inForce = await rules.current();
  const due = questionOf(supportCase, inForce, now);
  const question = due && { ...due, also: await otherIdsOf(deps.keys, supportCase.beneficiary) };
  const person = question && (await askPerson(store, inForce.survey, question, now));
  const done = await handleCommand(
    { store, rules: inForce },
    {
      ...{ id, supportCase, command: { do: 'tick' }, cause, by: 'rida', at: now, recordedAt: now },
      ...{ correlationId: cause, causationId: cause },
      ...(person !== undefined && { person }),
    },
  );
  // The case changed while its person was asked: another matter may ask them.
  if (question && person === 'asked' && !isAbout(done.case, question))
    await takeBackQuestion(store, question, now);
  return done.outcome;
}

const retiming = (id: string, settings: number): string => causeId(`retime:${id}:${settings}`);

/**
 * Return the latest settings version that was applied to a case, at least the version that was applied to all
 * cases.
 */
async function lastAppliedSettings(
  store: Store,
  supportCase: Case,
  from: number,
  settings: number,
): Promise<number> {
  for (let version = settings - 1; version > from; version -= 1)
    if (await wasProcessed(store, 'case', supportCase, retiming(supportCase.id, version))) return version;
  return from;
}

/**
 * Apply new settings to a case: recalculate its timer, and record on its timeline which deadlines moved since
 * the settings that were applied last. The settings in force are applied, which may be newer than those in
 * the message.
 */
async function retimeCase(deps: ClockDeps, id: string, { from, to }: Retime): Promise<CaseTick> {
  const { store, rules, clock, pastRules } = deps;
  const now = clock.now();
  const inForce = await rules.current();
  // The sweep loaded these settings before this process. The queue retries the message.
  if (inForce.version < to) throw new Error(`the settings in force are older than version ${to}; try again`);
  const settings = inForce.version;
  const supportCase = await store.load('case', id, 0);
  const before =
    supportCase && (await pastRules(await lastAppliedSettings(store, supportCase, from, settings)));
  if (!supportCase || !before) return 'not-due';
  const cause = retiming(id, settings);
  const done = await handleCommand(
    { store, rules: inForce },
    {
      ...{
        id,
        supportCase,
        cause,
        by: 'rida',
        at: now,
        recordedAt: now,
        correlationId: cause,
        causationId: cause,
      },
      command: { do: 'retime', settings, before: deadlinesOf(supportCase, before, now) },
    },
  );
  return done.outcome;
}

/** Process the start or end of an absence. */
async function tickStaff({ store, clock }: ClockDeps, id: string, cause: string): Promise<AggregateResult> {
  const now = clock.now();
  const done = await updateAggregate(
    store,
    { kind: 'staff', id, cause, by: 'rida', at: now, recordedAt: now },
    (before) =>
      before?.nextDueAt !== undefined && before.nextDueAt <= now
        ? decideStaff(id, before, { do: 'tick' }, now)
        : undefined,
  );
  return done.outcome;
}

/** Send the notices that wait for a reader. */
async function tickReader({ store, clock, rules }: ClockDeps, reader: string): Promise<AggregateResult> {
  return tickDigest({ store, rules: await rules.current(), now: clock.now() }, reader);
}
