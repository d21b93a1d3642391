import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

type Answer = (socket: Socket) => void;

/** The answers of a relay at each point of a session. A missing one accepts. */
export interface RelayScript {
  readonly connect?: Answer;
  readonly hello?: Answer;
  readonly recipient?: Answer;
  readonly data?: Answer;
  /** The answer to the complete mail. */
  readonly mail?: Answer;
}

export const says =
  (line: string): Answer =>
  (socket) =>
    socket.write(`${line}\r\n`);
export const silent: Answer = () => {};
export const hangsUp: Answer = (socket) => socket.end();
export const resets: Answer = (socket) => socket.resetAndDestroy();

const commands = [
  [/^(?:EHLO|HELO)/u, 'hello', '250 relay'],
  [/^MAIL/u, undefined, '250 ok'],
  [/^RCPT/u, 'recipient', '250 ok'],
  [/^RSET/u, undefined, '250 ok'],
  [/^QUIT/u, undefined, '221 bye'],
] as const;

/** A mail relay that follows a script, which a test may change at any time. It counts connections and copies. */
export async function scriptedRelay(script: RelayScript = {}) {
  const sockets = new Set<Socket>();
  const relay = {
    script,
    connections: 0,
    /** The complete mails that the relay has, by Message-ID. */
    copies: [] as string[],
    port: 0,
  };

  /** Answer the lines of a session, and take a mail after DATA. */
  function session(socket: Socket): void {
    let body: string | undefined;
    const readBody = (chunk: string): void => {
      body += chunk;
      if (!body?.endsWith('\r\n.\r\n')) return;
      relay.copies.push(/^Message-ID:\s*(\S+)/imu.exec(body)?.[1] ?? '');
      body = undefined;
      (relay.script.mail ?? says('250 2.0.0 taken'))(socket);
    };
    const answer = (line: string): void => {
      if (/^DATA/u.test(line)) {
        body = relay.script.data ? undefined : '';
        (relay.script.data ?? says('354 go on'))(socket);
        return;
      }
      const [, point, accepted] = commands.find(([pattern]) => pattern.test(line)) ?? [];
      ((point && relay.script[point]) ?? says(accepted ?? '500 unknown'))(socket);
    };
    socket.on('data', (chunk) => {
      if (body !== undefined) readBody(String(chunk));
      else for (const line of String(chunk).split('\r\n')) if (line !== '') answer(line);
    });
  }

  const server = createServer((socket) => {
    relay.connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    (relay.script.connect ?? says('220 relay'))(socket);
    session(socket);
  });
  const listen = (port: number) => new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const stop = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  relay.port = (server.address() as AddressInfo).port;
  onTestFinished(() => (server.listening ? stop() : undefined));
  return Object.assign(relay, { stop, start: () => listen(relay.port) });
}
