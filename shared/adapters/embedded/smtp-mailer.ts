import { createTransport } from 'nodemailer';
import type { WaitReason } from '#shared/domain/mail/delivery-wait.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { Mailer, RefusedRecipient } from '#shared/ports/mailer.ts';
import { SendingFailure } from '#shared/ports/sending-failure.ts';
import { composeForSending } from '../mail/compose.ts';
import { relaySockets } from './relay-sockets.ts';

/** The municipality's own mail relay. */
export interface SmtpRelay {
  readonly host: string;
  readonly port: number;
  /** `implicit` TLS from the first byte (465), required `starttls` (587), or none. */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly login?: { readonly user: string; readonly password: string };
}

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly syscall?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

/** Errors before the relay could have taken the mail: name, TLS, login. */
const BEFORE_THE_MAIL = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EPROXY']);

/**
 * Return why the relay did not confirm a mail. Only a 5xx reply is permanent (RFC 5321 §4.2.1), and one to the
 * connection is about the relay, not about the mail. An error without a reply, after the greeting, leaves open
 * whether the relay has the mail.
 */
function reasonOf(error: unknown): WaitReason {
  const { code = '', command, syscall, responseCode, message = '' } = error as SmtpError;
  if (responseCode !== undefined) {
    if (command === 'CONN') return 'unreachable';
    return responseCode >= 500 ? 'rejected' : 'busy';
  }
  const hadNoGreeting =
    syscall === 'connect' ||
    command === undefined ||
    /^(?:Greeting|Invalid greeting|Connection timeout)/u.test(message);
  return hadNoGreeting || BEFORE_THE_MAIL.has(code) ? 'unreachable' : 'unconfirmed';
}

interface RecipientError {
  readonly recipient?: string;
  readonly response?: string;
}

/** X.1.x means the address itself (RFC 3463 §3.2). A relay that rejects by policy uses 5.7.x. */
const NO_SUCH_MAILBOX = /^5\.1\.\d{1,3}$/u;
/** The syntax of the address is refused, by a relay without enhanced codes (RFC 5321 §4.2.3). */
const WRONG_SYNTAX = /^(?:501|553)\b/u;

function refusedBy({ recipient = '', response = '' }: RecipientError): RefusedRecipient {
  const status = /^[45]\d\d[ -]#?([45]\.\d{1,3}\.\d{1,3})\b/u.exec(response)?.[1];
  return {
    address: recipient,
    permanent: status === undefined ? WRONG_SYNTAX.test(response) : NO_SUCH_MAILBOX.test(status),
    ...(status !== undefined && { status }),
  };
}

/** Return the recipients that were refused at `RCPT TO`, of a sent or a failed mail. */
const refusals = (of: unknown): RefusedRecipient[] =>
  ((of as { rejectedErrors?: readonly RecipientError[] }).rejectedErrors ?? []).map(refusedBy);

/** How long a relay may be silent, and how long a mail may take, milliseconds. */
interface RelayPatience {
  readonly greetingMs?: number;
  readonly silentMs?: number;
  /** A relay that answers in drops is never silent. The largest mail takes a few minutes. */
  readonly longestMs?: number;
}

export interface SmtpMailer extends Mailer {
  close(): void;
}

/**
 * Compose mails and send them through an SMTP relay over a few pooled connections. When the relay refuses
 * one recipient and accepts others, return the refusal instead of throwing: a retry would send to the others
 * twice.
 * @throws SendingFailure when no recipient was accepted, unless none of the addresses exists
 */
export function smtpMailer(
  { host, port, tls, login }: SmtpRelay,
  { greetingMs = 10_000, silentMs = 30_000, longestMs = 10 * MINUTE }: RelayPatience = {},
): SmtpMailer {
  const sockets = relaySockets({ host, port }, greetingMs);
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    // Only for a pooled connection that the relay closed before a byte of the mail was sent.
    maxRequeues: 1,
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(login === undefined ? {} : { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: greetingMs,
    greetingTimeout: greetingMs,
    socketTimeout: silentMs,
    getSocket: (_options: unknown, callback: Parameters<typeof sockets.open>[0]) => sockets.open(callback),
  });
  return {
    async send(mail) {
      const { from, to, raw } = await composeForSending(mail);
      const envelope = { from, to: [...to] };
      // A mail that shares the relay fails with it, and is tried again.
      const tooLong = setTimeout(sockets.end, longestMs);
      try {
        const info = await transport.sendMail({ envelope, raw: Buffer.from(raw) });
        const refused = refusals(info);
        return { providerId: info.response.slice(0, 200), ...(refused.length > 0 && { refused }) };
      } catch (error) {
        const refused = refusals(error);
        // If no address exists, return the refusals. Any other failure needs a retry or a person.
        if (refused.length === to.length && refused.every(({ permanent }) => permanent)) return { refused };
        const reason = reasonOf(error);
        throw new SendingFailure(reason, `the relay did not confirm the mail (${reason})`, { cause: error });
      } finally {
        clearTimeout(tooLong);
      }
    },
    close: () => transport.close(),
  };
}
