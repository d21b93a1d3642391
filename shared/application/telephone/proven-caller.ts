import type { Case } from '#shared/domain/cases/case.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { idsOfBeneficiary } from '../person-of.ts';

export interface CallerIdentity {
  /** The pseudonymous id of the caller. */
  readonly beneficiary: string;
  /** E.164. Missing when the number was withheld. */
  readonly phone?: string | undefined;
  /** The case for which the caller entered the code in this call. */
  readonly provenFor?: string | undefined;
}

/**
 * Return whether a caller has proven to be the beneficiary of a case: by a number of the case, also of joined
 * records, or by its code in this call.
 */
export async function isProvenCaller(
  store: Store,
  { id, beneficiary }: Pick<Case, 'id' | 'beneficiary'>,
  caller: CallerIdentity,
): Promise<boolean> {
  if (caller.provenFor === id || beneficiary.id === caller.beneficiary) return true;
  if (caller.phone === undefined) return false;
  if (beneficiary.phone === caller.phone) return true;
  return (await idsOfBeneficiary(store, beneficiary.id)).includes(caller.beneficiary);
}

const CODES = 1_000_000;
const DIGITS = 6;

/**
 * Return the code by which a caller proves to have the address of a case. It is in the mail that acknowledges
 * the case, and is derived from the reference, so that nothing has to be stored.
 */
export async function telephoneCode(keys: Keys, reference: string): Promise<string> {
  return String(await keys.number('telephone-code', reference, CODES)).padStart(DIGITS, '0');
}
