import { significanceOf } from '../../reports/significance.ts';
import { type Difference, differenceOf } from '../../statistics/difference.ts';
import { type InterviewerEffect, interviewerEffect } from '../../statistics/interviewer-effect.ts';
import { logitInterval } from '../../statistics/logit.ts';
import { type MergedStratum, mergeStrata } from '../../statistics/merge-strata.ts';
import type { RakeCell } from '../../statistics/rake.ts';
import { type ResponseRates, responseRates } from '../../statistics/response-rates.ts';
import { StatisticsError } from '../../statistics/statistics-error.ts';
import { type Estimate, stratifiedShare } from '../../statistics/stratified.ts';
import { kishSize, trimmedWeights } from '../../statistics/trimmed-weights.ts';
import { type Interval, wilsonInterval } from '../../statistics/wilson.ts';
import { type KeyQuestion, questionnaires } from '../questionnaire.ts';
import { countCodes, type FinalCode } from './final-code.ts';
import type { TalliedAnswers, Tally } from './tally.ts';
import type { EvaluationWeek } from './week.ts';

/** The share of satisfied answers to a question, or why it is hidden. */
export interface QuestionEstimate {
  readonly question: KeyQuestion;
  readonly n: number;
  readonly yes: number;
  /** Missing with too few answers. */
  readonly shown?: {
    readonly estimate: Estimate;
    /** The logit interval on the design's standard error. Missing when all answers are equal. */
    readonly logit?: Interval;
    /** Services that were estimated together. */
    readonly merged: readonly (readonly string[])[];
    /** Weighted to the totals of services and languages, with Kish's effective size. */
    readonly raked?: {
      readonly share: number;
      readonly effectiveN: number;
      readonly low: number;
      readonly high: number;
    };
    readonly interviewers?: InterviewerEffect;
  };
}

export interface WeekEstimates {
  readonly questions: readonly QuestionEstimate[];
  readonly codes: Readonly<Partial<Record<FinalCode, number>>>;
  /** Missing while no result says whether a person is eligible. */
  readonly rates?: ResponseRates;
}

const countBy = <K>(
  answers: readonly TalliedAnswers[],
  keyOf: (answers: TalliedAnswers) => K,
): Map<K, { n: number; yes: number }> => {
  const counts = new Map<K, { n: number; yes: number }>();
  for (const some of answers) {
    const { n, yes } = counts.get(keyOf(some)) ?? { n: 0, yes: 0 };
    counts.set(keyOf(some), { n: n + some.n, yes: yes + some.yes });
  }
  return counts;
};

/** Compute something that the answers may not allow. */
function unlessImpossible<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof StatisticsError) return undefined;
    throw error;
  }
}

/** Weight the answers to the totals of the services, after merging, and of the languages. */
function raked(
  answers: readonly TalliedAnswers[],
  merged: readonly MergedStratum[],
  { languages }: EvaluationWeek,
) {
  const serviceOf = new Map(merged.flatMap(({ name, of }) => of.map((one) => [one, name] as const)));
  const keyOf = ({ stratum, language }: TalliedAnswers) => `${language} ${serviceOf.get(stratum) ?? stratum}`;
  const counts = [...countBy(answers, keyOf)];
  const cells = counts.map(([key, { n }]): RakeCell => {
    const [language = '', ...service] = key.split(' ');
    return { values: { language, service: service.join(' ') }, n, weight: 1 };
  });
  const spoken = Object.entries(languages).filter(([, count]) => count > 0);
  const margins = {
    service: Object.fromEntries(merged.map(({ name, population }) => [name, population])),
    language: Object.fromEntries(spoken),
  };
  return unlessImpossible(() => {
    const weights = trimmedWeights(cells, margins);
    const sum = (of: (index: number) => number) =>
      counts.reduce((total, _, index) => total + of(index) * (weights[index] ?? 0), 0);
    const share = sum((index) => counts[index]?.[1].yes ?? 0) / sum((index) => cells[index]?.n ?? 0);
    const effectiveN = kishSize(cells, weights);
    return { share, effectiveN, ...wilsonInterval(share, effectiveN) };
  });
}

function estimateOf(question: KeyQuestion, week: EvaluationWeek, tally: Tally): QuestionEstimate {
  const answers = tally.answers.filter((some) => some.question === question.id);
  const n = answers.reduce((sum, some) => sum + some.n, 0);
  const yes = answers.reduce((sum, some) => sum + some.yes, 0);
  if (significanceOf(n) === 'hidden') return { question, n, yes };
  const byService = countBy(answers, ({ stratum }) => stratum);
  const merged = mergeStrata(
    week.strata.map(({ name, population }) => ({
      ...{ name, population },
      ...(byService.get(name) ?? { n: 0, yes: 0 }),
    })),
  );
  const estimate = unlessImpossible(() => stratifiedShare(merged, true));
  if (!estimate) return { question, n, yes };
  const byAgent = countBy(answers, ({ by }) => by);
  byAgent.delete(undefined);
  const interviewers = interviewerEffect([...byAgent.values()]);
  const weighted = raked(answers, merged, week);
  const logit = logitInterval(estimate.estimate, estimate.standardError);
  return {
    ...{ question, n, yes },
    shown: {
      estimate,
      ...(logit && { logit }),
      merged: merged.filter(({ of }) => of.length > 1).map(({ of }) => of),
      ...(weighted && { raked: weighted }),
      ...(interviewers && { interviewers }),
    },
  };
}

/**
 * Estimate the answers of a week: the share of satisfied persons in the population, with strata weighted by their
 * population and the finite-population correction, and the rates of AAPOR. A week has one mode, so that answers to
 * agents and to the telephone are never pooled. Open calls count as not worked yet.
 *
 * @param tally the results of the released calls
 */
export function weekEstimates(week: EvaluationWeek, tally: Tally): WeekEstimates {
  const { codes } = tally;
  const rates = unlessImpossible(() => responseRates(countCodes(codes)));
  return {
    questions: questionnaires.evaluation.questions.map((question) => estimateOf(question, week, tally)),
    codes,
    ...(rates && { rates }),
  };
}

/** Compare two weeks of one mode, later − earlier, by Newcombe's method on the intervals. */
export function changeBetween(
  later: QuestionEstimate | undefined,
  earlier: QuestionEstimate | undefined,
): Difference | undefined {
  const shareOf = (of: QuestionEstimate | undefined) =>
    of?.shown && {
      ...{ n: of.n, share: of.shown.estimate.estimate },
      ...{ low: of.shown.estimate.interval.low, high: of.shown.estimate.interval.high },
    };
  const [first, second] = [shareOf(later), shareOf(earlier)];
  return first && second && differenceOf(first, second);
}
