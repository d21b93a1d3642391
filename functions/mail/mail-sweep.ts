import { HOUR } from '#shared/domain/time/instant.ts';
import type { MailInbox } from '#shared/ports/mail-inbox.ts';
import type { Clock, WorkQueue } from '#shared/ports/outside.ts';
import type { SweptMail } from './queued-mail.ts';

export interface MailSweepDeps {
  readonly inbox: Pick<MailInbox, 'waiting'>;
  readonly receivedQueue: WorkQueue<SweptMail>;
  readonly clock: Clock;
  /** The maximum number of mails to queue in one run. */
  readonly most?: number;
}

/** A mail usually becomes a case within seconds. After this time, its message was lost or failed. */
const FORGOTTEN_AFTER = 6 * HOUR;
/** The next run continues with the rest. */
const MOST = 1_000;

/**
 * Queue received mails again that did not become cases: the notification was lost, or all retries failed. A
 * mail that is processed twice becomes the same case.
 *
 * @returns the number of mails
 */
export async function sweepMail({
  inbox,
  receivedQueue,
  clock,
  most = MOST,
}: MailSweepDeps): Promise<number> {
  const found = await inbox.waiting(clock.now() - FORGOTTEN_AFTER, most);
  if (found.length > 0) await receivedQueue.send(found.map((swept) => ({ swept })));
  return found.length;
}
