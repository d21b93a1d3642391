import { isoInstant } from '#shared/domain/time/instant.ts';

/** What a live entry stands for: a case at work, a resolved one, or a call. */
export type LiveLetter = 'a' | 'r' | 'c';

/** Sorts above every instant: of cases in which time alone changes nothing. */
const NO_TIMER = '~';

/** The sort value of what is live: by due time, and unique by the id at its end. */
export const liveSort = (dueAt: number | undefined, letter: LiveLetter, department: string, id: string) =>
  [dueAt === undefined ? NO_TIMER : isoInstant(dueAt), letter, department, id].join('#');

/** The sort value of a closed case: by the instant of its closing. */
export const doneSort = (closedAt: number, department: string, id: string): string =>
  [isoInstant(closedAt), department, id].join('#');

/** Whether a live entry stands for such a case of a department. */
export const isLive = (sort: string, letter: LiveLetter, department: string): boolean => {
  const [, as, of] = sort.split('#');
  return as === letter && of === department;
};

/** Whether a closed case's entry is a department's. */
export const isDone = (sort: string, department: string): boolean => sort.split('#')[1] === department;

/** The instant a sort value of any index begins with; NaN where there is none. */
export const instantOf = (sort: string): number => Date.parse(sort.split('#')[0] ?? '');
