import * as z from 'zod';
import type { SesReceipt } from '#events/inbound/ses-receipt.ts';
import type { WaitingMail } from '#shared/ports/mail-inbox.ts';
import { fromReceipt, fromSweep } from './received-mail.ts';

/** A message that the sweep queues. Only the mail is known; the receipt is lost. */
export interface SweptMail {
  readonly swept: WaitingMail;
}

const swept = z.object({ swept: z.object({ rawKey: z.string().min(1), receivedAt: z.number() }) });

/** A message in the queue of received mail: a receipt in the given form, or a mail found by the sweep. */
export const queuedMail = <S extends z.ZodType<SesReceipt>>(receipt: S) =>
  z.union([receipt.transform(fromReceipt), swept.transform(({ swept: mail }) => fromSweep(mail))]);
