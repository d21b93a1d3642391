import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { mayReopen } from '#shared/domain/cases/decisions/change-status.ts';
import { isSetAside } from '#shared/domain/cases/set-aside.ts';
import { addressKey } from '#shared/domain/mail/address-key.ts';
import { decideMail, type MailDecision } from '#shared/domain/mail/decide-mail.ts';
import { type DepartmentWriter, isColleagueOnly } from '#shared/domain/mail/department-writer.ts';
import { helpAddressesOf } from '#shared/domain/mail/help-address.ts';
import { addressedTo } from '#shared/domain/mail/own-address.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { asksForNothing } from '#shared/domain/mail/thanks.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { readingStep } from './limited-reading.ts';
import type { MailSender } from './mail-sender.ts';
import { casesNamed } from './named-cases.ts';
import { departmentOf, isAnswered, type NamedCase, participantsOf } from './participants.ts';
import type { ReceivedMail } from './received-mail.ts';
import { type ReportedMail, sentMailNamed } from './reported-failures.ts';

/** The decision about a mail, and the cases it is about. */
export interface MailJudgement {
  readonly decision: MailDecision;
  readonly cases: readonly NamedCase[];
  /** Whether a person wrote it and asks for nothing. */
  readonly thanks: boolean;
  /** The case to append it to. */
  readonly target?: Case | undefined;
  /** The case to link a new one with. */
  readonly related?: string | undefined;
  /** The mail from Rida that it is a report about. */
  readonly reportsOn?: ReportedMail | undefined;
  /** The department whose words it is. */
  readonly speaker?: Speaker | undefined;
  /** It is stored without a clock: words of a department about a beneficiary whose data was erased. */
  readonly aside?: boolean;
}

/** The department that wrote, and whether its address is not proven. */
export interface Speaker extends DepartmentWriter {
  readonly unproven: boolean;
}

interface Deps {
  readonly store: Store;
  readonly keys: Keys;
}

/**
 * Messages of machines and of unproven departments that one case takes, among its newest changes. More are set aside
 * or open a case, because everybody can write them.
 */
const MOST_IDLE_MESSAGES = 30;
const NEWEST_CHANGES = 200;

async function isFull(store: Store, caseId: string): Promise<boolean> {
  const commits = await store.newestCommits('case', caseId, { limit: NEWEST_CHANGES });
  const idle = commits.filter(({ events }) =>
    events.some(
      ({ type, data }) =>
        (type === 'rida.message.received.v1' && data.automatic !== undefined) ||
        (type === 'rida.department.wrote.v1' && data.because === 'unproven'),
    ),
  );
  return idle.length >= MOST_IDLE_MESSAGES;
}

/** Thanks are stored on a case of any age, because they do not reopen it. */
const acceptsThanks = (supportCase: Case): boolean => !supportCase.erased && !isSetAside(supportCase);

/** Recipients at the centre's domain, which may be missing in the settings. */
const ownRecipients = ({ recipients }: ReceivedMail, helpAddress: string): string[] =>
  recipients.filter((one) => one.split('@').at(-1) === helpAddress.split('@').at(-1));

interface Spoken {
  readonly speaker: Speaker;
  readonly target: Case;
}

/**
 * Return the department for which a mail speaks, and the case that it is about. Its words are put on the case at any
 * time, also when the case is closed, and also when nothing proves its address: marked, and without an effect. The
 * mails of beneficiaries stay theirs.
 */
function spokenFor(
  {
    rules,
    mail,
    sender,
    decision,
  }: Pick<MailJudgement, 'decision'> & {
    readonly rules: Rules;
    readonly mail: ParsedMail;
    readonly sender: MailSender;
  },
  cases: readonly NamedCase[],
): Spoken | undefined {
  if (decision.action !== 'append' && decision.action !== 'open') return undefined;
  const address = sender.writer?.address ?? '';
  const chosen = cases.filter(
    ({ named }) => decision.reference === undefined || named.id === decision.reference,
  );
  for (const one of chosen) {
    const writer = departmentOf(one, mail, address, rules);
    const unproven = !sender.proven || decision.reasons.includes('dated-long-ago');
    // A colleague is known by the domain alone, which proves nothing when it is not confirmed.
    if (writer && !(unproven && isColleagueOnly(rules, address)))
      return { speaker: { ...writer, unproven }, target: one.surviving };
  }
  return undefined;
}

/**
 * Decide what a mail becomes, with the cases it names.
 * @param earlier the case opened by another mail of the same author and Message-ID
 */
export async function judgeMail(
  deps: Deps,
  { rules, received }: { readonly rules: Rules; readonly received: ReceivedMail },
  { mail, sender }: { readonly mail: ParsedMail; readonly sender: MailSender },
  earlier?: NamedCase,
): Promise<MailJudgement> {
  const { writer, automatic } = sender;
  const own = helpAddressesOf(rules.centre);
  const addressed = { mail, writer: writer?.address ?? '', recipients: received.recipients, own };
  const named = await casesNamed(deps, addressed);
  const repeated = earlier && {
    ...{ reference: earlier.named.id, source: 'message-id' as const, found: mail.messageId ?? '' },
  };
  const cases = [...named.cases, ...(earlier ? [earlier] : [])];
  const thanks = automatic === null && readingStep(mail, () => asksForNothing(mail));
  const reportsOn = automatic ? await sentMailNamed(deps.store, cases, mail) : undefined;
  const decision = decideMail({
    from: writer?.address ?? null,
    writtenFor: writer?.by === 'reply-to',
    dmarc: received.dmarc,
    automatic,
    defects: mail.defects,
    candidates: [...named.candidates, ...(repeated ? [repeated] : [])],
    cases: await Promise.all(
      cases.map(async (one) => ({
        reference: one.named.id,
        participants: [
          ...participantsOf(one.named, one.surviving),
          ...(departmentOf(one, mail, addressed.writer, rules) ? [addressKey(addressed.writer)] : []),
          ...((await isAnswered(deps.store, one, addressed.writer)) ? [addressKey(addressed.writer)] : []),
        ],
        acceptsMessages:
          isActive(one.surviving.status) ||
          mayReopen(one.surviving, { now: received.receivedAt, rules }) ||
          (thanks && acceptsThanks(one.surviving)),
      })),
    ),
    reportedOn: reportsOn?.caseRef,
    // The recipients of a mail that the sweep found are unknown.
    addressedToUs: received.swept
      ? undefined
      : addressedTo(mail, [...own, ...ownRecipients(received, rules.centre.helpAddress)]),
    daysOld: mail.date === null ? undefined : (received.receivedAt - mail.date) / DAY,
  });
  const spoken = automatic === null ? spokenFor({ rules, mail, sender, decision }, cases) : undefined;
  if (spoken && !(spoken.speaker.unproven && (await isFull(deps.store, spoken.target.id))))
    return spoken.target.erased
      ? { ...{ decision, cases, thanks }, aside: true }
      : { ...{ decision, cases, thanks }, ...spoken };
  const target = cases.find((one) => one.named.id === decision.reference)?.surviving;
  const isMachine = decision.action === 'feedback' || decision.action === 'own';
  const isTooMuch = target !== undefined && isMachine && (await isFull(deps.store, target.id));
  return {
    ...{ decision, cases, thanks, reportsOn },
    target: isTooMuch ? undefined : target,
    related: decision.linkedTo ?? cases[0]?.named.id,
  };
}
