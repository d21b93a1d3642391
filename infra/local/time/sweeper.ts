import { type SweepDeps, sweep } from '#functions/sla/sweep.ts';

/** Looks for what is due every second; a sweep is left out while the last one's finds are in work. */
export function sweeper(
  deps: SweepDeps,
  { everyMs, isBusy, onError }: { everyMs: number; isBusy: () => boolean; onError: (error: unknown) => void },
): { readonly stop: () => void } {
  const timer = setInterval(() => {
    if (!isBusy()) sweep(deps).catch(onError);
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
