import type { DataOf, EventType } from '#events/registry.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { type EventDraft, isRejection } from '#shared/domain/cases/decision.ts';
import type { PersonAnswer } from '#shared/domain/surveys/asking.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';

/** Decide with the shipped rules. */
export const at = (
  now: number,
  state: Case | undefined,
  command: CaseCommand,
  person: PersonAnswer = 'asked',
) =>
  decideCase(state, command, {
    now,
    rules: shippedRules,
    cause: 'a-cause',
    person,
  });

/** Decide a command that must be accepted. */
export function done(now: number, state: Case | undefined, command: CaseCommand, person?: PersonAnswer) {
  const decision = at(now, state, command, person);
  if (isRejection(decision)) throw new Error(`refused: ${decision.rejected}`);
  return decision;
}

/** Decide a command that happened at one time and is recorded at another. It must be accepted. */
export function recorded(happenedAt: number, recordedAt: number, state: Case, command: CaseCommand) {
  const decision = decideCase(state, command, {
    now: happenedAt,
    recordedAt,
    rules: shippedRules,
    cause: 'late',
  });
  if (isRejection(decision)) throw new Error(`refused: ${decision.rejected}`);
  return decision;
}

/** Return the short types of events: `case.closed` for `rida.case.closed.v1`. */
export const kinds = (events: readonly EventDraft[]): string[] =>
  events.map(({ type }) => type.slice('rida.'.length, -'.v1'.length));

/** Return the data of the first event of a type. */
export const dataOf = <T extends EventType>(events: readonly EventDraft[], type: T): DataOf<T> | undefined =>
  events.find((event) => event.type === type)?.data as DataOf<T> | undefined;

/** Return the case after several commands, each at its time. */
export const having = (state: Case, ...steps: readonly (readonly [number, CaseCommand])[]): Case =>
  steps.reduce((supportCase, [now, command]) => done(now, supportCase, command).case, state);

export const AGENT = 'agent:salem' as const;
export const resolve: CaseCommand = { do: 'resolve', as: 'done', outcome: 'أُصلحت الإنارة', by: AGENT };
export const tick: CaseCommand = { do: 'tick' };
