import type { Beneficiary } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { REFERENCE_SPACE, type Reference, referenceAt } from '#shared/domain/cases/reference.ts';
import { addressKey } from '#shared/domain/mail/address-key.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { type CommandOutcome, type CommandRequest, handleCommand } from './handle-command.ts';
import { personOf } from './person-of.ts';
import { updatePerson } from './update-person.ts';

export type OpenCommand = Omit<Extract<CaseCommand, { do: 'open' }>, 'id' | 'do'>;

export interface OpenRequest extends Omit<CommandRequest, 'id' | 'command' | 'atLeast'> {
  readonly openCaseFrom: OpenCommand;
  /** Called with the reference before the commit. Stores the message that opens the case. */
  before?(reference: Reference): Promise<void>;
}

const ATTEMPTS = 6;

/**
 * Return the reference for a cause and attempt. It is derived with a secret key, so it cannot be predicted,
 * and from the cause, so every delivery of one mail or call gives the same reference.
 */
export const referenceFor = async (keys: Keys, cause: string, attempt = 0): Promise<Reference> =>
  referenceAt(
    await keys.number('case-reference', attempt === 0 ? cause : `${cause}#${attempt}`, REFERENCE_SPACE),
  );

/** Give an erased beneficiary who writes or calls again a record of their own, with nothing of before. */
async function welcomeBack(
  store: Store,
  person: Person | undefined,
  { cause, at, recordedAt }: OpenRequest,
): Promise<void> {
  if (person?.erasedAt === undefined || at <= person.erasedAt) return;
  await updatePerson(store, {
    ...{ id: person.id, command: { do: 'come-back' }, by: 'rida' },
    ...{ cause: causeId(`${cause}#come-back`), at, recordedAt },
  });
}

/** Add what is stored about the address outside this case: whether it permanently rejects mail. */
function withRecorded(beneficiary: Beneficiary, person: Person | undefined): Beneficiary {
  const { email } = beneficiary;
  if (email === undefined || beneficiary.failing) return beneficiary;
  return person?.failing?.includes(addressKey(email)) ? { ...beneficiary, failing: true } : beneficiary;
}

type Opened = Exclude<CommandOutcome, { outcome: 'rejected' }>;

/** Open a case under one reference. Return undefined when a case of another cause has it. */
export async function openCaseUnder(
  deps: { store: Store; rules: Rules },
  id: Reference,
  opening: OpenRequest,
): Promise<Opened | undefined> {
  const { openCaseFrom: open, before, ...request } = opening;
  const person = await personOf(deps.store, open.beneficiary.id);
  const beneficiary = withRecorded(open.beneficiary, person);
  await before?.(id);
  const command = { do: 'open', id, ...open, beneficiary } as const;
  const done = await handleCommand(deps, { ...request, id, command });
  if (done.outcome !== 'rejected') {
    await welcomeBack(deps.store, person, opening);
    return done;
  }
  const { rejected } = done.rejection;
  if (rejected !== 'already-open') throw new Error(`a case could not be opened: ${rejected}`);
  return undefined;
}

/** Open a case under the first free of its references. One cause opens one case. */
export async function openCase(
  deps: { store: Store; rules: Rules; keys: Keys },
  request: OpenRequest,
): Promise<Opened> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const id = await referenceFor(deps.keys, request.cause, attempt);
    const done = await openCaseUnder(deps, id, request);
    if (done) return done;
  }
  throw new Error(`no free case reference in ${ATTEMPTS} draws`);
}
