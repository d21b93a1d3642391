import type { Actor, CallAnswers, CallPurpose, Language } from '#events/vocabulary.ts';
import type { EventDraft } from '../cases/decision.ts';
import type { OutboundRules } from '../rules.ts';
import { isOpen, nextOpening } from '../sla/openings.ts';
import { isoInstant } from '../time/instant.ts';
import { joinEnded, joinReports, outcomeOf } from './attempt-outcome.ts';
import type { Attempt, AttemptReport, CallOut, Ended, UsedService } from './call-out.ts';
import { HANDED_FOR, placed, type Unplaced } from './call-out-state.ts';
import { questionnaires } from './questionnaire.ts';
import { type AgentCommand, agentAttempt, leased } from './week/agent-call.ts';
import type { LeaseRefusal } from './week/lease.ts';
import type { WeekPlace } from './week/week.ts';

export type CallOutCommand =
  | {
      readonly do: 'plan';
      readonly purpose: CallPurpose;
      readonly beneficiaryId: string;
      readonly phone: string;
      readonly language: Language;
      readonly notBefore: number;
      readonly by: Actor;
      readonly service?: UsedService;
      readonly caseRef?: string;
      readonly question?: string;
      readonly list?: string;
      readonly week?: WeekPlace;
      readonly held?: true;
    }
  | { readonly do: 'tick' }
  /** The replicate of a held call is released. */
  | { readonly do: 'release' }
  | AgentCommand
  /** Postpone: the calling hours are over, or every line is taken. */
  | { readonly do: 'postpone'; readonly attempt: number; readonly until: number }
  | { readonly do: 'dialled'; readonly attempt: number; readonly contactId: string; readonly at: number }
  /** The telephone system will never place this call, the person opted out, or another call replaces it. */
  | {
      readonly do: 'give-up';
      readonly attempt: number;
      readonly because:
        | 'not-allowed'
        | 'invalid-number'
        | 'joined'
        | 'answered'
        | 'own-staff'
        | 'test'
        | 'opted-out'
        | 'open-invitation'
        | 'cool-down';
    }
  | {
      readonly do: 'tell';
      readonly attempt: number;
      readonly contactId: string;
      readonly at: number;
      readonly report: AttemptReport;
    }
  | { readonly do: 'end'; readonly attempt: number; readonly contactId: string; readonly ended: Ended }
  | { readonly do: 'stop'; readonly by: Actor }
  | { readonly do: 'erase'; readonly by: Actor };

export interface CallOutRejection {
  readonly rejected:
    | 'unknown'
    | 'already-planned'
    | 'not-due'
    | 'finished'
    | 'nothing-new'
    | 'outside-hours'
    | LeaseRefusal;
}

export interface CallOutStep {
  readonly state: CallOut;
  readonly events: readonly EventDraft[];
}

interface Context {
  readonly now: number;
  readonly rules: OutboundRules;
}

const unplaced = ({ state: _, nextDueAt: __, ...rest }: CallOut): Unplaced => rest;

const without = (callOut: CallOut): Unplaced => {
  const { handedOver: _, ...rest } = unplaced(callOut);
  return rest;
};

/** Update one attempt. Create it when it is not stored yet. */
function withAttempt(
  { attempts }: CallOut,
  { n, contactId, at }: { readonly n: number; readonly contactId: string; readonly at: number },
  more: (attempt: Attempt) => Attempt,
): readonly Attempt[] {
  const found = attempts.find((one) => one.number === n) ?? { number: n, dialledAt: at, report: {} };
  const next = more({ ...found, contactId, dialledAt: Math.min(found.dialledAt, at) });
  return [...attempts.filter((one) => one.number !== n), next].sort((a, b) => a.number - b.number);
}

/** Return the answers of the attempt with the most answers. */
function answersOf({ attempts }: Pick<CallOut, 'attempts'>): CallAnswers {
  const all = attempts.map(({ report }) => report.answers ?? {});
  return all.reduce((most, one) => (Object.keys(one).length > Object.keys(most).length ? one : most), {});
}

/** Return the published data of a finished outgoing call. */
function resultOf(
  callOut: CallOut,
): Extract<EventDraft, { type: 'rida.call-out.finished.v1' }>['data'] | undefined {
  if (callOut.state.is !== 'finished') return undefined;
  const { purpose, attempts, caseRef } = callOut;
  const answers = answersOf(callOut);
  const registered = attempts.flatMap(({ report }) => report.registered ?? [])[0];
  return {
    purpose,
    disposition: callOut.state.disposition,
    attempts: attempts.length,
    answers,
    ...(Object.keys(answers).length > 0 && { definition: questionnaires[purpose].id }),
    ...(caseRef !== undefined && { caseRef }),
    ...(registered !== undefined && { registered }),
  };
}

/** Return the events between two states of an outgoing call. */
function eventsBetween(before: CallOut, after: CallOut): EventDraft[] {
  const ended = after.attempts.flatMap((attempt): EventDraft[] => {
    const earlier = before.attempts.find(({ number: n }) => n === attempt.number);
    const outcome = outcomeOf(attempt, after.purpose);
    if (outcome === undefined || (earlier && outcomeOf(earlier, before.purpose) !== undefined)) return [];
    const { number: n, contactId } = attempt;
    const data = {
      purpose: after.purpose,
      attempt: n,
      outcome,
      ...(contactId !== undefined && { contactId }),
    };
    return [{ type: 'rida.call-out.attempted.v1', data }];
  });
  const [was, is] = [resultOf(before), resultOf(after)];
  if (is === undefined || JSON.stringify(was) === JSON.stringify(is)) return ended;
  const from = was && { disposition: was.disposition, answers: was.answers };
  return [...ended, { type: 'rida.call-out.finished.v1', data: { ...is, ...(from && { from }) } }];
}

