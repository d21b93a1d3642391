import { handleCommand } from '#shared/application/handle-command.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';

/**
 * Erase the erased cases of a call again when its recordings are reported. A case may be erased while the call
 * continues: its recordings were not known then, and nothing else would find them. May be called repeatedly.
 */
export async function eraseLateRecordings(
  { store, rules }: { readonly store: Store; readonly rules: Rules },
  call: Call,
  recordedAt: number,
): Promise<void> {
  const { caseRefs, legs } = callSummary(call);
  const keys = legs.flatMap(({ recordings }) => recordings.map(({ key }) => key)).sort();
  if (keys.length === 0) return;
  for (const id of caseRefs) {
    const supportCase = await store.load('case', id);
    if (!supportCase?.erased) continue;
    const { because } = supportCase.erased;
    await handleCommand(
      { store, rules },
      {
        ...{ id, by: 'rida', at: recordedAt, recordedAt, correlationId: call.id, causationId: call.id },
        command: { do: 'erase', because, by: 'rida', again: true },
        cause: causeId(`call:${call.id}:erased:${keys.join()}`),
      },
    );
  }
}
