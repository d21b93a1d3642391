/** The least maximum concurrency of a queue that Lambda accepts (developer guide, "Maximum concurrency"). */
const LEAST = 2;
/** Lambda keeps this many concurrent executions of an account for functions without a reservation. */
const UNRESERVED = 100;

interface Limits {
  readonly lambdaConcurrency: number;
  readonly callerConcurrency: number;
}

/**
 * Return the maximum concurrency of a queue. In an account with the quota of a new one (10), each queue has
 * the least that Lambda accepts, so that a burst leaves the most for functions that a caller waits for.
 */
export const queueConcurrency = (wanted: number, { lambdaConcurrency }: Limits): number =>
  lambdaConcurrency < UNRESERVED ? LEAST : wanted;

/** Return the number of concurrent batches of a shard of the table's stream. */
export const streamConcurrency = (wanted: number, { lambdaConcurrency }: Limits): number =>
  lambdaConcurrency < UNRESERVED ? 1 : wanted;

/** Return why a reservation for callers is not possible, or undefined. */
export const reservationFault = ({ lambdaConcurrency, callerConcurrency }: Limits, functions: number) =>
  callerConcurrency > 0 && functions * callerConcurrency + UNRESERVED > lambdaConcurrency
    ? `callerConcurrency: expected 0, or a lambdaConcurrency of at least ${functions * callerConcurrency + UNRESERVED}: Lambda keeps ${UNRESERVED} concurrent executions unreserved`
    : undefined;
