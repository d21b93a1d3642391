import type { Mailer } from '#shared/ports/mailer.ts';
import { pacedMailer } from '../mail/paced-mailer.ts';
import { sesClient, sqsClient } from './clients.ts';
import { sesLargeMail } from './ses-large-mail.ts';
import { sesMailer } from './ses-mailer.ts';
import { sqsPostpone } from './sqs-postpone.ts';

/** The environment of a function that sends mail. */
export interface MailEnv {
  readonly REGION: string;
  readonly CONFIGURATION_SET: string;
  readonly MAILS_PER_SECOND: number;
}

/** Well below the timeout of the sending functions. */
const PATIENCE_MS = 15_000;

/** Build a mailer for SES, within this process's share of the account's rate. */
export function deployedMailer({ REGION: region, CONFIGURATION_SET, MAILS_PER_SECOND }: MailEnv): Mailer {
  const client = sesClient(region);
  return pacedMailer(sesMailer(client, CONFIGURATION_SET, sesLargeMail({ region, client })), {
    perSecond: MAILS_PER_SECOND,
    patienceMs: PATIENCE_MS,
  });
}

/** Return the queue option that hides messages until sending is possible again. */
export const keepForLater = ({
  REGION,
}: Pick<MailEnv, 'REGION'>): { postpone: ReturnType<typeof sqsPostpone> } => ({
  postpone: sqsPostpone(sqsClient(REGION)),
});
