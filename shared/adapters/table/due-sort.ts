import { isoInstant } from '#shared/domain/time/instant.ts';

/** What a live entry stands for. */
export type LiveKind = 'open-case' | 'resolved-case' | 'call' | 'digest' | 'staff' | 'call-out';

/** Sorts after every instant: of cases in which time alone changes nothing. */
const NO_TIMER = 'no-timer';
/** Sorts before every instant: of late cases whose every tier has acted. They lead, and never come due. */
const EXHAUSTED = '(exhausted)';
/** Before every instant with a timer, and after what is exhausted. */
export const FIRST_TIMER = '0';

export interface LiveEntry {
  readonly dueAt: number | undefined;
  readonly kind: LiveKind;
  readonly department: string;
  readonly id: string;
  /** Late, with nothing left that time alone would do. */
  readonly exhausted?: boolean;
}

/** The sort value of a live entry: by due time, and unique by the id at its end. */
export const liveSort = ({ dueAt, kind, department, id, exhausted = false }: LiveEntry): string => {
  const untimed = exhausted ? EXHAUSTED : NO_TIMER;
  return [dueAt === undefined ? untimed : isoInstant(dueAt), kind, department, id].join('#');
};

/** The sort value of a closed case: by the instant of its closing. */
export const doneSort = (closedAt: number, id: string): string => [isoInstant(closedAt), id].join('#');

/** Whether a live entry stands for a case at work, of whatever department. */
export const isAtWork = (sort: string): boolean => sort.split('#')[1] === 'open-case';

/** Whether a live entry is of a kind and a department. */
export const isLive = (sort: string, kind: LiveKind, department: string): boolean => {
  const [, as, of] = sort.split('#');
  return as === kind && of === department;
};

/** The instant a sort value of any index begins with; NaN where there is none. */
export const instantOfSort = (sort: string): number => Date.parse(sort.split('#')[0] ?? '');
