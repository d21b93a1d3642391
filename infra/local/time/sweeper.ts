import { type SweepDeps, sweep } from '#functions/sla/sweep.ts';

/** Looks for what is due every second, and once a day for what has been kept long enough; a sweep is left out while the last one's finds are in work. */
export function sweeper(
  deps: SweepDeps,
  {
    everyMs,
    isBusy,
    daily,
    onError,
  }: {
    everyMs: number;
    isBusy: () => boolean;
    daily: () => Promise<void>;
    onError: (error: unknown) => void;
  },
): { readonly stop: () => void } {
  const timer = setInterval(() => {
    if (!isBusy()) sweep(deps).then(daily).catch(onError);
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
