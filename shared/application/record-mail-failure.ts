import type { MailFailure } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { invitationOf } from '#shared/domain/cases/decisions/survey.ts';
import { addressKey, sameMailbox } from '#shared/domain/mail/address-key.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import type { Effect, Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { handleCommand } from './handle-command.ts';
import { casesUnder, idsOfBeneficiary, personOf } from './person-of.ts';
import { planOutcomeCall } from './plan-outcome-call.ts';
import { prefer } from './prefer.ts';
import { takeBackQuestion } from './surveys/ask-person.ts';
import { updatePerson } from './update-person.ts';
import { wasProcessed } from './was-processed.ts';

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
  /** The mail, when a relay refuses it before its effect is stored. */
  readonly sent?: Pick<Effect, 'what' | 'at'>;
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

/** Return when the failed mail was sent, if it told how its case ended. */
async function outcomeIn(
  { store }: Deps,
  { caseRef, message, sent, permanent }: FailedMail,
): Promise<{ readonly outcomeSentAt?: number }> {
  if (!permanent) return {};
  const mail = sent ?? (await store.effect('case', caseRef, message));
  return mail?.what === 'resolution' ? { outcomeSentAt: mail.at } : {};
}

/** The identity of a failure, the same for all reports of it. */
const causeOf = ({ caseRef, message, to, reason, permanent }: Failing): string =>
  causeId(`mail-failed:${caseRef}:${message}:${addressKey(to)}:${reason}:${permanent}`);

type Failing = Pick<FailedMail, 'caseRef' | 'message' | 'to' | 'reason' | 'permanent'>;

/** A complaint says that the mail arrived. */
const isUnread = ({ reason, permanent }: Pick<FailedMail, 'reason' | 'permanent'>): boolean =>
  permanent && reason !== 'complained';

/**
 * Take back the question of a mail about the end of a case, apart from the record of its failure.
 * @param sentAt undefined for any other mail
 */
async function returnOutcome(
  deps: Deps,
  { caseRef, message }: Pick<FailedMail, 'caseRef' | 'message'>,
  sentAt: number | undefined,
  now: number,
): Promise<void> {
  if (sentAt === undefined) return;
  const cause = causeId(`outcome-returned:${caseRef}:${message}`);
  const done = await handleCommand(deps, {
    ...{ id: caseRef, cause, by: 'rida', at: now, recordedAt: now, correlationId: cause, causationId: cause },
    command: { do: 'return-outcome', sentAt },
  });
  if (done.case) await askOtherwise(deps, done.case, now);
}

/** A mail about the end of a case as its effect has it. */
type SentOutcome = Pick<FailedMail, 'caseRef' | 'message' | 'to'>;

/** Take back the question of a mail that was not sent, because its address failed before. */
export const outcomeWithheld = (deps: Deps, sent: SentOutcome, now: number): Promise<void> =>
  returnOutcome(deps, sent, now, now);

/**
 * Look, after the sending of a mail about the end of a case is stored, whether its failure was reported before, and
 * take its question back.
 */
export async function outcomeSent(deps: Deps, sent: SentOutcome, now: number): Promise<void> {
  const state = await deps.store.load('case', sent.caseRef);
  if (!state) return;
  const failed = causeOf({ ...sent, reason: 'bounced', permanent: true });
  if (!(await wasProcessed(deps.store, 'case', state, failed))) return;
  const effect = await deps.store.effect('case', sent.caseRef, sent.message);
  await returnOutcome(deps, sent, effect?.at, now);
}

/**
 * Call a beneficiary whose mail about the end of their case did not arrive. When there is no number, their row is free
 * for another question, because they did not hear this one. Both are done once, however often a failure is reported.
 */
async function askOtherwise({ store, rules }: Deps, supportCase: Case, now: number): Promise<void> {
  const { id, beneficiary, confirmation, survey } = supportCase;
  if (confirmation?.state === 'asked' && confirmation.by === 'call' && beneficiary.email !== undefined)
    await planOutcomeCall(store, rules, supportCase, now);
  if (survey?.state !== 'suppressed' || survey.reason !== 'address-failing') return;
  const about = invitationAbout.case(id, invitationOf(supportCase));
  await takeBackQuestion(store, { beneficiaryId: beneficiary.id, about }, now);
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
  const { caseRef, at, sent, ...report } = failure;
  const { to, reason, permanent, byMail } = report;
  const cause = causeOf(failure);
  const trace = { cause, at, recordedAt, correlationId: cause, causationId: cause };
  const outcome = await outcomeIn(deps, failure);
  const done = await handleCommand(deps, {
    id: caseRef,
    command: { do: 'mail-failed', ...report, ...outcome },
    by: 'rida',
    ...trace,
  });
  if (done.outcome === 'rejected') return done.rejection.rejected === 'erased' ? 'erased' : 'no-case';
  const { beneficiary } = done.case;
  // The sending may be stored since the first look. It looks for the failure afterwards, so that one of the two finds
  // the other.
  if (outcome.outcomeSentAt === undefined && isUnread(failure))
    await returnOutcome(deps, failure, (await outcomeIn(deps, failure)).outcomeSentAt, recordedAt);
  if (permanent) await askOtherwise(deps, done.case, recordedAt);
  if (permanent && has(done.case, to)) await markAddress(deps, done.case, failure, { recordedAt, cause });
  if (reason === 'complained' && !byMail && has(done.case, to))
    await prefer(deps.store, beneficiary.id, {
      ...{ do: 'opt-out', of: ['surveys', 'updates'], cause: causeId(`${cause}:opt-out`), at, recordedAt },
    });
  return done.outcome === 'committed' ? 'recorded' : 'repeated';
}
