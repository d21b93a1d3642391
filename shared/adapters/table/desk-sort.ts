import { isoInstant } from '#shared/domain/time/instant.ts';

/** What a live entry stands for: a case at work, a resolved one, a call, a digest, a member of staff, or a call out. */
export type LiveLetter = 'a' | 'r' | 'c' | 'd' | 'g' | 'o';

/** Sorts above every instant: of cases in which time alone changes nothing. */
const NO_TIMER = '~';
/** Sorts below every instant: of late cases whose every tier has acted. They lead, and never come due. */
const EXHAUSTED = '!';
/** Below every instant with a timer, and above what is exhausted. */
export const FIRST_TIMER = '0';

export interface LiveEntry {
  readonly dueAt: number | undefined;
  readonly letter: LiveLetter;
  readonly department: string;
  readonly id: string;
  /** Late, with nothing left that time alone would do. */
  readonly exhausted?: boolean;
}

/** The sort value of what is live: by due time, and unique by the id at its end. */
export const liveSort = ({ dueAt, letter, department, id, exhausted = false }: LiveEntry): string => {
  const untimed = exhausted ? EXHAUSTED : NO_TIMER;
  return [dueAt === undefined ? untimed : isoInstant(dueAt), letter, department, id].join('#');
};

/** The sort value of a closed case: by the instant of its closing. */
export const doneSort = (closedAt: number, id: string): string => [isoInstant(closedAt), id].join('#');

/** Whether a live entry stands for a case at work, of whatever department. */
export const isAtWork = (sort: string): boolean => sort.split('#')[1] === 'a';

/** Whether a live entry stands for such a case of a department. */
export const isLive = (sort: string, letter: LiveLetter, department: string): boolean => {
  const [, as, of] = sort.split('#');
  return as === letter && of === department;
};

/** The instant a sort value of any index begins with; NaN where there is none. */
export const instantOfSort = (sort: string): number => Date.parse(sort.split('#')[0] ?? '');
