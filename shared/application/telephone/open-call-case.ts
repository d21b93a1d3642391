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

/** Whose call it is. */
export interface CallBeneficiary {
  /** Pseudonymous; of a withheld number somebody new with each call. */
  readonly id: string;
  /** E.164, when the number was not withheld. */
  readonly phone?: string;
}

const ID_LENGTH = 16;

/** @param number the caller's number as the telephone system gave it; null when it was withheld */
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
  /** The initial contact id: a call is one record and one cause under it. */
  readonly callId: string;
  readonly type: CaseType;
  readonly language: Language;
  readonly line: CallLine;
  readonly category?: string | undefined;
  /** As the telephone system gave it. */
  readonly number: string | null | undefined;
  readonly at: number;
  readonly recordedAt: number;
}

/**
 * Opens the case of a call and tells the call's record of it. Whoever asks, the flow's function while the
 * caller waits or the contact's record afterwards, and however often: a call and a type are one case.
 * @throws when the store is out of reach
 */
export async function openCallCase(
  deps: { readonly store: Store; readonly rules: Rules; readonly keys: Keys },
  request: CallCaseRequest,
): Promise<Case> {
  const { callId, type, at, recordedAt, number } = request;
  const beneficiary = await beneficiaryOfCall(deps.keys, callId, number);
  const done = await openCase(deps, {
    cause: causeId(`flow:${callId}:register:${type}`),
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
