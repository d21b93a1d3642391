import { type FailedMail, recordMailFailure } from '#shared/application/record-mail-failure.ts';
import type { MailReport } from '#shared/domain/mail/mail-report.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Effect, Store } from '#shared/ports/store.ts';

/** The mail of ours a report speaks of: by our Message-ID, or by that which SES put in its place. */
const reportedOn = (effects: readonly Effect[], id: string): Effect | undefined =>
  effects.find(
    ({ token, providerId }) => token === id || (providerId !== undefined && id.startsWith(`<${providerId}@`)),
  );

/**
 * What a report says of the address we wrote to. Anybody can write a report: it counts only when it names a
 * mail that we sent, which nobody knows but its receiver, and its verdict on the address only when it
 * names that very address and not one it was passed on to.
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

/** Records on a case what a report received by mail (RFC 3464, RFC 5965) says of a mail of ours. */
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
