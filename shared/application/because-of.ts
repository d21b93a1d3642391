import type { RidaEvent } from '#events/registry.ts';
import type { Clock } from '#shared/ports/outside.ts';
import { causeId } from '#shared/runtime/ids.ts';

/**
 * Build the trace of a write that an event causes: it happened when the event did, and it has the event's
 * correlation id.
 * @param what name of the effect; each effect of one event is executed once
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
