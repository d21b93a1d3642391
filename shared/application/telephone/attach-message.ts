import { caseType } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { callSummary } from '#shared/domain/telephone/summary.ts';
import { hasProcessed } from '#shared/ports/processed-causes.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { handleCommand } from '../handle-command.ts';

/** Return true when the flow's function recorded the message on the case during the call. */
const isTold = (supportCase: Case, callId: string): boolean =>
  hasProcessed(supportCase, causeId(`flow:${callId}:message`));

const isOpenedBy = (supportCase: Case, callId: string): boolean =>
  caseType.options.some((type) => hasProcessed(supportCase, causeId(`flow:${callId}:register:${type}`)));

/**
 * Attach a call's voice message to its case when both exist. A case that was open before the call treats it
 * like any new message. May be called repeatedly.
 */
export async function attachMessage(
  { store, rules }: { readonly store: Store; readonly rules: Rules },
  callId: string,
  recordedAt: number,
): Promise<boolean> {
  const call = await store.load('call', callId);
  if (!call) return false;
  const { message, legs, caseRefs, startedAt } = callSummary(call);
  const spoken = legs.flatMap(({ recordings }) => recordings).find(({ kind }) => kind === 'automated');
  if (!message || !spoken) return false;
  const found = await Promise.all(caseRefs.map((ref) => store.load('case', ref)));
  const cases = found.filter((one) => one !== undefined && !one.erased).map((one) => one as Case);
  const own = cases.find((one) => isTold(one, callId)) ?? cases.find((one) => isOpenedBy(one, callId));
  const supportCase = own ?? cases.at(-1);
  if (!supportCase) return false;
  const done = await handleCommand(
    { store, rules },
    {
      ...{ id: supportCase.id, by: 'beneficiary', at: spoken.endedAt ?? startedAt, recordedAt },
      ...{ correlationId: callId, causationId: callId, cause: causeId(`call:${callId}:spoken`) },
      command: { do: 'attach-recording', contactId: callId, isNews: own === undefined },
    },
  );
  return done.outcome === 'committed';
}
