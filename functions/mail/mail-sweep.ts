import { HOUR } from '#shared/domain/time/instant.ts';
import type { MailInbox } from '#shared/ports/mail-inbox.ts';
import type { Clock, WorkQueue } from '#shared/ports/outside.ts';
import type { SweptMail } from './queued-mail.ts';

export interface MailSweepDeps {
  readonly inbox: Pick<MailInbox, 'waiting'>;
  readonly receivedQueue: WorkQueue<SweptMail>;
  readonly clock: Clock;
  /** Mails handed on in one run at most. */
  readonly most?: number;
}

/** A mail becomes a case within seconds; after so long nobody is on their way to it. */
const FORGOTTEN_AFTER = 6 * HOUR;
/** The next run goes on with what is left. */
const MOST = 1_000;

/**
 * Hands on the accepted mail that nobody took in: the news of it was lost, or its tries were used up. A
 * mail that is in work after all becomes the same case, whoever is first.
 *
 * @returns how many were found
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
