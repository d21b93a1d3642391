import type { MailFailure } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { addressKey, sameMailbox } from '#shared/domain/mail/address-key.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { handleCommand } from './handle-command.ts';
import { casesUnder, idsOfBeneficiary, personOf } from './person-of.ts';
import { prefer } from './prefer.ts';
import { updatePerson } from './update-person.ts';

/** A mail from Rida that failed at one address, from any source of the report. */
export interface FailedMail {
  /** The case of the mail. */
  readonly caseRef: string;
  /** Id of the mail's effect on the case. */
  readonly message: string;
  readonly to: string;
  readonly reason: MailFailure;
  readonly permanent: boolean;
  readonly status?: string;
  /** A report received by mail. Every recipient of the mail can forge it, so it changes no preferences. */
  readonly byMail?: true;
  readonly at: number;
}

export type FailureRecorded = 'recorded' | 'repeated' | 'no-case' | 'erased';

interface Deps {
  readonly store: Store;
  readonly rules: Rules;
}

/** Maximum number of cases of an address to mark, newest first. */
const MARKED_CASES = 50;

const has = ({ beneficiary }: Case, address: string): boolean =>
  beneficiary.email !== undefined && sameMailbox(beneficiary.email, address);

/**
 * Mark an address that permanently rejects mail: on the beneficiary's record, which every new case reads, and
 * on their other cases that are not closed.
 */
async function markAddress(
  { store, rules }: Deps,
  { id, beneficiary }: Case,
  { to, reason, at }: FailedMail,
  { recordedAt, cause }: { readonly recordedAt: number; readonly cause: string },
): Promise<void> {
  const record = (await personOf(store, beneficiary.id))?.id ?? beneficiary.id;
  const command = { do: 'mark-failing', address: beneficiary.email ?? to } as const;
  await updatePerson(store, { id: record, command, by: 'rida', cause, at, recordedAt });
  const cases = await casesUnder(store, await idsOfBeneficiary(store, beneficiary.id), MARKED_CASES);
  const others = cases.filter((one) => one.id !== id && has(one, to) && one.status !== 'closed');
  for (const other of others.filter((one) => one.beneficiary.failing !== true)) {
    const elsewhere = { do: 'mail-failed', to, reason, permanent: true, elsewhere: true } as const;
    const trace = { cause, at, recordedAt, correlationId: cause, causationId: cause };
    await handleCommand({ store, rules }, { id: other.id, command: elsewhere, by: 'rida', ...trace });
  }
}

/**
 * Record a failed mail on its case, once for all reports of it. Mark an address that permanently rejects
 * mail. After a complaint that the provider reports, opt the beneficiary out of surveys and updates.
 */
export async function recordMailFailure(
  deps: Deps,
  failure: FailedMail,
  recordedAt: number,
): Promise<FailureRecorded> {
  const { caseRef, at, ...report } = failure;
  const { message, to, reason, permanent, byMail } = report;
  const kind = `${reason}:${permanent}`;
  const cause = causeId(`mail-failed:${caseRef}:${message}:${addressKey(to)}:${kind}`);
  const trace = { cause, at, recordedAt, correlationId: cause, causationId: cause };
  const done = await handleCommand(deps, {
    id: caseRef,
    command: { do: 'mail-failed', ...report },
    by: 'rida',
    ...trace,
  });
  if (done.outcome === 'rejected') return done.rejection.rejected === 'erased' ? 'erased' : 'no-case';
  const { beneficiary } = done.case;
  if (permanent && has(done.case, to)) await markAddress(deps, done.case, failure, { recordedAt, cause });
  if (reason === 'complained' && !byMail && has(done.case, to))
    await prefer(deps.store, beneficiary.id, {
      ...{ do: 'opt-out', of: ['surveys', 'updates'], cause: causeId(`${cause}:opt-out`), at, recordedAt },
    });
  return done.outcome === 'committed' ? 'recorded' : 'repeated';
}
