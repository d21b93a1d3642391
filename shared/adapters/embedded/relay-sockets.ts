import { connect, type Socket } from 'node:net';

/** The connections to a relay, which can be ended together. */
export interface RelaySockets {
  /** Connect for the mail client. The callback gets the connection, or why there is none. */
  open(callback: (error: Error | null, opened?: { readonly connection: Socket }) => void): void;
  /** End all connections at once, whatever the relay does. */
  end(): void;
}

/** Open connections to a relay that answers within a time. */
export function relaySockets(
  { host, port }: { readonly host: string; readonly port: number },
  answerMs: number,
): RelaySockets {
  const open = new Set<Socket>();
  return {
    open(callback) {
      const socket = connect({ host, port });
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      const tooLong = setTimeout(() => socket.destroy(new Error('Connection timeout')), answerMs);
      const failed = (error: Error): void => {
        clearTimeout(tooLong);
        callback(error);
      };
      socket.once('error', failed);
      socket.once('connect', () => {
        clearTimeout(tooLong);
        socket.off('error', failed);
        callback(null, { connection: socket });
      });
    },
    end() {
      for (const socket of open) socket.destroy();
    },
  };
}
