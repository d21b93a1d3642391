export interface PaceOptions {
  /** How many processes share the rate. */
  readonly sharedBy: number;
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** Turns at a rate: each call waits until its own has come, one after the other. The rate may change in between. */
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
