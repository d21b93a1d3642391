import { caseType } from '#events/vocabulary.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { mayReopen } from '#shared/domain/cases/decisions/change-status.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { mayCaller } from '#shared/domain/telephone/caller-proof.ts';
import { isVoiceMessage } from '#shared/domain/telephone/voice-message.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { handleCommand } from '../handle-command.ts';
import { wasProcessed } from '../was-processed.ts';
import type { CallerWishes } from './call-attributes.ts';
import { type CallerIdentity, isProvenCaller } from './proven-caller.ts';

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
  readonly caller: CallerIdentity;
  readonly recordedAt: number;
  /**
   * Open the case of the call when no case takes the message.
   * @param afterErasure open another one, because the first was erased before the message was spoken
   */
  open(afterErasure?: boolean): Promise<Case>;
}

/** Return whether a message may be added to a case: it is active, or may still be reopened. */
export const takesMessages = (supportCase: Case, rules: Rules, now: number): boolean =>
  !supportCase.erased &&
  (isActive(supportCase.status) ||
    supportCase.merged !== undefined ||
    mayReopen(supportCase, { now, rules }));

/** A case that a message may be added to. */
interface Candidate {
  readonly case: Case;
  /** Whether the call opened it. */
  readonly own: boolean;
  /** Whether the caller may write as its beneficiary. Otherwise the message is a remark. */
  readonly proven: boolean;
}

/** Return the cases that a message may be added to, the likeliest first. */
async function candidates(
  { store, rules }: { readonly store: Store; readonly rules: Rules },
  { callId, wishes: { messageFor }, caller, recordedAt }: MessageOfCall,
  caseRefs: readonly string[],
): Promise<readonly Candidate[]> {
  const references = [
    ...new Set([...(messageFor === undefined ? [] : [messageFor]), ...caseRefs.toReversed()]),
  ];
  const found = await Promise.all(references.map((reference) => store.load('case', reference)));
  const judged = await Promise.all(
    found.flatMap((one) =>
      one === undefined
        ? []
        : [
            (async () => {
              const own = await wasOpenedBy(store, callId, one);
              return { case: one, own, proven: own || (await isProvenCaller(store, one, caller)) };
            })(),
          ],
    ),
  );
  const taking = judged.filter(({ case: one, proven }) =>
    mayCaller('leave-message', { proven })
      ? takesMessages(one, rules, recordedAt)
      : isActive(one.status) && one.id === messageFor,
  );
  const named = taking.filter((one) => one.case.id === messageFor);
  return [...named, ...taking.filter(({ own }) => own), ...taking];
}

/**
 * Attach a call's voice message to its case, or to a case that is opened for it. Only a recording proves a
 * message. A case that was open before the call treats it like any new message of its beneficiary, or keeps it
 * as a remark of an unproven caller. May be called repeatedly.
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
  const target = first ?? { case: await open(), own: true, proven: true };
  const { own, proven } = target;
  const { erased } = target.case;
  // A message from before the erasure belongs to the erased case, and is erased with it.
  if (erased && (spoken.startedAt ?? startedAt) <= erased.at) return false;
  const supportCase = erased ? await open(true) : target.case;
  const done = await handleCommand(deps, {
    ...{ id: supportCase.id, by: 'beneficiary', at: spoken.endedAt ?? startedAt, recordedAt },
    ...{ correlationId: callId, causationId: callId, cause: causeId(`call:${callId}:spoken`) },
    command: { do: 'attach-recording', contactId: callId, isNews: !own, unproven: !proven },
  });
  return done.outcome === 'committed';
}
