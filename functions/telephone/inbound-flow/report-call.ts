import { updateCall } from '#shared/application/telephone/update-call.ts';
import type { CallFacts } from '#shared/domain/telephone/decide-call.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { InboundContext } from './inbound-step.ts';

/**
 * Store what a step learned about the call, with the earlier choices of the caller. A repeated report has no
 * effect.
 */
export async function reportCall(
  { store, caller, now: at }: Pick<InboundContext, 'store' | 'caller' | 'now'>,
  what: string,
  facts: CallFacts = {},
): Promise<void> {
  const { callId: id, initiationMethod, line, language, recording } = caller;
  await updateCall(store, {
    id,
    cause: causeId(`flow:${id}:${what}`),
    ...{ at, recordedAt: at },
    facts: {
      ...{ initiationMethod, initiatedAt: at, line },
      ...(language !== undefined && { language }),
      ...(recording !== undefined && { recording }),
      ...facts,
    },
  });
}
