import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { callSummary, type Summary } from '#shared/domain/telephone/call-summary.ts';
import { mayCaller } from '#shared/domain/telephone/caller-proof.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { handleCommand } from '../handle-command.ts';
import { attachMessage } from './attach-message.ts';
import type { CallerWishes } from './call-attributes.ts';
import { eraseLateRecordings } from './erase-late-recordings.ts';
import { beneficiaryOfCall, type CallCaseRequest, openCallCase } from './open-call-case.ts';
import { type CallerIdentity, isProvenCaller } from './proven-caller.ts';

interface Deps {
  readonly store: Store;
  readonly rules: Rules;
  readonly keys: Keys;
}

export interface WishesOfCall {
  readonly call: Call;
  readonly wishes: CallerWishes;
  /** As the telephone system reports it. */
  readonly number: string | null | undefined;
  readonly recordedAt: number;
}

/** Due time of a callback when no first response is due. */
const CALL_WITHIN = 4 * HOUR;

/** Promise a callback, due with the first response. */
async function promiseToCall({ store, rules }: Deps, supportCase: Case, callId: string, recordedAt: number) {
  if (supportCase.promise !== undefined || !isActive(supportCase.status)) return;
  const { dueAt } = clocksOf(supportCase, rules, recordedAt).clocks.firstResponse;
  await handleCommand(
    { store, rules },
    {
      id: supportCase.id,
      command: { do: 'promise', by: 'rida', dueAt: Math.max(dueAt ?? 0, recordedAt + CALL_WITHIN) },
      cause: causeId(`call:${callId}:promise`),
      by: 'rida',
      at: recordedAt,
      recordedAt,
      correlationId: callId,
      causationId: callId,
    },
  );
}

/** Return the active case of a call that was reported last, if the caller may ask for a call on it. */
async function activeCaseOf(
  store: Store,
  { caseRefs }: Summary,
  caller: CallerIdentity,
): Promise<Case | undefined> {
  const reference = caseRefs.at(-1);
  const found = reference === undefined ? undefined : await store.load('case', reference);
  if (!found || !isActive(found.status) || found.erased) return undefined;
  const proven = await isProvenCaller(store, found, caller);
  return mayCaller('ask-for-call', { proven }) ? found : undefined;
}

/**
 * Do after the call what the caller asked for and Rida could not do while the caller waited, also because the
 * caller hung up: open the case with the same cause that the flow's function uses, so that both open one
 * case; promise a callback unless an agent served the caller; and attach a voice message that its recording
 * proves. May be called repeatedly.
 */
export async function fulfilWishes(deps: Deps, asked: WishesOfCall): Promise<void> {
  const { call, wishes, number, recordedAt } = asked;
  const summary = callSummary(call);
  const { language = 'ar', line, startedAt: at, outcome } = summary;
  const open = (type: CallCaseRequest['type'], afterErasure = false): Promise<Case> =>
    openCallCase(deps, {
      ...{ callId: call.id, type, language, line, number, recordedAt, afterErasure },
      at: afterErasure ? recordedAt : at,
      callBackOn: wishes.callBackOn,
    });
  const { id: beneficiary, phone } = await beneficiaryOfCall(deps.keys, call.id, number);
  const caller = { beneficiary, phone, provenFor: wishes.provenFor };
  const registered = wishes.register && (await open(wishes.register));
  if (wishes.callBack === 'owed' || (wishes.callBack && outcome !== 'served')) {
    const supportCase = registered ?? (await activeCaseOf(deps.store, summary, caller));
    await promiseToCall(deps, supportCase ?? (await open(wishes.type)), call.id, recordedAt);
  }
  if (wishes.message)
    await attachMessage(deps, {
      ...{ callId: call.id, wishes, caller, recordedAt },
      open: (afterErasure) => open(wishes.type, afterErasure),
    });
  await eraseLateRecordings(deps, (await deps.store.load('call', call.id)) ?? call, recordedAt);
}
