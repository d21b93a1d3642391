import { createTransport } from 'nodemailer';
import type { Mailer, RefusedRecipient } from '#shared/ports/mailer.ts';
import { composeForSending } from '../mail/compose.ts';

/** The municipality's own mail relay. */
export interface SmtpRelay {
  readonly host: string;
  readonly port: number;
  /** `implicit` from the first byte (465), `starttls` demanded before anything is said (587), or none. */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly login?: { readonly user: string; readonly password: string };
}

/** The relay did not take the mail; `retryable` when it may take it later. */
export class RelayRefused extends Error {
  override readonly name = 'RelayRefused';
  readonly code = 'mail-relay-refused';
  readonly retryable: boolean;
  constructor(message: string, retryable: boolean, options?: ErrorOptions) {
    super(message, options);
    this.retryable = retryable;
  }
}

/** Only an answer of the 5xx class is final (RFC 5321 §4.2.1); silence and 4xx are not. */
const isFinal = (error: unknown): boolean => ((error as { responseCode?: number }).responseCode ?? 0) >= 500;

interface RecipientError {
  readonly recipient?: string;
  readonly response?: string;
}

/** X.1.x speaks of the address itself (RFC 3463 §3.2); a relay that refuses by its policy says 5.7.x. */
const NO_SUCH_MAILBOX = /^5\.1\.\d{1,3}$/u;

function refusedBy({ recipient = '', response = '' }: RecipientError): RefusedRecipient {
  const status = /^[45]\d\d[ -]#?([45]\.\d{1,3}\.\d{1,3})\b/u.exec(response)?.[1];
  return {
    address: recipient,
    permanent: status !== undefined && NO_SUCH_MAILBOX.test(status),
    ...(status !== undefined && { status }),
  };
}

/** Who was refused at `RCPT TO`, of a mail that others got or of one that failed. */
const refusals = (of: unknown): RefusedRecipient[] =>
  ((of as { rejectedErrors?: readonly RecipientError[] }).rejectedErrors ?? []).map(refusedBy);

export interface SmtpMailer extends Mailer {
  close(): void;
}

/**
 * Sends mails through an SMTP relay over a few kept connections. A recipient the relay refuses while
 * others get the mail is answered, not thrown: sending again would reach the others twice.
 *
 * @throws RelayRefused when the mail reached nobody and the fault is not the addresses'
 */
export function smtpMailer({ host, port, tls, login }: SmtpRelay): SmtpMailer {
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(login === undefined ? {} : { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    async send(mail) {
      const { from, to, raw } = await composeForSending(mail);
      const envelope = { from, to: [...to] };
      try {
        const info = await transport.sendMail({ envelope, raw: Buffer.from(raw) });
        const refused = refusals(info);
        return { providerId: info.response.slice(0, 200), ...(refused.length > 0 && { refused }) };
      } catch (error) {
        const refused = refusals(error);
        // That none of them exists is an answer. Anything else is for the relay, or for a person, to mend.
        if (refused.length === to.length && refused.every(({ permanent }) => permanent)) return { refused };
        throw new RelayRefused('the relay did not take the mail', !isFinal(error), { cause: error });
      }
    },
    close: () => transport.close(),
  };
}
