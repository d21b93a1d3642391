import type { Worker } from 'node:worker_threads';
import { type MailLimits, type Unreadable, unreadable } from '#shared/domain/mail/parsed-mail.ts';
import type { ParseReply, ParseRequest, WorkerMessage } from './parse-worker.ts';

/** Maximum start time of a thread, milliseconds. It does not count for a mail. */
const START_LIMIT = 60_000;
/** Milliseconds before a thread that could not start is restarted. */
const START_PAUSE = 5_000;

/** Mails up to this size are parsed several at a time: to wake a thread costs as much as to parse a small mail. */
const SMALL = 64 * 1024;
/** The maximum number of mails that a thread receives at a time. */
const MOST_AT_ONCE = 16;

interface Job {
  readonly raw: Uint8Array;
  readonly limits: MailLimits;
  /** A mail that was parsed with others when their thread failed. It is parsed again without them. */
  readonly isAlone?: true;
  readonly settle: (reply: ParseReply) => void;
  readonly fail: (error: unknown) => void;
}

interface Seat {
  worker: Worker | null;
  ready: boolean;
  /** The mails in process. Empty while the thread is idle. */
  jobs: readonly Job[];
  timer: NodeJS.Timeout | undefined;
}

/** A fixed number of parser threads. A thread that is too slow, too large or dead is replaced. */
export interface ParsePool {
  /**
   * Parse a mail. It takes over the bytes, so `raw` may be empty afterwards. It rejects only when the pool is
   * closed before a thread could start.
   */
  parse(raw: Uint8Array, limits: MailLimits): Promise<ParseReply>;
  /** End the threads after the submitted mails are parsed. */
  close(): Promise<void>;
}

const MISSING = unreadable('malformed', 'the parser left out an answer');

function refusalOf(error: unknown): Unreadable {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? unreadable('needs-too-much-memory', 'parsing the mail needs more memory than allowed')
    : unreadable('malformed', message ?? String(error));
}

const mayShare = ({ raw, isAlone }: Job): boolean => isAlone === undefined && raw.byteLength <= SMALL;

/** Remove the mails from the front that a thread is to parse next: one, or several small ones of the same limits. */
function takeJobs(waiting: Job[]): readonly Job[] {
  const [first] = waiting;
  if (!first) return [];
  const end = waiting.findIndex((job) => !mayShare(job) || job.limits !== first.limits);
  const sharing = end < 0 ? waiting.length : end;
  return waiting.splice(0, Math.max(1, Math.min(sharing, MOST_AT_ONCE)));
}

/** Return bytes with their own buffer, which can be transferred to another thread. Copy only if necessary. */
function ownMemory(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = raw;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(raw);
}

/**
 * Create a pool of parser threads.
 * @param start starts a worker thread that serves parse requests
 * @param size number of threads; each is started when first needed, with the heap of that mail's limits
 */
export function createParsePool(
  start: (limits: MailLimits) => Worker,
  size: number,
  startPause = START_PAUSE,
): ParsePool {
  let closed = false;
  const waiting: Job[] = [];
  const pending = new Set<Promise<ParseReply>>();
  const seats: Seat[] = Array.from({ length: size }, () => ({
    worker: null,
    ready: false,
    jobs: [],
    timer: undefined,
  }));

  function finish(seat: Seat, settle: (job: Job, at: number) => void): void {
    clearTimeout(seat.timer);
    const { jobs } = seat;
    seat.jobs = [];
    seat.worker?.unref();
    jobs.forEach(settle);
    next(seat);
  }

  /** Of several mails only one made the thread fail, and it is unknown which. Each is parsed again alone. */
  function refuse(seat: Seat, refusal: Unreadable): void {
    const { jobs } = seat;
    if (jobs.length > 1) {
      waiting.unshift(...jobs.map((job): Job => ({ ...job, isAlone: true })));
      finish(seat, () => {});
    } else finish(seat, (job) => job.settle(refusal));
  }

  function replace(seat: Seat, refusal: Unreadable): void {
    const { worker, ready } = seat;
    seat.worker = null;
    seat.ready = false;
    void worker?.terminate();
    if (ready) refuse(seat, refusal);
    else startAgain(seat, refusal.message);
  }

  /**
   * A thread that cannot start does not prove anything about the mail: the mail waits, and the process emits
   * a warning.
   */
  function startAgain(seat: Seat, why: string): void {
    if (closed) {
      finish(seat, (job) => job.fail(new Error(why)));
      return;
    }
    process.emitWarning(`mails are waiting because the parser cannot start: ${why}`);
    clearTimeout(seat.timer);
    seat.timer = setTimeout(() => begin(seat), startPause);
  }

  /** A reply that arrived while this thread was busy counts, even if the timer is due first. */
  function watch(seat: Seat, limit: number, late: string): void {
    clearTimeout(seat.timer);
    const { jobs } = seat;
    const giveUp = () => {
      if (seat.jobs === jobs) replace(seat, unreadable('took-too-long', late));
    };
    seat.timer = setTimeout(() => setImmediate(giveUp), limit);
  }

  function receive(seat: Seat, message: WorkerMessage): void {
    if (message === 'ready') {
      seat.ready = true;
      hand(seat);
    } else if ('replies' in message) {
      const { replies } = message;
      finish(seat, (job, at) => job.settle(replies[at] ?? MISSING));
    }
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

  /**
   * Hand over the mails only when the other thread is ready for them. The bytes of one mail are transferred, those
   * of several are copied, because each may be parsed again. Several have the time of one.
   */
  function hand(seat: Seat): void {
    const { jobs, worker } = seat;
    const [first] = jobs;
    if (!first || !worker) return;
    const { limits } = first;
    watch(seat, limits.time, `parsing the mail took longer than ${limits.time} ms`);
    const raws = jobs.map(({ raw }) => ownMemory(raw));
    const transferred = raws.length === 1 ? raws.map(({ buffer }) => buffer) : [];
    worker.postMessage({ raws, limits } satisfies ParseRequest, transferred);
  }

  function begin(seat: Seat): void {
    const [first] = seat.jobs;
    if (!first) return;
    try {
      staff(seat, first.limits).ref();
    } catch (error) {
      startAgain(seat, String(error));
      return;
    }
    if (seat.ready) hand(seat);
    else watch(seat, START_LIMIT, `it was not ready within ${START_LIMIT} ms`);
  }

  function next(seat: Seat): void {
    seat.jobs = takeJobs(waiting);
    begin(seat);
  }

  return {
    parse: (raw, limits) => {
      const reply = new Promise<ParseReply>((settle, fail) => {
        waiting.push({ raw, limits, settle, fail });
        const idle = seats.find((seat) => seat.jobs.length === 0);
        if (idle) next(idle);
      }).finally(() => pending.delete(reply));
      pending.add(reply);
      return reply;
    },
    close: async () => {
      closed = true;
      await Promise.allSettled([...pending]);
      const workers = seats.map(({ worker }) => worker);
      for (const seat of seats) seat.worker = null;
      await Promise.all(workers.map((worker) => worker?.terminate()));
    },
  };
}
