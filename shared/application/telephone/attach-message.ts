import { caseType } from '#events/vocabulary.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { mayReopen } from '#shared/domain/cases/decisions/change-status.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { isVoiceMessage } from '#shared/domain/telephone/voice-message.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { handleCommand } from '../handle-command.ts';
import { wasProcessed } from '../was-processed.ts';
import type { CallerWishes } from './call-attributes.ts';

/** Return whether the call opened the case. */
async function wasOpenedBy(store: Store, callId: string, supportCase: Case): Promise<boolean> {
  for (const type of caseType.options) {
    if (await wasProcessed(store, 'case', supportCase, causeId(`flow:${callId}:register:${type}`)))
      return true;
  }
  return false;
}

export interface MessageOfCall {
  readonly callId: string;
  readonly wishes: CallerWishes;
  readonly recordedAt: number;
  /** Open the case of the call when no case takes the message. */
  open(): Promise<Case>;
}

/** Return whether a message may be added to a case: it is active, or may still be reopened. */
export const takesMessages = (supportCase: Case, rules: Rules, now: number): boolean =>
  !supportCase.erased &&
  (isActive(supportCase.status) ||
    supportCase.merged !== undefined ||
    mayReopen(supportCase, { now, rules }));

/** Return the cases that a message may belong to, the likeliest first. */
async function candidates(
  { store, rules }: { readonly store: Store; readonly rules: Rules },
  { callId, wishes: { messageFor }, recordedAt }: MessageOfCall,
  caseRefs: readonly string[],
): Promise<readonly { readonly case: Case; readonly own: boolean }[]> {
  const references = [
    ...new Set([...(messageFor === undefined ? [] : [messageFor]), ...caseRefs.toReversed()]),
  ];
  const found = await Promise.all(references.map((reference) => store.load('case', reference)));
  const open = found.filter((one) => one !== undefined && takesMessages(one, rules, recordedAt)) as Case[];
  const judged = await Promise.all(
    open.map(async (one) => ({ case: one, own: await wasOpenedBy(store, callId, one) })),
  );
  const named = judged.filter((one) => one.case.id === messageFor);
  return [...named, ...judged.filter(({ own }) => own), ...judged];
}

/**
 * Attach a call's voice message to its case, or to a case that is opened for it. Only a recording proves a
 * message. A case that was open before the call treats it like any new message. May be called repeatedly.
 */
export async function attachMessage(
  deps: { readonly store: Store; readonly rules: Rules },
  message: MessageOfCall,
): Promise<boolean> {
  const { callId, recordedAt, open } = message;
  const call = await deps.store.load('call', callId);
  if (!call) return false;
  const { legs, caseRefs, startedAt } = callSummary(call);
  const spoken = legs.flatMap(({ recordings }) => recordings).find(isVoiceMessage);
  if (!spoken) return false;
  const [first] = await candidates(deps, message, caseRefs);
  const { case: supportCase, own } = first ?? { case: await open(), own: true };
  const done = await handleCommand(deps, {
    ...{ id: supportCase.id, by: 'beneficiary', at: spoken.endedAt ?? startedAt, recordedAt },
    ...{ correlationId: callId, causationId: callId, cause: causeId(`call:${callId}:spoken`) },
    command: { do: 'attach-recording', contactId: callId, isNews: !own },
  });
  return done.outcome === 'committed';
}
