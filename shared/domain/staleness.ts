/** Why a command needs no look at changes that its author had not seen. */
export type Timeless =
  /** It adds something beside the acts of others. */
  | 'adds'
  /** It names the one thing that it ends or changes. The decision rejects it when that thing has changed. */
  | 'names'
  /** It reports what happened, or follows from the state itself. No person decided it from a page. */
  | 'happened';

/** The changed fields of a state that make a command stale, or the reason why none does. */
export type StaleFields<State> = readonly (keyof State & string)[] | Timeless;

/** Return the fields that make a command stale. */
export const fieldsOf = <State>(stale: StaleFields<State>): readonly (keyof State & string)[] =>
  typeof stale === 'string' ? [] : stale;
