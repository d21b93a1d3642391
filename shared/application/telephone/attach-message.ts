import { caseType } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { handleCommand } from '../handle-command.ts';
import { wasProcessed } from '../was-processed.ts';

/** The cause under which the flow's function recorded the message on the case during the call. */
const messageOf = (callId: string): string => causeId(`flow:${callId}:message`);

/** The causes under which a call may have opened a case. */
const openingsOf = (callId: string): string[] =>
  caseType.options.map((type) => causeId(`flow:${callId}:register:${type}`));

/** Return the first case that one of the causes changed. */
async function changedBy(
  store: Store,
  cases: readonly Case[],
  causes: readonly string[],
): Promise<Case | undefined> {
  for (const supportCase of cases) {
    for (const cause of causes) {
      if (await wasProcessed(store, 'case', supportCase, cause)) return supportCase;
    }
  }
  return undefined;
}

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
  const own =
    (await changedBy(store, cases, [messageOf(callId)])) ??
    (await changedBy(store, cases, openingsOf(callId)));
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
