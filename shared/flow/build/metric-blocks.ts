import { type Block, singleAction } from './block.ts';

type NextAndError<T extends string> = { readonly next: T; readonly onError: T };

/** Supported metrics of a queue. The age of the oldest contact is in seconds. */
export type QueueMetric = 'contacts' | 'oldestSeconds';

const METRICS = {
  contacts: { type: 'NumberOfContactsInQueue', unit: 1 },
  // The console writes 300 seconds as 300000: the operand is in milliseconds, despite the metric's name.
  oldestSeconds: { type: 'OldestContactInQueueAgeSeconds', unit: 1000 },
} as const;

export interface QueueMetricRoutes<T extends string> {
  readonly above: T;
  readonly otherwise: T;
  readonly onError: T;
}

/** Branch by whether a metric of the current queue is above a limit (`CheckMetricData`). */
export function checkQueue<const T extends string>(
  metric: QueueMetric,
  limit: number,
  { above, otherwise, onError }: QueueMetricRoutes<T>,
): Block<T> {
  const { type, unit } = METRICS[metric];
  return singleAction<T>([above, otherwise, onError], 'CheckMetricData', () => ({ MetricType: type }), {
    next: otherwise,
    operator: 'NumberGreaterThan',
    results: { [limit * unit]: above },
    errors: { NoMatchingCondition: otherwise, NoMatchingError: onError },
  });
}

/**
 * Load the metrics of a queue, by default the current one (`GetMetricData`). Later blocks read
 * `$.Metrics.Queue.Size`, `.OldestContactAge` (seconds), `.EstimatedWaitTime` (seconds),
 * `$.Metrics.Agents.Available.Count` and others. They are 5 to 10 seconds old. They do not include the
 * caller's position in the queue, which a function must load (`GetContactMetrics`).
 */
export function loadQueueMetrics<const T extends string>(
  queue: string | undefined,
  { next, onError }: NextAndError<T>,
): Block<T> {
  return singleAction<T>(
    [next, onError],
    'GetMetricData',
    (resolve) => ({
      ...(queue === undefined ? {} : { QueueId: resolve({ kind: 'queue', name: queue }) }),
      QueueChannel: 'Voice',
    }),
    { next, errors: { NoMatchingError: onError } },
  );
}
