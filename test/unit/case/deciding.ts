import type { Case } from '#shared/domain/case/case.ts';
import { type Command, isRejection } from '#shared/domain/case/command.ts';
import { decide } from '#shared/domain/case/decide.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';

/** Decides by the shipped rules. */
export const at = (now: number, state: Case | undefined, command: Command, lastInvitedAt?: number) =>
  decide(state, command, {
    now,
    rules: shippedRules,
    cause: 'a-cause',
    ...(lastInvitedAt !== undefined && { lastInvitedAt }),
  });

/** Decides what must not be refused. */
export function done(now: number, state: Case | undefined, command: Command, lastInvitedAt?: number) {
  const decision = at(now, state, command, lastInvitedAt);
  if (isRejection(decision)) throw new Error(`refused: ${decision.rejected}`);
  return decision;
}

/** The case after several commands, each at its time. */
export const having = (state: Case, ...steps: readonly (readonly [number, Command])[]): Case =>
  steps.reduce((known, [now, command]) => done(now, known, command).case, state);

export const AGENT = 'agent:salem' as const;
export const resolve: Command = { do: 'resolve', outcome: 'أُصلحت الإنارة', by: AGENT };
export const tick: Command = { do: 'tick' };
