import type { Case } from '#shared/domain/cases/case.ts';
import { addressKey, sameAddress } from '#shared/domain/mail/address-key.ts';
import { type DepartmentWriter, departmentWriter } from '#shared/domain/mail/department-writer.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';
import { questionNamed } from './question-named.ts';

/** Mails to an address that is answered are among the newest of its case. */
const NEWEST = 100;

/** A case that a mail names, and the case into which it was merged, if any. */
export interface NamedCase {
  readonly named: Case;
  readonly surviving: Case;
}

/** Return the addresses that may write to a case: its beneficiary, and the beneficiary of a case merged into it. */
export function participantsOf(named: Case, surviving: Case): string[] {
  const all = [named.beneficiary.email, surviving.beneficiary.email];
  return all.flatMap((address) => (address === undefined ? [] : [addressKey(address)]));
}

/**
 * Return the department that a mail about a case speaks for. A mail of the beneficiary is theirs, also when they work
 * in the department, unless it replies to a question to the department.
 */
export function departmentOf(
  { named, surviving }: NamedCase,
  mail: ParsedMail,
  address: string,
  rules: Rules,
): DepartmentWriter | undefined {
  const request = questionNamed(named, mail, rules);
  const isBeneficiary = participantsOf(named, surviving).includes(addressKey(address));
  if (isBeneficiary && request === undefined) return undefined;
  // A request of a merged case ended with the merge. Its number may be that of another one in the surviving case.
  const isSame = named.id === surviving.id;
  const found =
    departmentWriter(surviving, rules, address, isSame ? request : undefined) ??
    (isSame ? undefined : departmentWriter(named, rules, address, request));
  if (isBeneficiary && found?.request !== request) return undefined;
  return found;
}

/**
 * Return true when a mail comes from the address at which the beneficiary asked to be answered, and an agent answered
 * there. Until then the address is only a claim.
 */
export async function isAnswered(store: Store, { named }: NamedCase, address: string): Promise<boolean> {
  const { answerTo } = named.beneficiary;
  if (answerTo === undefined || !sameAddress(answerTo, address)) return false;
  const effects = await store.newestEffects(named.id, { limit: NEWEST });
  return effects.some(({ to, withheld }) => withheld === undefined && sameAddress(to, address));
}
