import type { DataOf } from '#events/registry.ts';
import type { Actor } from '#events/vocabulary.ts';
import { isRunning } from '#shared/domain/investors/plan.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { isTooFarAhead } from '#shared/domain/time/plausible.ts';
import { type Case, isActive } from '../case.ts';
import type { Deciding } from '../context.ts';
import type { Decision } from '../decision.ts';
import { type CaseStep, type CommandOf, notBefore, through, unchanged } from './case-step.ts';

type Outcome = DataOf<'rida.promise.ended.v1'>['outcome'];

/** Count a promise that was kept or late in the plan of the investor. */
function counted(state: Case, outcome: Outcome): Case {
  const { plan } = state;
  if (!isRunning(plan) || (outcome !== 'kept' && outcome !== 'late')) return state;
  const promises = { ...plan.promises, [outcome]: plan.promises[outcome] + 1 };
  return { ...state, plan: { ...plan, promises } };
}

/** End the open promise. Change nothing when there is none. */
function ended(state: Case, outcome: Outcome, by: Actor): CaseStep {
  const { promise, ...rest } = state;
  if (!promise) return unchanged(state);
  const data = {
    ...{ dueAt: isoInstant(promise.dueAt), outcome, by },
    ...(isRunning(state.plan) && { plan: true as const }),
  };
  return { case: counted(rest, outcome), events: [{ type: 'rida.promise.ended.v1', data }] };
}

/** The beneficiary was reached at `at`: end a promise that was open then as kept or late. */
export function keepPromise(state: Case, by: Actor, at: number): CaseStep {
  const { promise: open } = state;
  if (!open || at < open.at) return unchanged(state);
  return ended(state, at <= open.dueAt ? 'kept' : 'late', by);
}

/** Withdraw the open promise, because the case ends or the promise is no longer needed. */
export function dropPromise(state: Case, by: Actor, now: number): CaseStep {
  if (!state.promise) return unchanged(state);
  const at = notBefore(state.facts, now);
  return ended({ ...state, facts: [...state.facts, { at, type: 'promise-withdrawn' }] }, 'withdrawn', by);
}

/**
 * Make a promise and replace the open one. Date it after every known fact, so that no earlier contact fulfils
 * it.
 */
export function promised(state: Case, dueAt: number, by: Actor, now: number): CaseStep {
  const at = notBefore(state.facts, now);
  const before = state.promise && { from: isoInstant(state.promise.dueAt) };
  return through(
    state,
    (one) => ended(one, 'replaced', by),
    (one) => ({
      case: {
        ...one,
        promise: { at, dueAt, by },
        facts: [...one.facts, { at, type: 'promised', dueAt }],
      },
      events: [{ type: 'rida.promise.made.v1', data: { dueAt: isoInstant(dueAt), ...before, by } }],
    }),
  );
}

export function promise(state: Case, command: CommandOf<'promise'>, { now, recordedAt }: Deciding): Decision {
  if (!isActive(state.status)) return { rejected: 'not-active' };
  if (command.dueAt <= recordedAt) return { rejected: 'in-the-past' };
  if (isTooFarAhead(command.dueAt, recordedAt)) return { rejected: 'too-far-ahead' };
  if (state.promise?.dueAt === command.dueAt) return { rejected: 'nothing-changed' };
  return promised(state, command.dueAt, command.by, now);
}

export function withdrawPromise(
  state: Case,
  command: CommandOf<'withdraw-promise'>,
  { now }: Deciding,
): Decision {
  return state.promise ? dropPromise(state, command.by, now) : { rejected: 'no-promise' };
}
