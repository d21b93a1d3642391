import { createHash } from 'node:crypto';
import type { Actor } from '#events/vocabulary.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { openCase, openCaseUnder, referenceFor } from '#shared/application/open-case.ts';
import { type Beneficiary, type Case, isActive } from '#shared/domain/cases/case.ts';
import type { Command } from '#shared/domain/cases/command.ts';
import { mayReopen } from '#shared/domain/cases/decisions/contact.ts';
import { type Automatic, automaticKind } from '#shared/domain/mail/automatic.ts';
import { decideMail } from '#shared/domain/mail/decide.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { whatItSays } from '#shared/domain/mail/what-it-says.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { MailInbox } from '#shared/ports/mail-inbox.ts';
import type { MailReader } from '#shared/ports/mail-reader.ts';
import type { BlobStore, Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import { hasProcessed } from '#shared/ports/processed-causes.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { keptMessage } from './kept-message.ts';
import { contentHash, identityOf } from './mail-identity.ts';
import { type Opening, openingOf, quarantineOf } from './mail-opening.ts';
import { casesNamed, loadNamedCase } from './named-cases.ts';
import { answeredRequest, type NamedCase, participantsOf } from './participants.ts';
import { type ReceivedMail, withWrittenVerdicts } from './received-mail.ts';
import { recordReported } from './reported-failures.ts';

export interface MailIntakeDeps extends MailReader {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly inbox: Pick<MailInbox, 'read' | 'done'>;
  readonly rules: RulesSource;
  readonly keys: Keys;
  readonly clock: Clock;
}

/** How a mail was processed, for the log. The reasons are stored on the case too. */
export interface MailOutcome {
  readonly caseRef: string;
  readonly outcome: 'opened' | 'appended' | 'quarantined' | 'duplicate';
  readonly reasons: readonly string[];
}

/** The state of one delivery that the steps share. */
interface Work {
  readonly deps: MailIntakeDeps;
  readonly rules: Rules;
  readonly received: ReceivedMail;
  readonly cause: string;
  /** The id from which the reference of a new case is derived, so that the thread of the mail finds it. */
  readonly origin: string;
}

/**
 * Open a case for an accepted mail, or add the mail to the case it belongs to. No content makes this fail: an
 * unreadable mail becomes a case for a person. Throws only when a store is unavailable; the queue then
 * retries the mail.
 */
export async function ingestMail(deps: MailIntakeDeps, received: ReceivedMail): Promise<MailOutcome> {
  const raw = await deps.inbox.read(received.rawKey);
  if (!raw) throw new Error('the accepted mail is not in the store yet');
  const outcome = await parseAndRoute(deps, { ...received, rawKey: raw.key }, raw.bytes);
  await deps.inbox.done(received.rawKey);
  return outcome;
}

async function parseAndRoute(
  deps: MailIntakeDeps,
  received: ReceivedMail,
  bytes: Uint8Array,
): Promise<MailOutcome> {
  const rules = await deps.rules.current();
  const hashes = { bytes: createHash('sha256').update(bytes).digest('hex'), content: contentHash(bytes) };
  const mail = await deps.parseMail(bytes);
  if (mail.kind === 'unreadable') {
    const cause = causeId(`raw:${hashes.bytes}`);
    const work = { deps, rules, received, cause, origin: cause };
    return openAnew(work, quarantineOf(rules, received, mail.reason, await beneficiaryOf(work)));
  }
  return route(
    { deps, rules, received: withWrittenVerdicts(received, mail), ...identityOf(mail, hashes) },
    mail,
  );
}

/** Return the sender as a beneficiary: the author, or for an unreadable mail the envelope sender. */
async function beneficiaryOf({ deps, received }: Work, mail?: ParsedMail): Promise<Beneficiary> {
  const email = (mail ? mail.from?.address : received.envelopeFrom) ?? '';
  const name = mail?.from?.name.trim();
  return {
    id: await beneficiaryId(deps.keys, { email: email || 'unknown@invalid' }),
    ...(name && { name: [...name].slice(0, 60).join('') }),
    ...(email && { email }),
    authenticated:
      mail !== undefined && received.dmarc === 'PASS' && !mail.defects.includes('several-authors'),
  };
}

/** @param earlier the case opened by another mail of the same author and Message-ID */
async function route(work: Work, mail: ParsedMail, earlier?: NamedCase): Promise<MailOutcome> {
  const { deps, rules, received } = work;
  const { helpAddress } = rules.centre;
  const automatic = automaticKind(mail.headers, {
    ...whatItSays(mail),
    sender: received.envelopeFrom,
    ownAddresses: [helpAddress],
    ownMessageIdDomain: helpAddress.split('@')[1] ?? '',
  });
  const named = await casesNamed(deps, rules, mail, received.recipients);
  const candidates = [...named.candidates, ...(earlier ? [repeatedId(mail, earlier)] : [])];
  const cases = [...named.cases, ...(earlier ? [earlier] : [])];
  // A repeated delivery belongs to the same case as the first, even if the status of the case has changed.
  const supportCase = cases
    .flatMap((one) => [one.named, one.standing])
    .find((one) => hasProcessed(one, work.cause));
  if (supportCase) return { caseRef: supportCase.id, outcome: 'duplicate', reasons: [] };
  const decision = decideMail({
    from: mail.from?.address ?? null,
    dmarc: received.dmarc,
    automatic,
    defects: mail.defects,
    candidates,
    cases: cases.map((one) => ({
      reference: one.named.id,
      participants: participantsOf(one.named, one.standing, rules),
      acceptsMessages:
        isActive(one.standing.status) || mayReopen(one.standing, { now: received.receivedAt, rules }),
    })),
  });
  // A bounce report, or our own mail that was returned, is recorded on the case to which it refers.
  const spokenOf =
    decision.action === 'feedback' || decision.action === 'own' ? cases[0]?.named.id : undefined;
  if (decision.action === 'feedback' && spokenOf !== undefined && mail.report)
    await recordReported({ ...deps, rules }, spokenOf, mail.report, received.receivedAt);
  const reference = decision.reference ?? spokenOf;
  const target = cases.find((one) => one.named.id === reference)?.standing;
  const isRepeated = earlier || (target && target.lastMessageId === mail.messageId);
  const reasons = [...decision.reasons, ...(isRepeated ? ['message-id-repeated'] : [])];
  if (target && !received.spam && !received.virus) {
    const appended = await append(work, mail, target, reasons, automatic);
    if (appended) return appended;
  }
  const related = decision.linkedTo ?? cases[0]?.named.id;
  const opening = openingOf(rules, received, mail, await beneficiaryOf(work, mail), {
    ...{ decision, automatic, related },
  });
  const remarked = { ...opening, reasons: [...opening.reasons, ...(earlier ? ['message-id-repeated'] : [])] };
  return earlier ? openAnew(work, remarked, mail) : openFirst(work, remarked, mail);
}

const repeatedId = ({ messageId }: ParsedMail, { named }: NamedCase) =>
  ({ reference: named.id, source: 'message-id', found: messageId ?? '' }) as const;

/** Add the mail to a case. Return undefined when the case accepts no more mail and a new case is needed. */
async function append(
  work: Work,
  mail: ParsedMail,
  target: Case,
  reasons: readonly string[],
  automatic: Automatic | null,
): Promise<MailOutcome | undefined> {
  const { deps, rules, received, cause } = work;
  const { id: caseRef } = target;
  const machine = automatic === null ? {} : { automatic: automatic.kind };
  await saveMessage(
    deps.blobs,
    caseRef,
    await keptMessage(deps, caseRef, cause, received, mail, { reasons, ...machine }),
  );
  const request = automatic === null ? answeredRequest(target, mail, rules) : undefined;
  const by: Actor = request ? `department:${request.department}` : 'beneficiary';
  const command: Command = request
    ? { do: 'answer-request', request: request.id, says: true, by }
    : {
        do: 'receive',
        channel: 'mail',
        ...machine,
        ...(mail.messageId !== null && { lastMessageId: mail.messageId }),
      };
  const done = await handleCommand(
    { store: deps.store, rules },
    { id: caseRef, command, ...trace(work), by },
  );
  if (done.outcome === 'rejected') return undefined;
  return { caseRef, outcome: done.outcome === 'duplicate' ? 'duplicate' : 'appended', reasons };
}

const trace = ({ cause, received, deps }: Work) => ({
  cause,
  by: 'beneficiary' as const,
  at: received.receivedAt,
  recordedAt: deps.clock.now(),
  correlationId: cause,
  causationId: cause,
});

/** Return a callback that stores the message of a new case before the commit of the case. */
const keeping =
  ({ deps, received, cause }: Work, { command, reasons }: Opening, mail?: ParsedMail) =>
  async (reference: string): Promise<void> => {
    if (!mail) return;
    const machine = command.automatic === undefined ? {} : { automatic: command.automatic };
    const message = await keptMessage(deps, reference, cause, received, mail, { reasons, ...machine });
    await saveMessage(deps.blobs, reference, message);
  };

const openedBy = (
  { command, reasons }: Opening,
  done: { readonly outcome: string; readonly case: Case },
): MailOutcome => {
  const outcome = command.quarantine ? 'quarantined' : 'opened';
  return { caseRef: done.case.id, outcome: done.outcome === 'duplicate' ? 'duplicate' : outcome, reasons };
};

/**
 * Open the case that other mails of the thread will look up. If another mail of the same author and
 * Message-ID has opened it already, route this mail as a further message with that case.
 */
async function openFirst(work: Work, opening: Opening, mail: ParsedMail): Promise<MailOutcome> {
  const { deps, origin } = work;
  const reference = await referenceFor(deps.keys, origin);
  const request = { ...trace(work), openCaseFrom: opening.command, before: keeping(work, opening, mail) };
  const done = await openCaseUnder({ store: deps.store, rules: work.rules }, reference, request);
  if (done) return openedBy(opening, done);
  const earlier = await loadNamedCase(deps.store, reference);
  const author = mail.from?.address.toLowerCase();
  // References are short enough that mails of two authors can derive the same one.
  const isTheirs = author !== undefined && earlier?.named.beneficiary.email?.toLowerCase() === author;
  if (!earlier || !isTheirs) return openAnew(work, opening, mail);
  // A message is stored only once. This one was already stored for the opening, so that it needs another id.
  return route({ ...work, cause: causeId(`${work.cause}#repeated`) }, mail, earlier);
}

/** Open a separate case for a mail. */
async function openAnew(work: Work, opening: Opening, mail?: ParsedMail): Promise<MailOutcome> {
  const { deps, rules } = work;
  const request = { ...trace(work), openCaseFrom: opening.command, before: keeping(work, opening, mail) };
  const done = await openCase({ store: deps.store, rules, keys: deps.keys }, request);
  return openedBy(opening, done);
}
