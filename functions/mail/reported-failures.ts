import { type FailedMail, recordMailFailure } from '#shared/application/record-mail-failure.ts';
import { recordReportFailure } from '#shared/application/report-mails.ts';
import { sameMailbox } from '#shared/domain/mail/address-key.ts';
import type { MailReport } from '#shared/domain/mail/mail-report.ts';
import { ownTokenOf } from '#shared/domain/mail/own-address.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Effect, Store } from '#shared/ports/store.ts';
import type { NamedCase } from './participants.ts';

/** A mail that the centre sent, and the case it was about. */
export interface ReportedMail {
  readonly caseRef: string;
  readonly effect: Effect;
}

/** Return true when the id is the Message-ID of a mail from Rida, or the id that SES replaced it with. */
const names = (id: string, { token, providerId, withheld }: Effect): boolean =>
  withheld === undefined && (token === id || (providerId !== undefined && id.startsWith(`<${providerId}@`)));

/** SES replaces Message-IDs. Reports with its ids arrive soon, so they are about one of the newest mails. */
const NEWEST = 100;

/** Find the mail from Rida that a report names by its Message-ID. Only its recipients have that id. */
export async function sentMailNamed(
  store: Store,
  cases: readonly NamedCase[],
  { report, messageId, inReplyTo }: ParsedMail,
): Promise<ReportedMail | undefined> {
  const id = report ? (report.originalMessageId ?? inReplyTo) : messageId;
  if (id === null) return undefined;
  const own = ownTokenOf(id);
  for (const { named } of cases) {
    const kept = own === undefined ? undefined : await store.effect('case', named.id, own);
    const effects = kept ? [kept] : await store.newestEffects(named.id, { limit: NEWEST });
    const effect = effects.find((one) => names(id, one));
    if (effect) return { caseRef: named.id, effect };
  }
  return undefined;
}

/**
 * Read the failure out of a report. Every recipient of the mail can write such a report. Mark an address as
 * permanently failing only when the mail had one recipient and the report names it, or names no address. A complaint
 * by mail marks no address.
 */
function failureIn(
  { kind, recipients, disposition, unnamed }: MailReport,
  { to, copies = 0 }: Effect,
): Pick<FailedMail, 'reason' | 'permanent' | 'status'> | undefined {
  if (kind === 'abuse')
    return disposition === 'not-spam' ? undefined : { reason: 'complained', permanent: false };
  if (kind !== 'delivery') return undefined;
  const failed = recipients.filter(({ action }) => action === 'failed');
  const own = failed.find(({ address }) => sameMailbox(address, to));
  // A report that names no address is about the one recipient of the mail that it quotes.
  const quoted = unnamed?.action === 'failed' ? { ...unnamed, address: to } : undefined;
  const one = own ?? failed[0] ?? quoted;
  if (!one) return undefined;
  const { status } = one;
  return {
    reason: 'bounced',
    permanent: (own ?? quoted) !== undefined && copies === 0 && status.startsWith('5'),
    ...(status !== '' && { status }),
  };
}

/** Record the failure in a received report (RFC 3464, RFC 5965) on the case of the mail. */
export async function recordReported(
  { store, rules, clock }: { store: Store; rules: Rules; clock: Clock },
  { caseRef, effect }: ReportedMail,
  report: MailReport,
  at: number,
): Promise<void> {
  const failure = failureIn(report, effect);
  if (!failure) return;
  const { id: message, to } = effect;
  const failed = { caseRef, message, to, ...failure, byMail: true, at } as const;
  await recordMailFailure({ store, rules }, failed, clock.now());
}

/** Record the failure of a report of the figures, which a received delivery report names by its Message-ID. */
export async function recordFailedReport(
  store: Store,
  { kind, recipients, unnamed, originalMessageId }: MailReport,
  at: number,
): Promise<void> {
  const mailId = originalMessageId === null ? undefined : ownTokenOf(originalMessageId);
  const isFailure = [...recipients, ...(unnamed ? [unnamed] : [])].some(({ action }) => action === 'failed');
  if (kind === 'delivery' && isFailure && mailId !== undefined)
    await recordReportFailure(store, { mailId, at });
}
