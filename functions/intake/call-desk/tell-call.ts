import { executeCall } from '#shared/casework/execute-call.ts';
import type { CallFacts } from '#shared/domain/call/decide-call.ts';
import { causeId } from '#shared/runtime/ids.ts';
import type { Desk } from './desk.ts';

/** Writes down what a step learned of the call, with what the caller said before; the same telling once. */
export async function tellCall(
  { store, caller, now: at }: Pick<Desk, 'store' | 'caller' | 'now'>,
  what: string,
  facts: CallFacts = {},
): Promise<void> {
  const { callId: id, initiationMethod, line, language, recording } = caller;
  await executeCall(store, {
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
