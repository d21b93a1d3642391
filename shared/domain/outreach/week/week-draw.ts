import type { Language } from '#events/vocabulary.ts';
import type { Exclusion } from './population.ts';
import type { WeekOrder } from './week.ts';

/** The stages of a draw, in their order. Each has steps, and each step reads what the steps before it stored. */
export const DRAW_STAGES = [
  /** Rows of the lists are sorted into buckets by person. */
  'rows',
  /** Closed cases are sorted into the same buckets. */
  'cases',
  /** The persons behind the numbers of a bucket, and the reasons not to ask them. */
  'persons',
  /** Persons with several numbers come together in one bucket. */
  'moves',
  /** The persons of a bucket who can be asked, and the users of each service. */
  'services',
  /** The service of each person of a bucket. */
  'strata',
  /** The sample. */
  'choice',
  /** The records of the replicates. */
  'replicates',
  /** The calls of the drawn persons of a bucket. */
  'calls',
] as const;
export type DrawStage = (typeof DRAW_STAGES)[number];

/** A list of the draw: its stored parts, and when it was sent. */
interface DrawnList {
  readonly id: string;
  readonly at: number;
  readonly parts: number;
}

/** Where the reading of cases continues. */
export interface CasePlace {
  readonly department: string;
  readonly state: 'resolved' | 'closed';
  readonly cursor?: string;
}

/**
 * The draw of a week while it is under way. It runs in steps, so that no step holds more than a bucket of persons or
 * the sample, and an interrupted draw continues where it stopped.
 */
export interface WeekDraw extends WeekOrder {
  readonly id: string;
  /** First day of the week. */
  readonly week: string;
  /** When it began: the window and the reasons are those of this instant. */
  readonly at: number;
  readonly lists: readonly DrawnList[];
  readonly buckets: number;
  readonly stage: DrawStage;
  /** The next step of the stage, from 0. */
  readonly step: number;
  /** Number of earlier steps that sorted rows into buckets. */
  readonly sorted: number;
  readonly cases?: CasePlace;
  /** Number of transactions outside the window. */
  readonly outside: number;
  /** Number of persons with a transaction in the window. */
  readonly persons: number;
  readonly excluded: Readonly<Record<Exclusion, number>>;
  /** Persons who can be asked by language. */
  readonly languages: Readonly<Record<Language, number>>;
  /** The drawn calls of the bucket that are planned already. */
  readonly planned: number;
}

/** Rows and cases for one bucket of persons. A look at a person is three reads of the store. */
const BUCKET_ROWS = 1000;
const MOST_BUCKETS = 4000;

/** Return the number of buckets for so many rows: a bucket of persons is what a step holds. */
export const bucketsFor = (rows: number): number =>
  Math.min(MOST_BUCKETS, Math.max(1, Math.ceil(rows / BUCKET_ROWS)));

/** The most persons of a sample: a week that needs more has a target beyond what its calls can be. */
export const MOST_DRAWN = 100_000;
/** The most services of a week. Its record has a line for each. */
export const MOST_SERVICES = 500;

/** Stored parts of lists that one step sorts. */
export const PARTS_A_STEP = 10;

/** Return how many steps the present stage of a draw has, or undefined while that is not known. */
export function stepsOf({ stage, lists, buckets }: WeekDraw): number | undefined {
  if (stage === 'rows') return Math.ceil(lists.reduce((sum, { parts }) => sum + parts, 0) / PARTS_A_STEP);
  if (stage === 'cases' || stage === 'replicates') return undefined;
  return stage === 'moves' || stage === 'choice' ? 1 : buckets;
}
