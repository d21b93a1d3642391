export interface SweeperOptions {
  readonly everyMs: number;
  isBusy(): boolean;
  onError(error: unknown): void;
}

/** Run the sweep at an interval. Skip a run while the messages of the last one are in process. */
export function sweeper(
  run: () => Promise<void>,
  { everyMs, isBusy, onError }: SweeperOptions,
): { readonly stop: () => void } {
  const timer = setInterval(() => {
    if (!isBusy()) run().catch(onError);
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
