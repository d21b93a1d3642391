import { setImmediate as turn } from 'node:timers/promises';
import { StoreError } from '#shared/ports/store-error.ts';

/** The ways in which one call fails. */
export const faultKinds = [
  /** The process dies before the call. */
  'before',
  /** The call takes effect, and the process dies before the answer. */
  'after',
  /** The service refuses the call for now. */
  'throttled',
  /** The call is made twice, and the second answer counts, as after a retry of a client. */
  'repeated',
  /** Other work overtakes the call. */
  'delayed',
  /** Only a part of the call takes effect. */
  'partial',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The error of a process that died. */
export class Died extends Error {
  override readonly name = 'Died';
}

/** How a call of a port can take effect in part: the arguments of the part, or the answer without a call. */
type Partial = (
  args: readonly unknown[],
) => { readonly args: readonly unknown[] } | { readonly answer: unknown } | undefined;

const half = (list: readonly unknown[]): readonly unknown[] => list.slice(0, Math.floor(list.length / 2));
const inHalf =
  (at: number): Partial =>
  (args) => {
    const list = args[at];
    return Array.isArray(list) && list.length > 0 ? { args: args.with(at, half(list)) } : undefined;
  };
const idsOf = (events: unknown): string[] => (events as readonly { id: string }[]).map(({ id }) => id);

/** The methods with partial effects. After one, the process dies, unless the port reports the rest. */
const partials: Readonly<Record<string, Partial>> = {
  'publisher.publish': ([events]) => ({ answer: { failed: idsOf(events), rejected: [] } }),
  'dueQueue.send': inHalf(0),
  'receivedQueue.send': inHalf(0),
  'blobs.remove': inHalf(0),
  'recordings.remove': inHalf(0),
  'store.collectNotices': inHalf(1),
  'store.removeNotices': inHalf(1),
};

/** Counts the calls of all ports and lets one of them fail. */
export class FaultPoints {
  /** The calls so far, by name. */
  readonly calls: string[] = [];
  readonly #at: number;
  readonly #kind: FaultKind | undefined;
  /** Whether the fault has happened. */
  hit = false;

  /** @param at the number of the call that fails, from 1; 0 for none */
  constructor(at = 0, kind?: FaultKind) {
    this.#at = at;
    this.#kind = kind;
  }

  async run<T>(
    name: string,
    args: readonly unknown[],
    call: (args: readonly unknown[]) => Promise<T>,
  ): Promise<T> {
    this.calls.push(name);
    if (this.hit || this.calls.length !== this.#at || this.#kind === undefined) return call(args);
    this.hit = true;
    switch (this.#kind) {
      case 'before':
        throw new Died(name);
      case 'throttled':
        throw new StoreError('throttled', `${name} is throttled`);
      case 'after':
        await call(args);
        throw new Died(name);
      case 'repeated':
        await call(args);
        return call(args);
      case 'delayed':
        for (let n = 0; n < 20; n += 1) await turn();
        return call(args);
      case 'partial': {
        const part = partials[name]?.(args);
        if (part && 'answer' in part) return part.answer as T;
        await call(part?.args ?? args);
        throw new Died(name);
      }
    }
  }
}

/** Whether a call has an effect in part. */
export const hasPart = (name: string): boolean => name in partials;

/** A port's function that answers piece by piece. A fault happens when its first piece is asked for. */
const isAsyncGenerator = (value: object): boolean => value.constructor.name === 'AsyncGeneratorFunction';

/** Wrap a port so that the fault points see its asynchronous calls. */
export function pointed<T extends object>(port: string, target: T, points: FaultPoints): T {
  return new Proxy(target, {
    get(whole, name) {
      const value: unknown = Reflect.get(whole, name, whole);
      if (typeof value !== 'function') return value;
      const answer = (args: readonly unknown[]) =>
        points.run(`${port}.${String(name)}`, args, async (given) => value.apply(whole, given));
      if (!isAsyncGenerator(value)) return (...args: unknown[]) => answer(args);
      return async function* (...args: unknown[]) {
        yield* (await answer(args)) as AsyncIterable<unknown>;
      };
    },
  });
}
