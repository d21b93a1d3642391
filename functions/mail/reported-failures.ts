import { type FailedMail, recordMailFailure } from '#shared/application/record-mail-failure.ts';
import type { MailReport } from '#shared/domain/mail/mail-report.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Effect, Store } from '#shared/ports/store.ts';

/** Return the sent mail to which a report refers: by our Message-ID, or by the one SES replaced it with. */
const reportedOn = (effects: readonly Effect[], id: string): Effect | undefined =>
  effects.find(
    ({ token, providerId }) => token === id || (providerId !== undefined && id.startsWith(`<${providerId}@`)),
  );

/**
 * Return the failure that a report describes. Anyone can send a report. It counts only when it names a mail
 * that we sent, whose id only its recipient has. Its verdict on the address counts only when it names the
 * same address, not a forwarding address.
 */
function failureIn(
  { kind, recipients, disposition }: MailReport,
  { to }: Effect,
): Pick<FailedMail, 'reason' | 'permanent' | 'status'> | undefined {
  if (kind === 'abuse')
    return disposition === 'not-spam' ? undefined : { reason: 'complained', permanent: true };
  const failed = recipients.filter(({ action }) => action === 'failed');
  const own = failed.find(({ address }) => address.toLowerCase() === to.toLowerCase());
  const one = own ?? failed[0];
  if (kind !== 'delivery' || !one) return undefined;
  const { status } = one;
  return {
    reason: 'bounced',
    permanent: own !== undefined && status.startsWith('5'),
    ...(status !== '' && { status }),
  };
}

/** Record the failure in a received report (RFC 3464, RFC 5965) on the case of the mail. */
export async function recordReported(
  { store, rules, clock }: { store: Store; rules: Rules; clock: Clock },
  caseRef: string,
  report: MailReport,
  at: number,
): Promise<void> {
  const { originalMessageId } = report;
  if (originalMessageId === null) return;
  const effect = reportedOn(await store.effects('case', caseRef), originalMessageId);
  const failure = effect && failureIn(report, effect);
  if (!effect || !failure) return;
  const { id: message, to } = effect;
  await recordMailFailure({ store, rules }, { caseRef, message, to, ...failure, at }, clock.now());
}
