import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { bundleOf } from '#infra/aws/bundling.ts';
import type { Invoke, Invoked, WorkerStart } from './lambda-worker.ts';
import { ASKED_HOST } from './recorder.ts';
import type { StackFunction } from './stack.ts';

/** A line of a function's log. */
export interface LogLine {
  readonly service: string;
  readonly level: string;
  readonly code: string;
  readonly text: string;
}

export interface LambdasProps {
  readonly functions: ReadonlyMap<string, StackFunction>;
  readonly endpoint: string;
  readonly offset: SharedArrayBuffer;
  logged(line: LogLine): void;
}

interface Running {
  readonly worker: Worker;
  readonly waiting: Map<number, { resolve(result: unknown): void; reject(error: Error): void }>;
  readonly started: Promise<void>;
}

/** The access key of a function, by which the recorder knows the caller. */
export const accessKeyOf = (service: string): string => `function-${service.replaceAll('/', '.')}`;
/** Return the function of an access key; undefined for other callers. */
export const serviceWith = (accessKey: string): string | undefined =>
  accessKey.startsWith('function-') ? accessKey.slice('function-'.length).replace('.', '/') : undefined;

/** Runs the bundle of each function in a thread of its own, with the environment of the template. */
export class Lambdas {
  /** How often each function was invoked. */
  readonly invocations = new Map<string, number>();
  readonly #props: LambdasProps;
  readonly #running = new Map<string, Running>();
  #next = 0;

  constructor(props: LambdasProps) {
    this.#props = props;
    // Bundling blocks this process, which answers requests later.
    for (const service of props.functions.keys()) bundleOf(service);
  }

  /**
   * Invoke a function as Lambda does: it starts at its first invocation.
   *
   * @throws Error when the invocation fails
   */
  async invoke<T>(service: string, event: unknown): Promise<T> {
    const declared = this.#props.functions.get(service);
    if (!declared) throw new Error(`the stack has no function ${service}`);
    const running = this.#running.get(service) ?? this.#start(declared);
    this.#running.set(service, running);
    await running.started;
    this.invocations.set(service, (this.invocations.get(service) ?? 0) + 1);
    this.#next += 1;
    const id = this.#next;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    running.waiting.set(id, { resolve, reject });
    const message: Invoke = { id, event, timeoutMs: declared.timeoutSeconds * 1000 };
    running.worker.postMessage(message);
    return (await promise) as T;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ worker }) => worker.terminate()));
  }

  #start({ service, environment }: StackFunction): Running {
    const { endpoint, offset } = this.#props;
    const workerData: WorkerStart = {
      ...{ bundle: `${bundleOf(service)}/index.mjs`, endpoint, hostHeader: ASKED_HOST, offset },
    };
    const worker = new Worker(new URL('lambda-worker.ts', import.meta.url), {
      ...{ workerData, stdout: true, stderr: true },
      env: {
        ...environment,
        // A thread cannot have options of a process. lambda-worker.ts does the same.
        NODE_OPTIONS: '',
        AWS_ACCESS_KEY_ID: accessKeyOf(service),
        AWS_SECRET_ACCESS_KEY: 'none',
        AWS_REGION: environment.REGION ?? '',
        AWS_ENDPOINT_URL: endpoint,
        // Lambda sets it. Hono and the SDK read it.
        AWS_LAMBDA_FUNCTION_NAME: service,
      },
    });
    for (const stream of [worker.stdout, worker.stderr])
      createInterface(stream).on('line', (text) => this.#props.logged(lineOf(service, text)));
    const waiting: Running['waiting'] = new Map();
    const { promise: started, resolve, reject } = Promise.withResolvers<void>();
    worker.on('message', (said: Invoked | 'started') => {
      if (said === 'started') return resolve();
      const asked = waiting.get(said.id);
      waiting.delete(said.id);
      if ('error' in said) asked?.reject(new Error(`${service}: ${said.error}`));
      else asked?.resolve(said.result);
    });
    worker.on('error', (error: Error) => {
      reject(error);
      for (const { reject: fail } of waiting.values()) fail(error);
    });
    return { worker, waiting, started };
  }
}

function lineOf(service: string, text: string): LogLine {
  try {
    const { level = '', code = '' } = JSON.parse(text) as { level?: string; code?: string };
    return { service, level, code, text };
  } catch {
    return { service, level: 'text', code: '', text };
  }
}
