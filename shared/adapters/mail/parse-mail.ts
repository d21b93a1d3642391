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
 * Starts this very file as the worker. From source that is this module; in a bundle it is the whole
 * bundle, which then serves parse requests too: the marker in `workerData` tells the roles apart, and the
 * parser is imported by the worker alone.
 */
function startWorker(limits: MailLimits): Worker {
  return new Worker(new URL(import.meta.url), {
    workerData: ROLE,
    // Parsing makes short-lived strings: a small nursery costs little time and much less memory.
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

/** Reads mails on `threads` threads of its own within `limits`; `close` it when done. */
export function createMailReader(limits: Partial<MailLimits> = {}, threads = 1): ThreadedReader {
  return reader(createParsePool(startWorker, threads), { ...MAIL_LIMITS, ...limits });
}

let shared: ParsePool | undefined;

/**
 * Reads one mail in a thread that is stopped when it needs too long or too much, after its size and
 * structure were checked. The thread is kept for the next mail and does not keep the process alive.
 * The bytes are handed to the thread, not copied: `raw` may be empty afterwards.
 * @returns the mail, or why no machine can read it; never rejects for content
 */
export async function parseMail(
  raw: Uint8Array,
  limits: Partial<MailLimits> = {},
): Promise<ParsedMail | Unreadable> {
  shared ??= createParsePool(startWorker, 1);
  return reader(shared, { ...MAIL_LIMITS, ...limits }).parseMail(raw);
}

if (!isMainThread && workerData === ROLE) {
  void import('./parse-worker.ts').then(({ serveParseRequests }) => serveParseRequests());
}
