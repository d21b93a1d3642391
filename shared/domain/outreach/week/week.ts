import type { Actor, Language } from '#events/vocabulary.ts';
import { formatDate, parseDate, sundayOf } from '../../sla/local-date.ts';
import type { WeekStratum } from './draw-week.ts';
import type { Exclusion } from './population.ts';

/** The caller of a week: agents, or the telephone by itself. Answers of the two are never pooled. */
export type CallMode = 'agent' | 'flow';

/** The order of the centre for a week. */
export interface WeekOrder {
  readonly by: Actor;
  /** Number of complete interviews. */
  readonly target: number;
  /** Expected share of the called persons who complete the interview. */
  readonly completion: number;
  readonly mode: CallMode;
  /** The seed of the draw. The same seed and list give the same sample. */
  readonly seed: string;
}

/** A week of the evaluation programme: its sample, and how much of it is released. */
export interface EvaluationWeek extends WeekOrder {
  /** Local date of its first day, a Sunday, `YYYY-MM-DD`. */
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  readonly drawnAt: number;
  /** Number of persons with a transaction in the window. */
  readonly persons: number;
  readonly excluded: Readonly<Record<Exclusion, number>>;
  /** Number of transactions outside the window. */
  readonly outside: number;
  readonly floor: number;
  /** Complete interviews to be expected, when the list is too short for the target. */
  readonly reachable?: number;
  readonly strata: readonly WeekStratum[];
  /** Number of persons of the population by language. */
  readonly languages: Readonly<Record<Language, number>>;
  /** Number of calls of each replicate. */
  readonly sizes?: readonly number[];
  /** The ids of the calls of each replicate, in a week that was drawn before each replicate had a record of its own. */
  readonly replicates?: readonly (readonly string[])[];
  /** Number of released replicates: the first ones. */
  readonly released: number;
  /** Set when all its calls are planned. */
  readonly planned?: true;
}

/** Return the number of calls of each replicate of a week. */
export const sizesOf = ({ sizes, replicates = [] }: EvaluationWeek): readonly number[] =>
  sizes ?? replicates.map(({ length }) => length);

/** The place of a call in a week. */
export interface WeekPlace {
  readonly id: string;
  readonly stratum: string;
  /** From 1. */
  readonly replicate: number;
  readonly mode: CallMode;
  /** Reference of the closed case that the person is asked about. Its handlers do not call. */
  readonly case?: string;
}

/** Return the first day of the week of a local date: a Sunday. */
export const weekOf = (today: string): string => formatDate(sundayOf(parseDate(today)));

/** Release further replicates. Return undefined when so many are released already. */
export const released = (week: EvaluationWeek, count: number): EvaluationWeek | undefined => {
  const next = Math.min(count, sizesOf(week).length);
  return next > week.released ? { ...week, released: next } : undefined;
};
