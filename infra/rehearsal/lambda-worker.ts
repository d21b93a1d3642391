import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** The start of a function in its own thread. */
export interface WorkerStart {
  readonly bundle: string;
  /** The address of the recorder. */
  readonly endpoint: string;
  readonly hostHeader: string;
  /** Milliseconds between the time of the story and the time of this computer, shared by all threads. */
  readonly offset: SharedArrayBuffer;
}

/** An invocation, and its outcome. */
export interface Invoke {
  readonly id: number;
  readonly event: unknown;
  readonly timeoutMs: number;
}
export type Invoked =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

// As the option --disable-proto of NODE_OPTIONS does, which a thread cannot have.
Reflect.deleteProperty(Object.prototype, '__proto__');

const { bundle, endpoint, hostHeader, offset } = workerData as WorkerStart;

const shift = new Float64Array(offset);
const RealDate = Date;
/** The clock of the story: all code of a bundle reads it. */
globalThis.Date = class extends RealDate {
  constructor(...given: readonly []) {
    if (given.length === 0) super(RealDate.now() + (shift[0] ?? 0));
    else super(...given);
  }
  static override now(): number {
    return RealDate.now() + (shift[0] ?? 0);
  }
  static override [Symbol.hasInstance](one: unknown): boolean {
    return one instanceof RealDate;
  }
} as DateConstructor;

const realFetch = globalThis.fetch;
/** Requests that a bundle sends without a client of the SDK go to the recorder too. */
globalThis.fetch = async (input, init) => {
  const asked = new Request(input, init);
  const url = new URL(asked.url);
  const headers = new Headers(asked.headers);
  headers.set(hostHeader, url.host);
  const body = asked.body ? await asked.arrayBuffer() : undefined;
  return realFetch(endpoint + url.pathname + url.search, {
    ...{ method: asked.method, headers, redirect: asked.redirect },
    ...(body !== undefined && { body }),
    ...(init?.signal && { signal: init.signal }),
  });
};

type Handler = (event: unknown, context: object) => Promise<unknown>;
const { handler } = (await import(pathToFileURL(bundle).href)) as { handler: Handler };

parentPort?.on('message', async ({ id, event, timeoutMs }: Invoke) => {
  const until = RealDate.now() + timeoutMs;
  const context = {
    awsRequestId: crypto.randomUUID(),
    functionName: process.env.SERVICE,
    getRemainingTimeInMillis: () => until - RealDate.now(),
  };
  const said: Invoked = await handler(event, context).then(
    (result) => ({ id, result: result === undefined ? null : JSON.parse(JSON.stringify(result)) }),
    (error: unknown) => ({
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  parentPort?.postMessage(said);
});
parentPort?.postMessage('started');
