import type { Actor } from '#events/vocabulary.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { type OpenRequest, openCase, openCaseUnder } from '#shared/application/open-case.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import type { NamedFacts } from '#shared/domain/cases/correction.ts';
import { factsInText } from '#shared/domain/cases/facts-in-text.ts';
import type { Reference } from '#shared/domain/cases/reference.ts';
import { MACHINE_MAIL } from '#shared/domain/cases/set-aside.ts';
import type { Automatic } from '#shared/domain/mail/automatic.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { newPartOf } from '#shared/domain/mail/part-of-mail.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { MailReader } from '#shared/ports/mail-reader.ts';
import type { BlobStore, Clock, Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { Speaker } from './judge-mail.ts';
import { keptMessage } from './kept-message.ts';
import { readingStep } from './limited-reading.ts';
import type { Opening } from './mail-opening.ts';
import type { ReceivedMail } from './received-mail.ts';

/** The result of a mail, for the log. The reasons are on the case too. */
export interface MailOutcome {
  readonly caseRef: string;
  /** The id of this mail, at the start of its chain of work. */
  readonly correlationId: string;
  readonly outcome: 'opened' | 'appended' | 'quarantined' | 'set-aside' | 'duplicate';
  readonly reasons: readonly string[];
}

/** One delivery in work. */
export interface MailWork {
  readonly deps: Pick<MailReader, 'cleanHtml'> & {
    readonly store: Store;
    readonly blobs: BlobStore;
    readonly keys: Keys;
    readonly clock: Clock;
  };
  readonly rules: Rules;
  readonly received: ReceivedMail;
  readonly cause: string;
}

const trace = ({ cause, received, deps }: MailWork) => ({
  cause,
  by: 'beneficiary' as const,
  at: received.receivedAt,
  recordedAt: deps.clock.now(),
  correlationId: cause,
  causationId: cause,
});

interface Appending {
  readonly reasons: readonly string[];
  readonly automatic: Automatic | null;
  /** Whether the mail asks for nothing. */
  readonly thanks: boolean;
  /** Whether the sender is the beneficiary. A report about a sent mail comes from a mail server. */
  readonly isBeneficiary: boolean;
  /** Where the beneficiary asks to be answered; null at the address of the mail. Missing when nothing changes. */
  readonly answerTo?: string | null;
}

/** Return the place and the service that the new part of a mail names. */
const factsOf = (rules: Rules, mail: ParsedMail): NamedFacts =>
  readingStep(mail, () => factsInText(rules, { subject: '', text: newPartOf(mail) }, mail.writtenIn).facts);

/** Append a mail to a case. Undefined when the case takes no more and a new one must be opened. */
export async function appendMail(
  work: MailWork,
  mail: ParsedMail,
  target: Case,
  { reasons, automatic, thanks, isBeneficiary, answerTo }: Appending,
): Promise<MailOutcome | undefined> {
  const { deps, rules, received, cause } = work;
  const { id: caseRef } = target;
  const machine = automatic === null ? {} : { automatic: automatic.kind };
  const marks = { ...machine, ...(thanks && { thanks }) };
  const why = [...reasons, ...(thanks ? ['asks-for-nothing'] : [])];
  const message = await keptMessage(deps, caseRef, cause, received, mail, { reasons: why, ...marks });
  await saveMessage(deps.blobs, caseRef, message);
  const facts = automatic === null && isBeneficiary ? factsOf(rules, mail) : {};
  const by: Actor = automatic !== null && !isBeneficiary ? 'rida' : 'beneficiary';
  const command: CaseCommand = {
    do: 'receive',
    channel: 'mail',
    ...marks,
    ...(mail.messageId !== null && { lastMessageId: mail.messageId }),
    ...(answerTo !== undefined && { answerTo }),
    ...facts,
  };
  return appended(work, caseRef, { command, by }, why);
}

/**
 * Put the words of a department on a case. They answer the request that they name, or are added to the case. Undefined
 * when the case takes no more.
 */
export async function appendDepartmentMail(
  work: MailWork,
  mail: ParsedMail,
  { id: caseRef }: Case,
  { department, request, unproven }: Speaker,
  reasons: readonly string[],
): Promise<MailOutcome | undefined> {
  const { deps, received, cause } = work;
  const message = await keptMessage(deps, caseRef, cause, received, mail, { reasons });
  await saveMessage(deps.blobs, caseRef, message);
  const by: Actor = `department:${department}`;
  const command: CaseCommand = {
    ...{ do: 'hear-department', department, by },
    ...(request !== undefined && { request }),
    ...(unproven && { unproven: true as const }),
  };
  return appended(work, caseRef, { command, by }, reasons);
}

/** Carry out the command of a mail. Undefined when it is rejected. */
async function appended(
  work: MailWork,
  caseRef: Reference,
  { command, by }: { readonly command: CaseCommand; readonly by: Actor },
  why: readonly string[],
): Promise<MailOutcome | undefined> {
  const { deps, rules, cause } = work;
  const done = await handleCommand(
    { store: deps.store, rules },
    { id: caseRef, command, ...trace(work), by },
  );
  if (done.outcome === 'rejected') return undefined;
  const outcome = done.outcome === 'duplicate' ? 'duplicate' : 'appended';
  return { caseRef, correlationId: cause, outcome, reasons: why };
}

/** Store the message of a mail that opens a case, before the commit that reports it. */
const keeping =
  ({ deps, received, cause }: MailWork, { command, reasons }: Opening, mail?: ParsedMail) =>
  async (reference: string): Promise<void> => {
    if (!mail) return;
    const machine = command.automatic === undefined ? {} : { automatic: command.automatic };
    const message = await keptMessage(deps, reference, cause, received, mail, { reasons, ...machine });
    await saveMessage(deps.blobs, reference, message);
  };

const requestOf = (work: MailWork, opening: Opening, mail?: ParsedMail): OpenRequest => ({
  ...trace(work),
  openCaseFrom: opening.command,
  before: keeping(work, opening, mail),
});

function openedBy(
  { cause: correlationId }: MailWork,
  { command, reasons }: Opening,
  done: { readonly outcome: string; readonly case: Case },
): MailOutcome {
  const { reason } = command.quarantine ?? {};
  const outcome = reason === MACHINE_MAIL ? 'set-aside' : reason === undefined ? 'opened' : 'quarantined';
  const result = done.outcome === 'duplicate' ? 'duplicate' : outcome;
  return { caseRef: done.case.id, correlationId, outcome: result, reasons };
}

/** Open a case under one reference. Undefined when a case of another mail has it. */
export async function openMailUnder(
  work: MailWork,
  reference: Reference,
  opening: Opening,
  mail: ParsedMail,
): Promise<MailOutcome | undefined> {
  const { deps, rules } = work;
  const done = await openCaseUnder({ store: deps.store, rules }, reference, requestOf(work, opening, mail));
  return done && openedBy(work, opening, done);
}

/** Open a case of its own for a mail. */
export async function openMail(work: MailWork, opening: Opening, mail?: ParsedMail): Promise<MailOutcome> {
  const { deps, rules } = work;
  const done = await openCase({ store: deps.store, rules, keys: deps.keys }, requestOf(work, opening, mail));
  return openedBy(work, opening, done);
}
