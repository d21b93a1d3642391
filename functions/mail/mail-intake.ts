import { createHash } from 'node:crypto';
import { referenceFor } from '#shared/application/open-case.ts';
import { wasProcessed } from '#shared/application/was-processed.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { sameAddress } from '#shared/domain/mail/address-key.ts';
import type { DecisionReason } from '#shared/domain/mail/decide-mail.ts';
import type { ParsedMail, UnreadableReason } from '#shared/domain/mail/parsed-mail.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { MailInbox } from '#shared/ports/mail-inbox.ts';
import type { MailReader } from '#shared/ports/mail-reader.ts';
import type { BlobStore, Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { OutOfTime } from '#shared/runtime/time-limit.ts';
import { judgeMail, type MailJudgement } from './judge-mail.ts';
import { readingStep } from './limited-reading.ts';
import { contentHash, identityOf, originOf } from './mail-identity.ts';
import { openingOf, quarantineOf } from './mail-opening.ts';
import { beneficiaryOf, type MailSender, senderOf } from './mail-sender.ts';
import { namedCase } from './named-cases.ts';
import type { NamedCase } from './participants.ts';
import { type ReceivedMail, withWrittenVerdicts } from './received-mail.ts';
import { recordFailedReport, recordReported } from './reported-failures.ts';
import {
  appendDepartmentMail,
  appendMail,
  type MailOutcome,
  type MailWork,
  openMail,
  openMailUnder,
} from './store-mail.ts';

export interface MailIntakeDeps extends MailReader {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly inbox: Pick<MailInbox, 'read' | 'done'>;
  readonly rules: RulesSource;
  readonly keys: Keys;
  readonly clock: Clock;
}

export type { MailOutcome } from './store-mail.ts';

/** A parsed mail and its sender. */
interface Mail extends MailWork {
  readonly mail: ParsedMail;
  readonly sender: MailSender;
  /** Seed of the reference of a case that this mail opens, so that its thread finds the case. */
  readonly origin: string;
}

const REPEATED = 'message-id-repeated';

/** Objections to a mail of a beneficiary. A department writes at any time. */
const NOT_OF_DEPARTMENTS: ReadonlySet<string> = new Set<DecisionReason>([
  'sender-not-a-participant',
  'case-not-open-to-messages',
]);

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
  const unread = async (reason: UnreadableReason): Promise<MailOutcome> => {
    const work = { deps, rules, received, cause: causeId(`raw:${hashes.bytes}`) };
    return openMail(work, quarantineOf(rules, received, reason, await envelopeSender(work)));
  };
  const mail = await deps.parseMail(bytes);
  if (mail.kind === 'unreadable') return unread(mail.reason);
  const judged = withWrittenVerdicts(received, mail);
  try {
    return await readAndRoute(deps, rules, judged, mail, hashes);
  } catch (error) {
    if (error instanceof OutOfTime) return unread('took-too-long');
    throw error;
  }
}

/** Determine the sender and the identity of a parsed mail, and route it. @throws OutOfTime */
async function readAndRoute(
  deps: MailIntakeDeps,
  rules: Rules,
  judged: ReceivedMail,
  mail: ParsedMail,
  hashes: { readonly bytes: string; readonly content: string },
): Promise<MailOutcome> {
  const sender = readingStep(mail, () => senderOf(rules, judged, mail));
  const author = { address: sender.writer?.address ?? '', proven: sender.proven };
  const identity = identityOf(mail.messageId, author, hashes);
  const work = { deps, rules, received: judged, mail, sender, ...identity };
  return route(work, await earlierOf(work));
}

/** Return the envelope sender as the beneficiary of an unreadable mail. */
function envelopeSender({ deps, rules, received, cause: mailId }: MailWork) {
  const { envelopeFrom } = received;
  const writer = envelopeFrom ? { name: '', address: envelopeFrom, by: 'from' as const } : null;
  return beneficiaryOf(deps.keys, rules.centre, { writer, proven: false }, { mailId });
}

/** Find the case of the proven author that an unproven sender claims to be, by Message-ID. */
async function earlierOf({ deps, mail, sender }: Mail): Promise<NamedCase | undefined> {
  const { writer, proven } = sender;
  if (proven || writer === null || mail.messageId === null) return undefined;
  const reference = await referenceFor(deps.keys, originOf(mail.messageId, writer.address, true));
  return theirs(await namedCase(deps.store, reference), writer.address);
}

