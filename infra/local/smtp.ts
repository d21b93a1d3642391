import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { purposeOf } from '#shared/domain/mail/help-address.ts';
import type { MailSpool } from './mail/mail-spool.ts';
import type { AcceptedMail } from './mail/receipt.ts';
import { portFailure } from './start-failure.ts';

/** The same limit as SES. */
export const LARGEST_MAIL = 40_000_000;
const HOST = '127.0.0.1';

export interface SmtpOptions {
  readonly port: number;
  readonly spool: MailSpool;
  /** Return the help addresses. Mail is accepted for them, and for the administrator of their domains. */
  helpAddresses(): Promise<readonly string[]>;
  /** Process a mail that is stored on disk. When this resolves, the client receives 250. */
  accept(mail: Omit<AcceptedMail, 'at'>): Promise<void>;
  onError(error: unknown): void;
  readonly maxClients?: number;
  /** Milliseconds of inactivity before a client is disconnected. */
  readonly patience?: number;
  /** The maximum duration of a session in milliseconds. */
  readonly longestSession?: number;
}

export interface SmtpPort {
  readonly port: number;
  /** Stop accepting mail. Active sessions have a short time to finish. */
  close(): Promise<void>;
}

const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

async function store(stream: SMTPServerDataStream, spool: MailSpool): Promise<string> {
  const mail = spool.receive();
  try {
    for await (const chunk of stream) if (!stream.sizeExceeded) await mail.write(chunk as Uint8Array);
    if (stream.sizeExceeded) throw refusal(552, '5.3.4 The message is larger than 40 MB');
    return await mail.keep();
  } catch (error) {
    await mail.drop();
    throw error;
  }
}

/**
 * Listen for mail on this computer (RFC 5321). Reply 250 only after the mail and its queue message are synced
 * to disk. Until then, the client keeps the mail and retries.
 * @throws StartFailure when the port is in use
 */
export async function listenForMail(options: SmtpOptions): Promise<SmtpPort> {
  const { spool, helpAddresses, accept, onError, patience = 60_000, longestSession = 15 * 60_000 } = options;
  const timers = new Map<string, NodeJS.Timeout>();

  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const { mailFrom, rcptTo } = session.envelope;
    const rawKey = await store(stream, spool);
    const sender = mailFrom === false ? '' : mailFrom.address;
    await accept({ rawKey, sender, recipients: rcptTo.map(({ address }) => address) });
  };

  const server = new SMTPServer({
    name: 'rida.localhost',
    banner: 'Rida',
    size: LARGEST_MAIL,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    maxClients: options.maxClients ?? 50,
    // A server takes at least 100 (RFC 5321 §4.5.3.1.8).
    maxRecipients: 100,
    socketTimeout: patience,
    closeTimeout: 2_000,
    onConnect(session, done) {
      const cut = (): void => {
        for (const connection of server.connections)
          if (connection.session.id === session.id) connection.close();
      };
      timers.set(session.id, setTimeout(cut, longestSession).unref());
      done();
    },
    onClose(session) {
      clearTimeout(timers.get(session.id));
      timers.delete(session.id);
    },
    onRcptTo({ address }, _session, done) {
      helpAddresses().then(
        (help) =>
          done(
            purposeOf(address, help) === 'unknown'
              ? refusal(550, '5.1.1 Mail is accepted only for the help address')
              : null,
          ),
        (error: unknown) => {
          onError(error);
          done(refusal(451, '4.3.0 Temporary failure; please try again shortly'));
        },
      );
    },
    onData(stream, session, done) {
      take(stream, session).then(
        () => done(null, 'Accepted and stored'),
        (error: Error & { responseCode?: number }) => {
          if (error.responseCode !== undefined) return done(error);
          onError(error);
          done(refusal(451, '4.3.0 The mail could not be stored; please try again shortly'));
        },
      );
    },
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(portFailure('smtp-port', options.port, cause)));
    server.listen(options.port, HOST, resolve);
  });
  server.removeAllListeners('error');
  // A broken connection of a client is not an error of the centre.
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') onError(error);
  });

  return {
    port: (server.server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
