export interface SweeperOptions {
  readonly everyMs: number;
  isBusy(): boolean;
  onError(error: unknown): void;
}

/** Runs what looks for due work every so often; a turn is left out while the last one's finds are in work. */
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
