import type { DataOf } from '#events/registry.ts';
import { type Share, wilson } from '../statistics/wilson.ts';
import { SCORES } from '../telephone/leg-facts.ts';
import type { Tally } from './tally.ts';

/** How a beneficiary was asked: by an invitation, or on the telephone about the call itself. */
export type SurveyMode = DataOf<'rida.survey.invited.v1'>['mode'] | 'call';

/** Survey answers of one mode. Modes are never pooled, because they are not comparable. */
export interface Satisfaction {
  readonly mode: string;
  readonly invited: number;
  /** Number of answers with score 1, 2, 3, 4 and 5. */
  readonly scores: readonly [number, number, number, number, number];
  /** Their sum. */
  readonly answers: number;
  /** The share of 4 and 5. */
  readonly topTwo: Share | null;
  readonly finished: { readonly yes: number; readonly no: number };
  /** Answers after the survey expired. Not included above. */
  readonly late: number;
}

/** Return the numbers of answers with each score, of a survey mode or of a department. */
export const scoresOf = (
  counts: Tally,
  measure: 'score' | 'score-in',
  value: string,
): Satisfaction['scores'] => {
  const [a, b, c, d, e] = SCORES.map((score) => counts.sum(measure, value, score));
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0];
};

/** Return the share of the scores 4 and 5. */
export const topTwo = ([a, b, c, d, e]: Satisfaction['scores']): Share | null =>
  wilson(d + e, a + b + c + d + e);

/** Return the survey answers of each mode. */
export function satisfactionOf(counts: Tally): Satisfaction[] {
  const modes = new Set([...counts.by('invited'), ...counts.by('score')].map(([mode]) => mode));
  return [...modes].map((mode) => {
    const scores = scoresOf(counts, 'score', mode);
    return {
      mode,
      scores,
      answers: scores.reduce((sum, count) => sum + count, 0),
      invited: counts.sum('invited', mode),
      topTwo: topTwo(scores),
      finished: { yes: counts.sum('finished', mode, 'yes'), no: counts.sum('finished', mode, 'no') },
      late: counts.sum('late-answer', mode),
    };
  });
}
