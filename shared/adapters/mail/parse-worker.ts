import { parentPort } from 'node:worker_threads';
import type { MailLimits, ParsedMail, Unreadable } from '#shared/domain/mail/parsed-mail.ts';
import { unreadable } from '#shared/domain/mail/parsed-mail.ts';
import { readMail } from './read-mail.ts';

/** The mails that a worker is to parse, one after the other. */
export interface ParseRequest {
  readonly raws: readonly Uint8Array[];
  readonly limits: MailLimits;
}

export type ParseReply = ParsedMail | Unreadable;

/** One reply for each mail of a request, in their order. */
interface ParseAnswer {
  readonly replies: readonly ParseReply[];
}

/** In watch mode, Node reports the imports of a thread on the same port. */
interface WatchReport {
  readonly 'watch:import': readonly string[];
}

/** `ready` once, after the parser is loaded; then one answer for each request. Other messages are not answers. */
export type WorkerMessage = 'ready' | ParseAnswer | WatchReport;

function buffersOf(reply: ParseReply): ArrayBuffer[] {
  if (reply.kind === 'unreadable') return [];
  return reply.attachments.map(({ content }) => content.buffer as ArrayBuffer);
}

const parsed = (raw: Uint8Array, limits: MailLimits): Promise<ParseReply> =>
  readMail(raw, limits).catch((error: unknown) =>
    unreadable('malformed', error instanceof Error ? error.message : String(error)),
  );

async function answerTo({ raws, limits }: ParseRequest): Promise<ParseAnswer> {
  const replies: ParseReply[] = [];
  for (const raw of raws) replies.push(await parsed(raw, limits));
  return { replies };
}

/** Serve parse requests for the lifetime of this worker thread. */
export function serveParseRequests(): void {
  const port = parentPort;
  port?.postMessage('ready' satisfies WorkerMessage);
  port?.on('message', (request: ParseRequest) => {
    void answerTo(request).then((answer) => port.postMessage(answer, answer.replies.flatMap(buffersOf)));
  });
}
