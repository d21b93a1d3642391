import type { CaseType, Language } from '#events/vocabulary.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { callerNumber } from '#shared/domain/telephone/caller-number.ts';
import { caseOfCall } from '#shared/domain/telephone/case-of-call.ts';
import type { CallLine } from '#shared/domain/telephone/line.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { openCase } from '../open-case.ts';
import { updateCall } from './update-call.ts';

/** The beneficiary of a call. */
export interface CallBeneficiary {
  /** Pseudonym. For a withheld number, a different one for each call. */
  readonly id: string;
  /** E.164. Missing when the number was withheld. */
  readonly phone?: string;
}

const ID_LENGTH = 16;

/**
 * Return the beneficiary of a call.
 * @param number the caller's number as the telephone system reports it; null when it was withheld
 */
export async function beneficiaryOfCall(
  keys: Keys,
  callId: string,
  number: string | null | undefined,
): Promise<CallBeneficiary> {
  const phone = callerNumber(number);
  if (phone !== undefined) return { id: await beneficiaryId(keys, { phone }), phone };
  return { id: (await keys.seal('withheld-number', callId)).slice(0, ID_LENGTH) };
}

export interface CallCaseRequest {
  /** The initial contact id. It identifies the call's record and the cause. */
  readonly callId: string;
  readonly type: CaseType;
  readonly language: Language;
  readonly line: CallLine;
  readonly category?: string | undefined;
  readonly district?: string | undefined;
  /** As the telephone system reports it. */
  readonly number: string | null | undefined;
  /** The number for a callback. It is kept on the case of a caller who withholds their own. */
  readonly callBackOn?: string | undefined;
  readonly at: number;
  readonly recordedAt: number;
  /** Open another case than the one that was erased while the call continued. */
  readonly afterErasure?: boolean;
}

/**
 * Open the case of a call and add it to the call's record. The flow's function calls it while the caller
 * waits, and the contact record's consumer calls it afterwards. One call and type give one case, after any
 * number of calls.
 * @throws when the store is unavailable
 */
export async function openCallCase(
  deps: { readonly store: Store; readonly rules: Rules; readonly keys: Keys },
  request: CallCaseRequest,
): Promise<Case> {
  const { callId, type, at, recordedAt, number, callBackOn, afterErasure = false } = request;
  const caller = await beneficiaryOfCall(deps.keys, callId, number);
  // The entered number does not identify the caller: anybody can enter it.
  const beneficiary = { ...(callBackOn !== undefined && { phone: callBackOn }), ...caller };
  const done = await openCase(deps, {
    cause: causeId(`flow:${callId}:register:${type}${afterErasure ? ':after-erasure' : ''}`),
    by: 'beneficiary',
    at,
    recordedAt,
    correlationId: callId,
    causationId: callId,
    openCaseFrom: caseOfCall(deps.rules, { ...request, beneficiary }),
  });
  const caseRef = done.case.id;
  const cause = causeId(`flow:${callId}:case:${caseRef}`);
  await updateCall(deps.store, {
    id: callId,
    cause,
    at,
    recordedAt,
    facts: { caseRef, line: request.line },
  });
  return done.case;
}
