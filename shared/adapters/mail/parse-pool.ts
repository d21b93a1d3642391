import type { Worker } from 'node:worker_threads';
import { type MailLimits, type Unreadable, unreadable } from '#shared/domain/mail/parsed-mail.ts';
import type { ParseReply, ParseRequest } from './parse-worker.ts';

interface Job {
  readonly raw: Uint8Array;
  readonly limits: MailLimits;
  readonly settle: (reply: ParseReply) => void;
}

interface Seat {
  worker: Worker | null;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

/** A fixed number of parser threads. A thread that is too slow, too large or dead is replaced. */
export interface ParsePool {
  parse(raw: Uint8Array, limits: MailLimits): Promise<ParseReply>;
  close(): Promise<void>;
}

function refusalOf(error: unknown): Unreadable {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? unreadable('needs-too-much-memory', 'reading the mail needs more memory than allowed')
    : unreadable('malformed', message ?? String(error));
}

/**
 * @param start starts a worker thread that serves parse requests
 * @param size how many threads; each is started when first needed
 */
export function createParsePool(start: (limits: MailLimits) => Worker, size: number): ParsePool {
  const waiting: Job[] = [];
  const seats: Seat[] = Array.from({ length: size }, () => ({ worker: null, job: null, timer: undefined }));

  function finish(seat: Seat, reply: ParseReply): void {
    clearTimeout(seat.timer);
    const { job } = seat;
    seat.job = null;
    seat.worker?.unref();
    job?.settle(reply);
    next(seat);
  }

  function discard(seat: Seat, reply: ParseReply): void {
    const { worker } = seat;
    seat.worker = null;
    void worker?.terminate();
    finish(seat, reply);
  }

  function staff(seat: Seat, limits: MailLimits): Worker {
    if (seat.worker) return seat.worker;
    const worker = start(limits);
    const ifCurrent = (act: () => void) => {
      if (seat.worker === worker) act();
    };
    worker.on('message', (reply: ParseReply) => ifCurrent(() => finish(seat, reply)));
    worker.on('error', (error) => ifCurrent(() => discard(seat, refusalOf(error))));
    worker.on('exit', () =>
      ifCurrent(() => discard(seat, unreadable('malformed', 'the parser ended without an answer'))),
    );
    seat.worker = worker;
    return worker;
  }

  function next(seat: Seat): void {
    const job = waiting.shift();
    if (!job) return;
    seat.job = job;
    const worker = staff(seat, job.limits);
    worker.ref();
    const { time } = job.limits;
    const late = unreadable('took-too-long', `reading the mail took longer than ${time} ms`);
    seat.timer = setTimeout(() => discard(seat, late), time);
    const request: ParseRequest = { raw: new Uint8Array(job.raw), limits: job.limits };
    worker.postMessage(request, [request.raw.buffer as ArrayBuffer]);
  }

  return {
    parse: (raw, limits) =>
      new Promise((settle) => {
        waiting.push({ raw, limits, settle });
        const idle = seats.find((seat) => seat.job === null);
        if (idle) next(idle);
      }),
    close: async () => {
      await Promise.all(
        seats.map(async (seat) => {
          const { worker } = seat;
          seat.worker = null;
          await worker?.terminate();
        }),
      );
    },
  };
}
