import { type RetainDeps, retain } from '#functions/desk/retain.ts';
import { DAY } from '#shared/domain/time/instant.ts';

/** Looks once a day, by the centre's own clock, for cases whose retention time is over. */
export function retention(deps: RetainDeps): () => Promise<void> {
  let next = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = deps.clock.now();
    if (now < next) return;
    next = now + DAY;
    await retain(deps);
  };
}