const step = (before: CallOut, after: Unplaced, { rules }: Context): CallOutStep => {
  const state = placed(after, rules);
  return { state, events: eventsBetween(before, state) };
};

function plan(
  id: string,
  { do: _, ...wanted }: Extract<CallOutCommand, { do: 'plan' }>,
  { now, rules }: Context,
): CallOutStep {
  const state = placed({ id, version: 0, causes: [], plannedAt: now, attempts: [], ...wanted }, rules);
  const { purpose, by, caseRef } = wanted;
  const at = state.state.is === 'planned' ? state.state.at : now;
  const data = { purpose, by, at: isoInstant(at), ...(caseRef !== undefined && { caseRef }) };
  return { state, events: [{ type: 'rida.call-out.planned.v1', data }] };
}

function tick(callOut: CallOut, context: Context): CallOutStep | CallOutRejection {
  const { state, handedOver } = callOut;
  const { now, rules } = context;
  if (state.is === 'due' && handedOver && handedOver.at + HANDED_FOR <= now)
    return step(callOut, { ...without(callOut), notBefore: now }, context);
  if (state.is !== 'planned' || state.at > now) return { rejected: 'not-due' };
  // The hours may have changed since the plan, or the sweep may be late.
  if (!isOpen(rules.calendar, now))
    return step(callOut, { ...unplaced(callOut), notBefore: nextOpening(rules.calendar, now) }, context);
  const n = callOut.attempts.length + 1;
  const next = step(callOut, { ...unplaced(callOut), handedOver: { number: n, at: now } }, context);
  const due: EventDraft = { type: 'rida.call-out.due.v1', data: { purpose: callOut.purpose, attempt: n } };
  return { state: next.state, events: [due] };
}

const isDue = ({ state }: CallOut, attempt: number): boolean =>
  state.is === 'due' && state.attempt === attempt;

function erased(callOut: CallOut, { by: _, now }: { by: Actor; now: number }): Unplaced {
  const { phone: _p, service: _s, ...rest } = unplaced(callOut);
  const closed = callOut.state.is === 'finished' ? undefined : { disposition: 'erased' as const, at: now };
  return { ...rest, ...(closed && { closed }), erasedAt: now };
}

/** Decide a command on a call of the evaluation programme. */
function decideWeekCall(
  callOut: CallOut,
  command: AgentCommand | { readonly do: 'release' },
  context: Context,
): CallOutStep | CallOutRejection {
  const { now } = context;
  switch (command.do) {
    case 'release': {
      if (!callOut.held) return { rejected: 'nothing-new' };
      const { held: _, ...rest } = unplaced(callOut);
      return step(callOut, { ...rest, notBefore: Math.max(rest.notBefore, now) }, context);
    }
    case 'take': {
      const lease = leased(callOut, command, context);
      return 'rejected' in lease ? lease : step(callOut, { ...unplaced(callOut), lease }, context);
    }
    case 'unwanted': {
      if (callOut.state.is !== 'planned') return { rejected: 'not-due' };
      return step(
        callOut,
        { ...without(callOut), closed: { disposition: command.because, at: now } },
        context,
      );
    }
    case 'record': {
      const made = agentAttempt(callOut, command, context);
      if ('rejected' in made) return made;
      const { lease: _, ...rest } = without(callOut);
      return step(callOut, { ...rest, attempts: [...callOut.attempts, made] }, context);
    }
  }
}

/**
 * Decide a command on an outgoing call. Reports about an attempt are always accepted. Other commands may be
 * rejected.
 */
export function decideCallOut(
  id: string,
  callOut: CallOut | undefined,
  command: CallOutCommand,
  context: Context,
): CallOutStep | CallOutRejection {
  if (command.do === 'plan') return callOut ? { rejected: 'already-planned' } : plan(id, command, context);
  if (!callOut) return { rejected: 'unknown' };
  const { now } = context;
  switch (command.do) {
    case 'tick':
      return tick(callOut, context);
    case 'release':
    case 'take':
    case 'unwanted':
    case 'record':
      return decideWeekCall(callOut, command, context);
    case 'postpone':
      if (!isDue(callOut, command.attempt)) return { rejected: 'not-due' };
      return step(callOut, { ...without(callOut), notBefore: command.until }, context);
    case 'give-up': {
      if (!isDue(callOut, command.attempt)) return { rejected: 'not-due' };
      const closed = { disposition: command.because, at: now };
      return step(callOut, { ...without(callOut), closed }, context);
    }
    case 'dialled': {
      const { attempt: n, contactId, at } = command;
      const attempts = withAttempt(callOut, { n, contactId, at }, (attempt) => attempt);
      return step(callOut, { ...unplaced(callOut), attempts }, context);
    }
    case 'tell': {
      const { attempt: n, contactId, at, report } = command;
      const attempts = withAttempt(callOut, { n, contactId, at }, (attempt) => ({
        ...attempt,
        report: joinReports(attempt.report, report),
      }));
      return step(callOut, { ...unplaced(callOut), attempts }, context);
    }
    case 'end': {
      const { attempt: n, contactId, ended } = command;
      const attempts = withAttempt(callOut, { n, contactId, at: ended.at }, (attempt) => ({
        ...attempt,
        ended: joinEnded(attempt.ended, ended),
      }));
      return step(callOut, { ...unplaced(callOut), attempts }, context);
    }
    case 'stop': {
      if (callOut.state.is === 'finished') return { rejected: 'finished' };
      return step(callOut, { ...without(callOut), closed: { disposition: 'stopped', at: now } }, context);
    }
    case 'erase':
      if (callOut.erasedAt !== undefined) return { rejected: 'nothing-new' };
      return step(callOut, erased(callOut, { by: command.by, now }), context);
  }
}
