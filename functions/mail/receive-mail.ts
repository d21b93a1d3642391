import { helpAddressesOf, isForHelp } from '#shared/domain/mail/help-address.ts';
import type { MailInbox } from '#shared/ports/mail-inbox.ts';
import { ingestMail, type MailIntakeDeps, type MailOutcome } from './mail-intake.ts';
import type { ReceivedMail } from './received-mail.ts';

export interface ReceiveDeps extends MailIntakeDeps {
  readonly inbox: Pick<MailInbox, 'read' | 'done' | 'keep'>;
  /** The help address of the deployment. Mail to it becomes cases even if the settings name another one. */
  readonly deployedAddress?: string | undefined;
}

/** A mail that was kept for the administrator of the domain. `suspect`: spam, or a mail with a virus. */
export interface KeptForAdministrator {
  readonly outcome: 'kept';
  readonly suspect: boolean;
}

/**
 * Make a case of a mail to a help address. Keep mail to any other address for the administrator of the domain:
 * agents must not see it, for example the mails with which certificate authorities check who owns a domain.
 */
export async function receiveMail(
  deps: ReceiveDeps,
  received: ReceivedMail,
): Promise<MailOutcome | KeptForAdministrator> {
  const { centre } = await deps.rules.current();
  const { deployedAddress } = deps;
  const help = [...helpAddressesOf(centre), ...(deployedAddress === undefined ? [] : [deployedAddress])];
  if (isForHelp(received.recipients, help)) return ingestMail(deps, received);
  await deps.inbox.keep(received);
  return { outcome: 'kept', suspect: received.spam || received.virus };
}