/**
 * Accept the case only if it belongs to the author. The number of references is limited, so two authors can
 * get the same one.
 */
const theirs = (earlier: NamedCase | undefined, author: string): NamedCase | undefined => {
  const { email } = earlier?.named.beneficiary ?? {};
  return email !== undefined && sameAddress(email, author) ? earlier : undefined;
};

/**
 * Return the case to which an earlier delivery of this mail went. A repeated delivery belongs there, even if the
 * status of the case has changed.
 */
async function deliveredTo(
  { deps, cause }: MailWork,
  cases: readonly NamedCase[],
): Promise<Case | undefined> {
  for (const supportCase of new Set(cases.flatMap(({ named, surviving }) => [named, surviving]))) {
    if (await wasProcessed(deps.store, 'case', supportCase, cause)) return supportCase;
  }
  return undefined;
}

/**
 * Append a mail to the case it belongs to, or open one.
 * @param earlier the case opened by another mail of the same author and Message-ID
 */
async function route(work: Mail, earlier?: NamedCase): Promise<MailOutcome> {
  const { deps, received, mail, sender } = work;
  const judged = await judgeMail(deps, work, work, earlier);
  const before = await deliveredTo(work, judged.cases);
  if (before) return { caseRef: before.id, correlationId: work.cause, outcome: 'duplicate', reasons: [] };
  const { decision, target, thanks, reportsOn } = judged;
  if (decision.action === 'feedback' && target && reportsOn && mail.report)
    await recordReported({ ...deps, rules: work.rules }, reportsOn, mail.report, received.receivedAt);
  else if (mail.report) await recordFailedReport(deps.store, mail.report, received.receivedAt);
  const { speaker } = judged;
  if (target && speaker && !received.spam && !received.virus) {
    const reasons = [...decision.reasons.filter((one) => !NOT_OF_DEPARTMENTS.has(one)), 'department-wrote'];
    const appended = await appendDepartmentMail(work, mail, target, speaker, reasons);
    if (appended) return appended;
  } else if (target && !received.spam && !received.virus) {
    const isRepeated = earlier || target.lastMessageId === mail.messageId;
    const reasons = [...decision.reasons, ...(isRepeated ? [REPEATED] : [])];
    const { automatic, answerTo } = sender;
    const isBeneficiary = sameAddress(sender.writer?.address ?? '', target.beneficiary.email ?? '');
    // A repeated Message-ID may be a copy of the beneficiary's mail with a foreign Reply-To.
    const asks = isBeneficiary && !isRepeated && { answerTo: answerTo ?? null };
    const appending = { reasons, automatic, thanks, isBeneficiary, ...asks };
    const appended = await appendMail(work, mail, target, appending);
    if (appended) return appended;
  }
  return open(work, judged, earlier);
}

/**
 * Open a case for a mail. If another mail of the same author and Message-ID already has the case of this
 * thread, append the mail to that case.
 */
async function open(work: Mail, judged: MailJudgement, earlier?: NamedCase): Promise<MailOutcome> {
  const { deps, rules, received, mail, sender, origin } = work;
  const { action } = judged.decision;
  const isFeedback = action === 'feedback' || action === 'own' || judged.aside === true;
  const { answerTo } = sender;
  const options = { mailId: work.cause, isFeedback, answerTo };
  const beneficiary = await beneficiaryOf(deps.keys, rules.centre, sender, options);
  const why = {
    ...{
      decision: judged.decision,
      automatic: sender.automatic,
      related: judged.related,
      aside: judged.aside,
    },
    remarks: [...(earlier ? [REPEATED] : []), ...(judged.aside ? ['department-after-erasure'] : [])],
  };
  const opening = readingStep(mail, () => openingOf(rules, received, mail, beneficiary, why));
  // A mail that is set aside starts no thread.
  if (earlier || opening.setAside) return openMail(work, opening, mail);
  const reference = await referenceFor(deps.keys, origin);
  const done = await openMailUnder(work, reference, opening, mail);
  if (done) return done;
  const found = theirs(await namedCase(deps.store, reference), sender.writer?.address ?? '');
  if (!found) return openMail(work, opening, mail);
  // A message is stored once. This one is already stored as an opening, so it needs an id of its own.
  return route({ ...work, cause: causeId(`${work.cause}#repeated`) }, found);
}
