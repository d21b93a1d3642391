import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { DAY, SECOND } from '#shared/domain/time/instant.ts';
import type { Aggregates, Kind } from '#shared/ports/store.ts';
import { EXPIRY } from './schema.ts';

/** One year of replay, and a margin, as for the events that were counted. */
export const YEAR_AND_MARGIN = 400 * DAY;
/** Longer than any event waits in a queue or for a repair. */
export const SEASON = 90 * DAY;
/**
 * The commits of an outgoing call or a task. Its state is kept a season longer, so that no part of a history is left
 * alone.
 */
export const KEPT_CALLS_OUT = 2 * 365 * DAY;
/** Calls have no personal data. They are kept for as long as the cases that they are about by default, and a year. */
const KEPT_CALLS = 6 * 365 * DAY;

/** Return the instant after which the state of something finished is removed, if it ever is. */
function endOf<K extends Kind>(kind: K, state: Aggregates[K]): number | undefined {
  if (kind === 'call') {
    const { startedAt, endedAt, nextDueAt } = state as Call;
    return endedAt === undefined || nextDueAt !== undefined ? undefined : startedAt + KEPT_CALLS;
  }
  if (kind === 'task') {
    const { ended } = state as Task;
    return ended && ended.at + KEPT_CALLS_OUT + SEASON;
  }
  if (kind !== 'call-out') return undefined;
  const { state: own } = state as CallOut;
  return own.is === 'finished' ? own.at + KEPT_CALLS_OUT + SEASON : undefined;
}

/** Return the attribute with the expiry of a state, if it has one. */
export function stateExpiry<K extends Kind>(kind: K, state: Aggregates[K]): { readonly [EXPIRY]?: number } {
  const end = endOf(kind, state);
  return end === undefined ? {} : { [EXPIRY]: Math.ceil(end / SECOND) };
}
