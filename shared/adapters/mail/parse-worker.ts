import { parentPort } from 'node:worker_threads';
import type { MailLimits, ParsedMail, Unreadable } from '#shared/domain/mail/parsed-mail.ts';
import { unreadable } from '#shared/domain/mail/parsed-mail.ts';
import { readMail } from './read-mail.ts';

/** Messages between the pool and a worker. One mail at a time. */
export interface ParseRequest {
  readonly raw: Uint8Array;
  readonly limits: MailLimits;
}

export type ParseReply = ParsedMail | Unreadable;

/** In watch mode, Node reports the imports of a thread on the same port. */
interface WatchReport {
  readonly 'watch:import': readonly string[];
}

/** `ready` once, after the parser is loaded; then one reply for each request. Other messages are not replies. */
export type WorkerMessage = 'ready' | ParseReply | WatchReport;

function buffersOf(reply: ParseReply): ArrayBuffer[] {
  if (reply.kind === 'unreadable') return [];
  return reply.attachments.map(({ content }) => content.buffer as ArrayBuffer);
}

/** Serve parse requests for the lifetime of this worker thread. */
export function serveParseRequests(): void {
  const port = parentPort;
  port?.postMessage('ready' satisfies WorkerMessage);
  port?.on('message', ({ raw, limits }: ParseRequest) => {
    readMail(raw, limits)
      .catch((error: unknown) =>
        unreadable('malformed', error instanceof Error ? error.message : String(error)),
      )
      .then((reply) => port.postMessage(reply, buffersOf(reply)));
  });
}
