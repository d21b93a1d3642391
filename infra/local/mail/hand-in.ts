import { createTransport } from 'nodemailer';

/** A mail to the centre, written in a form. */
export interface WrittenMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly inReplyTo?: string;
  readonly messageId?: string;
  /** When it was written; now, if absent. A second delivery of a mail has the date of the first. */
  readonly date?: Date;
  /** The complete mail. If present, the fields above are not used to compose one. */
  readonly raw?: Uint8Array;
}

/** Send a mail to an SMTP port of this computer. The promise resolves after the reply 250. */
export async function handIn(port: number, mail: WrittenMail): Promise<void> {
  const { from, to, subject, text, inReplyTo, messageId, date, raw } = mail;
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  const answers = inReplyTo === undefined ? {} : { inReplyTo, references: [inReplyTo] };
  const composed = {
    from,
    to,
    subject,
    text,
    ...answers,
    ...(messageId !== undefined && { messageId }),
    ...(date && { date }),
  };
  try {
    await transport.sendMail({
      envelope: { from: from.address, to: [to] },
      ...(raw === undefined ? composed : { raw: Buffer.from(raw) }),
    });
  } finally {
    transport.close();
  }
}
