import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { correctedCase } from '#shared/domain/cases/correction.ts';
import type { Keys } from '#shared/ports/outside.ts';

/** The address that belongs to no person, for a case without any contact. */
const nobody = (reference: string): string => `${reference.toLowerCase()}@unknown.invalid`;

/**
 * Add the pseudonym of the beneficiary to a correction of their contact: a case belongs to the person whose address or
 * number it has. It stays with the old one while the address or number that identified them stays.
 */
export async function identified(keys: Keys, supportCase: Case, command: CaseCommand): Promise<CaseCommand> {
  if (command.do !== 'correct') return command;
  const { beneficiary: before } = supportCase;
  const { beneficiary: after } = correctedCase(supportCase, command.to);
  if (before.email === after.email && before.phone === after.phone) return command;
  const idOf = (contact: { email: string } | { phone: string }) => beneficiaryId(keys, contact);
  const [byEmail, byPhone] = await Promise.all([
    after.email === undefined ? undefined : idOf({ email: after.email }),
    after.phone === undefined ? undefined : idOf({ phone: after.phone }),
  ]);
  if (before.id === byEmail || before.id === byPhone) return command;
  const id = byEmail ?? byPhone ?? (await idOf({ email: nobody(supportCase.id) }));
  return { ...command, to: { ...command.to, beneficiaryId: id } };
}
