import type { RidaEvent } from '#events/registry.ts';
import type { Clock } from '#shared/ports/outside.ts';
import { causeId } from '#shared/runtime/ids.ts';

/**
 * What a write that follows from an event says of itself: it happened when the event did, and belongs to
 * what began it all.
 *
 * @param what tells apart what one event causes; the same of it is done once
 */
export const becauseOf = (
  { id, time, correlationId }: Pick<RidaEvent, 'id' | 'time' | 'correlationId'>,
  what: string,
  clock: Clock,
) => ({
  cause: causeId(`${id}#${what}`),
  at: Date.parse(time),
  recordedAt: clock.now(),
  correlationId,
  causationId: id,
});
