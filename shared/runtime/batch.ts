import { type BatchResponse, failuresOf } from './lambda.ts';

export interface BatchOptions {
  /** Maximum number of concurrent items. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/**
 * Run `one` over all items and return the failed ones, in order. When the signal aborts, return at once:
 * unfinished items count as failed.
 *
 * The promise settles inside the abort listener, not a turn later. middy aborts and then fails the whole
 * invocation, and finished items must not be redelivered with the others.
 */
export function runBatch<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  one: (item: T) => Promise<void>,
  { limit, signal }: BatchOptions,
): Promise<BatchResponse> {
  const unfinished = new Set(items);
  const answer = (): BatchResponse => failuresOf(items.filter((item) => unfinished.has(item)).map(idOf));

  return new Promise((resolve) => {
    const waiting = [...items];
    const giveUp = (): void => {
      waiting.length = 0;
      resolve(answer());
    };
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });

    const worker = async (): Promise<void> => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
        const current = item;
        await one(current).then(
          () => unfinished.delete(current),
          () => false,
        );
      }
    };
    void Promise.all(Array.from({ length: limit }, worker)).then(() => {
      signal.removeEventListener('abort', giveUp);
      resolve(answer());
    });
  });
}
