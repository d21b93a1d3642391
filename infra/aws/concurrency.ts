/** Lambda keeps this many concurrent executions of an account for functions without a reservation. */
const UNRESERVED = 100;

interface Limits {
  readonly lambdaConcurrency: number;
  readonly callerConcurrency: number;
}

/**
 * Return whether one function reads all queues. Lambda accepts no maximum concurrency below 2 for a queue (developer
 * guide, "Maximum concurrency"), so that queues with a mapping each could use up the quota of a new account, which
 * is 10, and callers would wait.
 */
export const sharesReader = ({ lambdaConcurrency }: Limits): boolean => lambdaConcurrency < UNRESERVED;

/** The most functions that the shared reader invokes at a time. */
export const FUNCTIONS_AT_A_TIME = 2;

/**
 * The most concurrent executions of the shared reader: itself and its functions. While a run begins, functions of the
 * one before may still be busy.
 * @internal exported for tests
 */
export const READER_CONCURRENCY = 1 + 2 * FUNCTIONS_AT_A_TIME;

/** Return the most concurrent invocations for a queue: the shared reader processes one batch of it at a time. */
export const queueConcurrency = (wanted: number, limits: Limits): number =>
  sharesReader(limits) ? 1 : wanted;

/** Return the number of concurrent batches of a shard of the table's stream. */
export const streamConcurrency = (wanted: number, limits: Limits): number =>
  sharesReader(limits) ? 1 : wanted;

/** Return why a reservation for callers is not possible, or undefined. */
export const reservationFault = ({ lambdaConcurrency, callerConcurrency }: Limits, functions: number) =>
  callerConcurrency > 0 && functions * callerConcurrency + UNRESERVED > lambdaConcurrency
    ? `callerConcurrency: expected 0, or a lambdaConcurrency of at least ${functions * callerConcurrency + UNRESERVED}: Lambda keeps ${UNRESERVED} concurrent executions unreserved`
    : undefined;
