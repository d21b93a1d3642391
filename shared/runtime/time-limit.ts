import { createContext, Script } from 'node:vm';

/** Synchronous work that did not end in time. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
  readonly code = 'out-of-time';
}

const PLACE: { work: unknown } = createContext({ work: undefined }) as { work: unknown };
const RUN = new Script('work()');

/**
 * Run synchronous work, and stop it when it takes too long: also an endless loop, and an expression that backtracks
 * without end. V8 stops it at any point, so it must change nothing that outlives it.
 * @param limitMs milliseconds
 * @throws OutOfTime
 */
export function withinTime<T>(limitMs: number, work: () => T): T {
  const before = PLACE.work;
  PLACE.work = work;
  try {
    return RUN.runInContext(PLACE, { timeout: limitMs }) as T;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new OutOfTime(`the work did not end within ${limitMs} ms`, { cause: error });
  } finally {
    PLACE.work = before;
  }
}
