import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Rasteriser } from '#shared/ports/rasteriser.ts';
import type { DrawReply, DrawRequest } from './rasteriser-worker.ts';

/** The thread ends when it was idle for this time, which frees its memory. */
const IDLE_MS = 5_000;

/** Draw one picture in a thread. */
async function draw(thread: Worker, request: DrawRequest): Promise<Uint8Array> {
  thread.postMessage(request);
  // An error of the thread rejects this.
  const [reply] = (await once(thread, 'message')) as [DrawReply];
  if ('failed' in reply) throw new Error(`the picture could not be drawn: ${reply.failed}`);
  return reply.png;
}

/**
 * Return a rasteriser that draws in a thread of its own, one picture after the other: on one computer callers and mail
 * are served by the main thread. The thread starts with the first picture and ends after the last.
 */
export function threadedRasteriser(): Rasteriser {
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    thread?.terminate();
    thread = undefined;
  };
  const started = (): Worker => {
    thread ??= new Worker(new URL('./rasteriser-worker.ts', import.meta.url));
    // A process that only waits for a picture must not end; one whose thread is idle may.
    thread.ref();
    return thread;
  };
  return {
    png(svg, width) {
      clearTimeout(idle);
      const drawn = last.then(() => draw(started(), { svg, width }));
      last = drawn.catch(end).finally(() => {
        thread?.unref();
        clearTimeout(idle);
        idle = setTimeout(end, IDLE_MS).unref();
      });
      return drawn;
    },
  };
}
