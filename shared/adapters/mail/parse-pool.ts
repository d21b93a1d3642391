import type { Worker } from 'node:worker_threads';
import { type MailLimits, type Unreadable, unreadable } from '#shared/domain/mail/parsed-mail.ts';
import type { ParseReply, ParseRequest, WorkerMessage } from './parse-worker.ts';

/** Milliseconds a thread may need to load the parser, which no mail is blamed for. */
const START_LIMIT = 60_000;

interface Job {
  readonly raw: Uint8Array;
  readonly limits: MailLimits;
  readonly settle: (reply: ParseReply) => void;
  readonly fail: (error: unknown) => void;
}

interface Seat {
  worker: Worker | null;
  ready: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

/** A fixed number of parser threads. A thread that is too slow, too large or dead is replaced. */
export interface ParsePool {
  /** Takes the bytes over: `raw` may be empty afterwards. Rejects only when no parser thread could be started. */
  parse(raw: Uint8Array, limits: MailLimits): Promise<ParseReply>;
  /** Ends the threads once the mails handed in are read. */
  close(): Promise<void>;
}

function refusalOf(error: unknown): Unreadable {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? unreadable('needs-too-much-memory', 'reading the mail needs more memory than allowed')
    : unreadable('malformed', message ?? String(error));
}

/** The bytes in memory that holds nothing else, so that it can go to another thread; a copy only if it must be. */
function ownMemory(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = raw;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(raw);
}

/**
 * @param start starts a worker thread that serves parse requests
 * @param size how many threads; each is started when first needed, with the heap of that mail's limits
 */
export function createParsePool(start: (limits: MailLimits) => Worker, size: number): ParsePool {
  const waiting: Job[] = [];
  const pending = new Set<Promise<ParseReply>>();
  const seats: Seat[] = Array.from({ length: size }, () => ({
    worker: null,
    ready: false,
    job: null,
    timer: undefined,
  }));

  function finish(seat: Seat, settle: (job: Job) => void): void {
    clearTimeout(seat.timer);
    const { job } = seat;
    seat.job = null;
    seat.worker?.unref();
    if (job) settle(job);
    next(seat);
  }

  /** A thread that fails before it could read anything says nothing about the mail. */
  function replace(seat: Seat, refusal: Unreadable): void {
    const { worker, ready } = seat;
    seat.worker = null;
    seat.ready = false;
    void worker?.terminate();
    finish(seat, (job) => (ready ? job.settle(refusal) : job.fail(new Error(refusal.message))));
  }

  /** A reply that came in while this thread was busy counts, however late the timer is served. */
  function watch(seat: Seat, job: Job): void {
    clearTimeout(seat.timer);
    const limit = seat.ready ? job.limits.time : START_LIMIT;
    const late = unreadable('took-too-long', `reading the mail took longer than ${limit} ms`);
    const giveUp = () => {
      if (seat.job === job) replace(seat, late);
    };
    seat.timer = setTimeout(() => setImmediate(giveUp), limit);
  }

  function receive(seat: Seat, message: WorkerMessage): void {
    if (message !== 'ready') {
      finish(seat, (job) => job.settle(message));
      return;
    }
    seat.ready = true;
    if (seat.job) watch(seat, seat.job);
  }

  function staff(seat: Seat, limits: MailLimits): Worker {
    if (seat.worker) return seat.worker;
    const worker = start(limits);
    const ended = unreadable('malformed', 'the parser ended without an answer');
    const ifCurrent = (act: () => void) => {
      if (seat.worker === worker) act();
    };
    worker.on('message', (message: WorkerMessage) => ifCurrent(() => receive(seat, message)));
    worker.on('error', (error) => ifCurrent(() => replace(seat, refusalOf(error))));
    worker.on('exit', () => ifCurrent(() => replace(seat, ended)));
    seat.worker = worker;
    return worker;
  }

  function next(seat: Seat): void {
    const job = waiting.shift();
    if (!job) return;
    seat.job = job;
    const worker = staff(seat, job.limits);
    worker.ref();
    watch(seat, job);
    const request: ParseRequest = { raw: ownMemory(job.raw), limits: job.limits };
    worker.postMessage(request, [request.raw.buffer]);
  }

  return {
    parse: (raw, limits) => {
      const reply = new Promise<ParseReply>((settle, fail) => {
        waiting.push({ raw, limits, settle, fail });
        const idle = seats.find((seat) => seat.job === null);
        if (idle) next(idle);
      }).finally(() => pending.delete(reply));
      pending.add(reply);
      return reply;
    },
    close: async () => {
      await Promise.allSettled([...pending]);
      const workers = seats.map(({ worker }) => worker);
      for (const seat of seats) seat.worker = null;
      await Promise.all(workers.map((worker) => worker?.terminate()));
    },
  };
}
