import type { Language } from '#events/vocabulary.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { questionOf } from '#shared/domain/cases/confirmation.ts';
import type { Targets } from '#shared/domain/sla/policy.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { CaseAct } from './case-acts.ts';
import type { Random } from './random.ts';
import { COMMENTS, FOLLOW_UPS, OUTCOMES, QUESTIONS, REPLIES } from './texts/sentences.ts';
import { afterWork, type World } from './world.ts';

/** The facts of a case from which its acts are drawn. */
export interface CaseFacts {
  readonly openedAt: number;
  readonly language: Language;
  /** Whether the beneficiary can be written to. */
  readonly hasEmail: boolean;
  /** The minutes of working time that the service level allows. */
  readonly targets: Targets;
  readonly draw: Random;
}

/** Most work is done in time, some of it after the warning; a tenth is late. */
const PUNCTUALITY: readonly (readonly [readonly [from: number, to: number], weight: number])[] = [
  [[0.04, 0.7], 82],
  [[0.78, 0.98], 8],
  [[1.02, 1.6], 7],
  [[1.6, 4], 3],
];

/** Without a target, work takes about a working day. */
const WORKING_DAY_MINUTES = 7 * 60;

/** Draw the working time of a piece of work, from the minutes that the service level allows. */
export function workedFor(draw: Random, minutes = WORKING_DAY_MINUTES): number {
  const [from, to] = draw.weighted(PUNCTUALITY);
  return (from + draw.next() * (to - from)) * minutes * MINUTE;
}

/** Return whether a person works on the case. */
export const active = ({ status, merged, erased }: Case): boolean => isActive(status) && !merged && !erased;

export function resolution(name: string, at: number, { draw, language }: CaseFacts): CaseAct {
  const outcome = draw.pick(OUTCOMES[language]);
  return {
    ...{ at, name, text: outcome },
    command: (supportCase, by) =>
      active(supportCase) ? { do: 'resolve', as: 'done', outcome, by } : undefined,
  };
}

/** The beneficiary answers whether it is finished, with a score, if they were asked. */
export function surveyAnswer(name: string, at: number, { draw, language }: CaseFacts): CaseAct {
  const good = draw.chance(0.8);
  const score = good ? draw.int(4, 5) : draw.int(1, 3);
  const finished = good || draw.chance(0.4);
  const comment = draw.chance(0.4) ? draw.pick(COMMENTS[good ? 'good' : 'bad'][language]) : undefined;
  return {
    ...{ at, name, by: 'beneficiary' },
    command: (supportCase) =>
      supportCase.confirmation?.state === 'asked'
        ? {
            ...{
              do: 'answer-outcome',
              mode: 'mail',
              question: questionOf(supportCase),
              score,
              finished,
              language,
            },
            ...(comment !== undefined && { comment }),
          }
        : undefined,
  };
}

export const reply = (
  name: string,
  at: number,
  { draw, language }: CaseFacts,
  asks?: 'pending-beneficiary',
): CaseAct => ({
  ...{ at, name, text: draw.pick((asks ? QUESTIONS : REPLIES)[language]) },
  command: (supportCase, by) =>
    active(supportCase) ? { do: 'reply', by, ...(asks && { thenStatus: asks }) } : undefined,
});

export const letter = (name: string, at: number, { draw, language, hasEmail }: CaseFacts): CaseAct => ({
  ...{ at, name, by: 'beneficiary', text: draw.pick(FOLLOW_UPS[language]) },
  command: ({ merged }) => (merged ? undefined : { do: 'receive', channel: hasEmail ? 'mail' : 'phone' }),
});

/** A letter of the beneficiary and, nearly always, an answer in time. */
export const exchange = (world: World, name: string, at: number, facts: CaseFacts): CaseAct[] => [
  letter(name, at, facts),
  ...(facts.draw.chance(0.9)
    ? [
        reply(
          `answer to ${name}`,
          afterWork(world.rules(), at, workedFor(facts.draw, facts.targets.nextResponseMinutes)),
          facts,
        ),
      ]
    : []),
];

/** The second matter in a mail becomes a case of its own. */
export const split = (at: number, opening: string): CaseAct => ({
  ...{ at, name: 'split' },
  command: ({ type, department, category, priority, status }, by) =>
    isActive(status)
      ? { ...{ do: 'split', message: opening, type, category, department, priority, by } }
      : undefined,
});

export const close = (at: number): CaseAct => ({
  ...{ at, name: 'withdraw' },
  command: (supportCase, by) => (active(supportCase) ? { do: 'close', reason: 'withdrawn', by } : undefined),
});
