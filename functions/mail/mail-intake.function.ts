import * as z from 'zod';
import { sesReceipt } from '#events/inbound/ses-receipt.ts';
import { queueFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { queuedMail } from './queued-mail.ts';
import { type ReceiveDeps, receiveMail } from './receive-mail.ts';

/** SES publishes to SNS, and SNS wraps the receipt as text in its own envelope. */
const notification = z.object({ Message: z.string() }).transform(({ Message }, context) => {
  try {
    return sesReceipt.parse(JSON.parse(Message));
  } catch {
    context.addIssue({ code: 'custom', path: ['Message'], message: 'expected an SES receipt' });
    return z.NEVER;
  }
});

export interface MailIntakeFunctionDeps extends ReceiveDeps {
  /** Run the work when there is enough memory for the raw mail. Absent where each mail has its own memory. */
  whenItFits?<T>(rawKey: string, work: () => Promise<T>): Promise<T>;
}

export const mailIntakeFunction = queueFunction({
  name: 'mail/mail-intake',
  environment: environments['mail/mail-intake'],
  payload: queuedMail(z.union([notification, sesReceipt])),
  run: (deps: MailIntakeFunctionDeps, received) => {
    const receive = () => receiveMail(deps, received);
    return deps.whenItFits ? deps.whenItFits(received.rawKey, receive) : receive();
  },
  log: (logger, result) => {
    if (result.outcome !== 'kept') {
      const { caseRef, correlationId, outcome, reasons } = result;
      logger.info('mail-taken-in', 'A mail was processed.', {
        ...{ caseRef, correlationId, outcome, reasons: reasons.join(' ') },
      });
    } else if (result.suspect) {
      logger.info('mail-kept', 'A suspect mail to another address was kept.');
    } else {
      logger.warn('mail-for-administrator', 'A mail for the administrator of the domain was kept.');
    }
  },
});
