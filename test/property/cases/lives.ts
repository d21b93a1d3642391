import * as fc from 'fast-check';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { decideCase } from '#shared/domain/cases/decide-case.ts';
import { type EventDraft, isRejection } from '#shared/domain/cases/decision.ts';
import type { PersonAnswer } from '#shared/domain/surveys/asking.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { beginning, history, type Moment } from './any-command.ts';

/** One command in a history of a case. */
export interface Lived {
  readonly before: Case;
  readonly command: CaseCommand;
  readonly happenedAt: number;
  readonly recordedAt: number;
  readonly cause: string;
  readonly person: PersonAnswer;
  readonly decision: ReturnType<typeof decideCase>;
  /** The case after it; the same object when it was rejected. */
  readonly after: Case;
  readonly events: readonly EventDraft[];
}

/** Run a history and return every step. */
export function live(first: Case, moments: readonly Moment[]): Lived[] {
  let before = first;
  let recordedAt = WORKING_MORNING;
  return moments.map(({ command, pace, lag }, index) => {
    const due = before.nextDueAt ?? recordedAt;
    recordedAt = pace === 'until due' ? Math.max(recordedAt, due) : recordedAt + pace;
    recordedAt = Math.max(WORKING_MORNING, recordedAt);
    const happenedAt = command.do === 'tick' ? recordedAt : Math.max(WORKING_MORNING, recordedAt - lag);
    const cause = `cause ${index}`;
    const person: PersonAnswer = index % 3 === 0 ? 'cool-down' : 'asked';
    const decision = decideCase(before, command, {
      ...{ now: happenedAt, recordedAt, rules, cause, person },
    });
    const refused = isRejection(decision);
    const after = refused ? before : decision.case;
    const events = refused ? [] : decision.events;
    const step = { before, command, happenedAt, recordedAt, cause, person, decision, after, events };
    before = after;
    return step;
  });
}

/** Return the instant from which all facts of a case are in effect. */
export const latestInstant = ({ facts, plan }: Case, at: number): number =>
  Math.max(at, plan?.next?.from ?? 0, ...facts.map((fact) => fact.at));

const drawn = { numRuns: 240, seed: 20_260_104 };
/** Generated once for all properties of a file, because it takes most of the time. */
let lives: Lived[][] | undefined;

/** Check a property for each step of many histories. On failure, shrink to the shortest history. */
export function always(check: (step: Lived, past: readonly Lived[]) => void): void {
  const holds = (lived: readonly Lived[]) => {
    for (const [index, step] of lived.entries()) check(step, lived.slice(0, index));
  };
  lives ??= fc.sample(fc.tuple(beginning, history), drawn).map((drawn) => live(...drawn));
  try {
    for (const lived of lives) holds(lived);
  } catch (broken) {
    fc.assert(
      fc.property(beginning, history, (...drawn) => holds(live(...drawn))),
      { ...drawn, numRuns: 10 * drawn.numRuns },
    );
    throw broken;
  }
}
