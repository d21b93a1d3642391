import { createHash } from 'node:crypto';
import type { Actor } from '#events/vocabulary.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { openCase, referenceFor } from '#shared/application/open-case.ts';
import { standingCase } from '#shared/application/standing-case.ts';
import { type Beneficiary, type Case, isActive } from '#shared/domain/cases/case.ts';
import type { Command } from '#shared/domain/cases/command.ts';
import { mayReopen } from '#shared/domain/cases/decisions/contact.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import { type Automatic, automaticKind } from '#shared/domain/mail/automatic.ts';
import { decide, type MailDecision } from '#shared/domain/mail/decide.ts';
import type { ParsedMail, Unreadable } from '#shared/domain/mail/parsed-mail.ts';
import { findReferences, type ReferenceCandidate } from '#shared/domain/mail/threading.ts';
import { whatItSays } from '#shared/domain/mail/what-it-says.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { MailInbox } from '#shared/ports/mail-inbox.ts';
import type { BlobStore, Clock, Keys, RulesSource } from '#shared/ports/outside.ts';
import { hasProcessed } from '#shared/ports/processed-causes.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { keptMessage } from './kept-message.ts';
import { type Opening, openingOf, quarantineOf } from './mail-opening.ts';
import { answeredRequest, type NamedCase, participantsOf } from './participants.ts';
import { type ReceivedMail, withWrittenVerdicts } from './received-mail.ts';
import { recordReported } from './reported-failures.ts';

export interface MailIntakeDeps {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly inbox: Pick<MailInbox, 'read' | 'done'>;
  readonly rules: RulesSource;
  readonly keys: Keys;
  readonly clock: Clock;
  parseMail(raw: Uint8Array): Promise<ParsedMail | Unreadable>;
}

/** What became of a mail, for the log; the reasons stand on the case too. */
export interface MailOutcome {
  readonly caseRef: string;
  readonly outcome: 'opened' | 'appended' | 'quarantined' | 'duplicate';
  readonly reasons: readonly string[];
}

/** One delivery in work: everything the steps below pass along. */
interface Work {
  readonly deps: MailIntakeDeps;
  readonly rules: Rules;
  readonly received: ReceivedMail;
  readonly cause: string;
}

const CANDIDATES = 5;

/** The mail's own identity: the same message delivered twice is the same cause. */
const causeOf = (messageId: string, from: string): string =>
  causeId(`mail:${messageId}\n${from.toLowerCase()}`);

/**
 * An accepted mail becomes a case, or a message of the case it belongs to. Nothing it contains makes
 * this fail: what no machine can read is a case for a person. Throws only when a store is out of reach,
 * and then the mail comes again.
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
  const fingerprint = createHash('sha256').update(bytes).digest('hex');
  const mail = await deps.parseMail(bytes);
  if (mail.kind === 'unreadable') {
    const work = { deps, rules, received, cause: causeId(`raw:${fingerprint}`) };
    return openCaseFrom(work, quarantineOf(rules, received, mail.reason, await beneficiaryOf(work)));
  }
  const cause = causeOf(mail.messageId ?? fingerprint, mail.from?.address ?? '');
  return route({ deps, rules, received: withWrittenVerdicts(received, mail), cause }, mail);
}

/** Who wrote, as far as can be known: the author, or for an unreadable mail the envelope's sender. */
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

