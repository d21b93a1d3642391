import { isoInstant } from '#shared/domain/time/instant.ts';

/** The kind of a live entry. */
export type LiveKind = 'open-case' | 'resolved-case' | 'call' | 'digest' | 'staff' | 'call-out';

/** Sorts after every instant. For cases without a timer. */
const NO_TIMER = 'no-timer';
/**
 * Sorts before every instant. For late cases whose tiers have all acted. They are listed first and never come
 * due.
 */
const EXHAUSTED = '(exhausted)';
/** Sorts before every instant and after exhausted entries. */
export const FIRST_TIMER = '0';

interface Timer {
  readonly dueAt: number | undefined;
  /** True for a late case without any further timer. */
  readonly exhausted?: boolean;
}

interface ListEntry extends Timer {
  readonly id: string;
}

interface LiveEntry extends ListEntry {
  readonly kind: LiveKind;
}

const dueText = ({ dueAt, exhausted = false }: Timer): string => {
  if (dueAt !== undefined) return isoInstant(dueAt);
  return exhausted ? EXHAUSTED : NO_TIMER;
};

/** Build the sort value of a live entry: ordered by due time, and unique by the id at its end. */
export const liveSort = (entry: LiveEntry): string => [dueText(entry), entry.kind, entry.id].join('#');

/** Build the sort value in the list of a department or a purpose: ordered by due time. */
export const listSort = (entry: ListEntry): string => [dueText(entry), entry.id].join('#');

/** Build the sort value of a closed case: ordered by closing time. */
export const doneSort = (closedAt: number, id: string): string => [isoInstant(closedAt), id].join('#');

/** Return the id in a sort value of a live entry. */
export const liveIdOf = (sort: string): string => sort.split('#').slice(2).join('#');

/** Return true when a live entry is an active case. */
export const isAtWork = (sort: string): boolean => sort.split('#')[1] === 'open-case';

/** Return the instant at the start of a sort value of any index, or NaN. */
export const instantOfSort = (sort: string): number => Date.parse(sort.split('#')[0] ?? '');
