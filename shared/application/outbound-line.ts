import { freeLine, OUTBOUND_LINES, type TakenLine } from '#shared/domain/outreach/outbound-lines.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { updateAggregate } from './update-aggregate.ts';

/** Free the line of an attempt. Do nothing when it has none. */
export async function freeOutboundLine(
  store: Store,
  line: Pick<TakenLine, 'callOut' | 'attempt'>,
  now: number,
): Promise<void> {
  const cause = causeId(`line:${line.callOut}:${line.attempt}:free:${now}`);
  await updateAggregate(
    store,
    { kind: 'lines', id: OUTBOUND_LINES, cause, by: 'rida', at: now, recordedAt: now },
    (before) => {
      const state = freeLine(before, line);
      return state && { state, events: [] };
    },
  );
}
