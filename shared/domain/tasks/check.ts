import type { CheckMark, CheckVerdict } from '#events/task-vocabulary.ts';
import type { Actor } from '#events/vocabulary.ts';

/** The draw of a week: which of how many. The same seed and population give the same sample. */
interface CheckDraw {
  /** First day of the week whose work is checked, a Sunday, `YYYY-MM-DD`. */
  readonly week: string;
  readonly seed: string;
  readonly population: number;
  readonly drawn: number;
}

/** The result of a check. It is recorded once. */
interface CheckResult {
  readonly at: number;
  readonly by: Actor;
  /** Of a closure: whether the matter is really finished. */
  readonly verdict?: CheckVerdict;
  /** Of a conversation: the version of the form, and the marks by question. */
  readonly form?: number;
  readonly marks?: Readonly<Record<string, CheckMark>>;
  /** Words for the member of staff, without data of beneficiaries. */
  readonly note?: string;
}

/** The check of one drawn closure or conversation. */
export interface Check extends CheckDraw {
  /** From 1, in the order of the draw. */
  readonly rank: number;
  /** Reference of the case. Missing for a call about no case. */
  readonly case?: string;
  readonly call?: string;
  readonly department?: string;
  /** The member of staff who had the conversation. */
  readonly agent?: string;
  /** User names of those who worked on it. They do not check it. */
  readonly handlers: readonly string[];
  readonly result?: CheckResult;
}

const LEAST = 10;
const SHARE = 0.05;

/** The number of closures or conversations that are checked: a twentieth, at least ten, or all. */
export const checkedNumber = (population: number): number =>
  Math.min(population, Math.max(LEAST, Math.ceil(population * SHARE - 1e-9)));
