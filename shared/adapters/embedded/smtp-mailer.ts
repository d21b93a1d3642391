import { createTransport } from 'nodemailer';
import type { Mailer } from '#shared/ports/outside.ts';

/** The municipality's own mail relay. */
export interface SmtpRelay {
  readonly host: string;
  readonly port: number;
  /** `implicit` from the first byte (465), `starttls` demanded before anything is said (587), or none. */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly login?: { readonly user: string; readonly password: string };
}

/** The relay did not take the mail for every recipient; `retryable` when it may take it later. */
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

export interface SmtpMailer extends Mailer {
  close(): void;
}

/** Sends finished mails through an SMTP relay over a few kept connections. @throws RelayRefused */
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
    async send({ from, to, raw }) {
      const envelope = { from, to: [...to] };
      const info = await transport.sendMail({ envelope, raw: Buffer.from(raw) }).catch((error: unknown) => {
        throw new RelayRefused('the relay did not take the mail', !isFinal(error), { cause: error });
      });
      if (info.rejected.length > 0) throw new RelayRefused('the relay refused a recipient', false);
      return { providerId: info.response.slice(0, 200) };
    },
    close: () => transport.close(),
  };
}
