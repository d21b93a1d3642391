import type { Case, DepartmentRequest } from '#shared/domain/cases/case.ts';
import { openRequests } from '#shared/domain/cases/decisions/department.ts';
import { addressKey, sameAddress } from '#shared/domain/mail/address-key.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';

/** Mails to an address that is answered are among the newest of its case. */
const NEWEST = 100;

/** A case that a mail names, and the case into which it was merged, if any. */
export interface NamedCase {
  readonly named: Case;
  readonly surviving: Case;
}

/**
 * Return the addresses that may write to a case: its beneficiary, the beneficiary of a case merged into it,
 * and departments with an open request.
 */
export function participantsOf(named: Case, surviving: Case, rules: Rules): string[] {
  const asked = openRequests(surviving).map(({ department }) => rules.departments.get(department)?.email);
  const all = [named.beneficiary.email, surviving.beneficiary.email, ...asked];
  return all.flatMap((address) => (address === undefined ? [] : [addressKey(address)]));
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

/** Return the open request that a mail answers: the oldest of the department that sent the mail. */
export function answeredRequest(target: Case, mail: ParsedMail, rules: Rules): DepartmentRequest | undefined {
  const from = addressKey(mail.from?.address ?? '');
  if (from === addressKey(target.beneficiary.email ?? '')) return undefined;
  return openRequests(target).find(
    ({ department }) => addressKey(rules.departments.get(department)?.email ?? '') === from,
  );
}
