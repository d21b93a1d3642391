import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { MailSpool } from './mail/mail-spool.ts';
import type { AcceptedMail } from './mail/receipt.ts';
import { portFailure } from './start-failure.ts';

/** What SES accepts too. */
export const LARGEST_MAIL = 40_000_000;
const HOST = '127.0.0.1';

export interface SmtpOptions {
  readonly port: number;
  readonly spool: MailSpool;
  /** The address mail is taken for, with or without `+anything`. */
  helpAddress(): Promise<string>;
  /** Takes over a mail that is on disk; once this resolves the client is told 250. */
  accept(mail: Omit<AcceptedMail, 'at'>): Promise<void>;
  onError(error: unknown): void;
  readonly maxClients?: number;
  /** Milliseconds of silence after which a client is cut off. */
  readonly patience?: number;
  /** Milliseconds one session may take, however slowly it drips. */
  readonly longestSession?: number;
}

export interface SmtpPort {
  readonly port: number;
  /** Takes no more mail; sessions in progress get a moment to end. */
  close(): Promise<void>;
}

const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** `help+anything@city` counts as `help@city`. */
const plain = (address: string): string => address.toLowerCase().replace(/\+[^@]*(?=@)/u, '');

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
 * Listens for mail on this computer (RFC 5321). 250 is said only when the mail and its place in the
 * intake queue survive a power cut; until then a client keeps the mail and sends it again.
 * @throws StartFailure when the port is taken
 */
export async function listenForMail(options: SmtpOptions): Promise<SmtpPort> {
  const { spool, helpAddress, accept, onError, patience = 60_000, longestSession = 15 * 60_000 } = options;
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
    maxRecipients: 50,
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
      helpAddress().then(
        (own) =>
          done(
            plain(address) === plain(own)
              ? null
              : refusal(550, '5.1.1 Mail is taken for the help address only'),
          ),
        (error: unknown) => {
          onError(error);
          done(refusal(451, '4.3.0 Please try again shortly'));
        },
      );
    },
    onData(stream, session, done) {
      take(stream, session).then(
        () => done(null, 'Accepted and kept'),
        (error: Error & { responseCode?: number }) => {
          if (error.responseCode !== undefined) return done(error);
          onError(error);
          done(refusal(451, '4.3.0 The mail could not be kept; please try again shortly'));
        },
      );
    },
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(portFailure('smtp-port', options.port, cause)));
    server.listen(options.port, HOST, resolve);
  });
  server.removeAllListeners('error');
  // What a client does to its own connection is no fault of the centre.
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
