export interface PaceOptions {
  /** Number of processes that share the rate. */
  readonly sharedBy: number;
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** Limit calls to a rate: each call waits for its turn. The rate may change between calls. */
export function pace(options: PaceOptions): (perSecond: number) => Promise<void> {
  const {
    sharedBy,
    now = Date.now,
    sleep = (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
  } = options;
  let nextTurn = 0;
  return async (perSecond) => {
    const at = Math.max(now(), nextTurn);
    nextTurn = at + (1000 * sharedBy) / perSecond;
    if (at > now()) await sleep(at - now());
  };
}
