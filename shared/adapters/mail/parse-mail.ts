import { isMainThread, Worker, workerData } from 'node:worker_threads';
import {
  MAIL_LIMITS,
  type MailLimits,
  type ParsedMail,
  type Unreadable,
} from '#shared/domain/mail/parsed-mail.ts';
import { prescan } from '#shared/domain/mail/prescan.ts';
import type { MailReader } from '#shared/ports/mail-reader.ts';
import { evenLineEnds } from './even-line-ends.ts';
import { createParsePool, type ParsePool } from './parse-pool.ts';

const ROLE = 'rida-parse-mail';

/**
 * Start this file as a worker. From source it is this module. In a bundle it is the whole bundle, which then
 * serves parse requests too: the marker in `workerData` identifies the role, and only the worker imports the
 * parser.
 */
function startWorker(limits: MailLimits): Worker {
  return new Worker(new URL(import.meta.url), {
    workerData: ROLE,
    // Parsing creates short-lived strings: a small young generation costs little time and saves much memory.
    resourceLimits: { maxOldGenerationSizeMb: limits.heap, maxYoungGenerationSizeMb: 4 },
    execArgv: [],
  });
}

/** A mail reader with its own threads. */
export interface ThreadedReader extends Pick<MailReader, 'parseMail'> {
  close(): Promise<void>;
}

function reader(pool: ParsePool, limits: MailLimits): ThreadedReader {
  return {
    parseMail: async (raw) => {
      const even = evenLineEnds(raw);
      return prescan(even, limits) ?? (await pool.parse(even, limits));
    },
    close: pool.close,
  };
}

/** Create a mail reader with its own `threads` and `limits`. Call `close` when done. */
export function createMailReader(limits: Partial<MailLimits> = {}, threads = 1): ThreadedReader {
  return reader(createParsePool(startWorker, threads), { ...MAIL_LIMITS, ...limits });
}

let shared: ParsePool | undefined;

/**
 * Parse one mail in a thread, after its size and structure were checked. The thread is stopped when it
 * exceeds the time or memory limit. It is reused for the next mail and does not keep the process alive.
 *
 * The bytes are transferred to the thread, not copied, so `raw` may be empty afterwards.
 * @returns the mail, or why it cannot be parsed; no content makes it reject
 */
export async function parseMail(
  raw: Uint8Array,
  limits?: Partial<MailLimits>,
): Promise<ParsedMail | Unreadable> {
  shared ??= createParsePool(startWorker, 1);
  // Only mails of the very same limits are parsed together.
  return reader(shared, limits ? { ...MAIL_LIMITS, ...limits } : MAIL_LIMITS).parseMail(raw);
}

if (!isMainThread && workerData === ROLE) {
  void import('./parse-worker.ts').then(({ serveParseRequests }) => serveParseRequests());
}