async function route(work: Work, mail: ParsedMail): Promise<MailOutcome> {
  const { deps, rules, received } = work;
  const { helpAddress } = rules.centre;
  const automatic = automaticKind(mail.headers, {
    ...whatItSays(mail),
    sender: received.envelopeFrom,
    ownAddresses: [helpAddress],
    ownMessageIdDomain: helpAddress.split('@')[1] ?? '',
  });
  const { candidates, cases } = await casesNamed(work, mail);
  // A delivery that comes again belongs where the first one went, however the case has moved on since.
  const supportCase = cases
    .flatMap(({ named, standing }) => [named, standing])
    .find((one) => hasProcessed(one, work.cause));
  if (supportCase) return { caseRef: supportCase.id, outcome: 'duplicate', reasons: [] };
  const decision = decide({
    from: mail.from?.address ?? null,
    dmarc: received.dmarc,
    automatic,
    defects: mail.defects,
    candidates,
    cases: cases.map(({ named, standing }) => ({
      reference: named.id,
      participants: participantsOf(named, standing, rules),
      acceptsMessages: isActive(standing.status) || mayReopen(standing, { now: received.receivedAt, rules }),
    })),
  });
  // A report about a mail of ours, or our own mail come back, is recorded on the case it speaks of.
  const spokenOf =
    decision.action === 'feedback' || decision.action === 'own' ? cases[0]?.named.id : undefined;
  if (decision.action === 'feedback' && spokenOf !== undefined && mail.report)
    await recordReported({ ...deps, rules }, spokenOf, mail.report, received.receivedAt);
  const reference = decision.reference ?? spokenOf;
  const target = cases.find(({ named }) => named.id === reference)?.standing;
  if (target && !received.spam && !received.virus) {
    const appended = await append(work, mail, target, decision, automatic);
    if (appended) return appended;
  }
  const related = decision.linkedTo ?? cases[0]?.named.id;
  const opening = openingOf(rules, received, mail, await beneficiaryOf(work, mail), {
    decision,
    automatic,
    related,
  });
  return openCaseFrom(work, opening, mail);
}

/**
 * The cases a mail may belong to: those it names, or else those that mails of its thread began. The
 * references of the latter derive from the Message-IDs and the author.
 */
async function casesNamed(
  { deps, rules, received }: Work,
  mail: ParsedMail,
): Promise<{ candidates: readonly ReferenceCandidate[]; cases: readonly NamedCase[] }> {
  const { helpAddress } = rules.centre;
  const { inReplyTo, references, from } = mail;
  const author = from?.address ?? '';
  const thread = new Set([inReplyTo ?? '', references[0] ?? '', ...references.slice(-2)].filter(Boolean));
  const derived = await Promise.all(
    [...thread].map(async (id) => [id, await referenceFor(deps.keys, causeOf(id, author))] as const),
  );
  const find = (knownMessageIds: ReadonlyMap<string, string>) =>
    findReferences(
      { ...mail, recipients: received.recipients },
      {
        ownAddresses: [helpAddress],
        ownMessageIdDomain: helpAddress.split('@')[1] ?? '',
        knownMessageIds,
        parseReference: (text) => parseReference(text) ?? null,
      },
    ).slice(0, CANDIDATES);
  const named = find(new Map());
  const cases = await loadAll(deps, named);
  if (cases.length > 0 || derived.length === 0) return { candidates: named, cases };
  const candidates = find(new Map(derived));
  return { candidates, cases: await loadAll(deps, candidates) };
}

async function loadAll(
  { store }: MailIntakeDeps,
  candidates: readonly ReferenceCandidate[],
): Promise<NamedCase[]> {
  const found = await Promise.all(
    candidates.map(async ({ reference }) => {
      const named = await store.load('case', reference);
      return named && { named, standing: await standingCase(store, named) };
    }),
  );
  return found.filter((loadedCase) => loadedCase !== undefined);
}

/** Appends the mail to a case; undefined when the case takes no more and a new one must be opened. */
async function append(
  work: Work,
  mail: ParsedMail,
  target: Case,
  { reasons }: MailDecision,
  automatic: Automatic | null,
): Promise<MailOutcome | undefined> {
  const { deps, rules, received, cause } = work;
  const { id: caseRef } = target;
  const machine = automatic === null ? {} : { automatic: automatic.kind };
  await saveMessage(
    deps.blobs,
    caseRef,
    await keptMessage(deps.blobs, caseRef, cause, received, mail, { reasons, ...machine }),
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

async function openCaseFrom(
  work: Work,
  { command, reasons }: Opening,
  mail?: ParsedMail,
): Promise<MailOutcome> {
  const { deps, rules, received, cause } = work;
  const machine = command.automatic === undefined ? {} : { automatic: command.automatic };
  const keep = async (reference: string): Promise<void> => {
    if (!mail) return;
    const message = await keptMessage(deps.blobs, reference, cause, received, mail, { reasons, ...machine });
    await saveMessage(deps.blobs, reference, message);
  };
  const done = await openCase(
    { store: deps.store, rules, keys: deps.keys },
    { ...trace(work), openCaseFrom: command, before: keep },
  );
  const outcome = command.quarantine ? 'quarantined' : 'opened';
  return { caseRef: done.case.id, outcome: done.outcome === 'duplicate' ? 'duplicate' : outcome, reasons };
}
