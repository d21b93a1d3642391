import { type Block, singleAction } from './block.ts';

type NextAndError<T extends string> = { readonly next: T; readonly onError: T };

export interface CheckStaffingRoutes<T extends string> {
  readonly staffed: T;
  readonly unstaffed: T;
  readonly onError: T;
}

/** Asks whether any agent of the queue is in the state given. */
export function checkStaffing<const T extends string>(
  agents: 'Available' | 'Staffed' | 'Online',
  { staffed, unstaffed, onError }: CheckStaffingRoutes<T>,
): Block<T> {
  return singleAction<T>(
    [staffed, unstaffed, onError],
    'CheckMetricData',
    () => ({ MetricType: `NumberOfAgents${agents}` }),
    {
      next: unstaffed,
      operator: 'NumberGreaterThan',
      results: { 0: staffed },
      errors: { NoMatchingCondition: unstaffed, NoMatchingError: onError },
    },
  );
}

/** What a queue can be asked about; the oldest contact's age is compared in seconds. */
export type QueueMetric = 'contacts' | 'oldestSeconds';

const METRICS = {
  contacts: { type: 'NumberOfContactsInQueue', unit: 1 },
  // The console writes 300 seconds as 300000: the operand is in milliseconds, whatever the metric is called.
  oldestSeconds: { type: 'OldestContactInQueueAgeSeconds', unit: 1000 },
} as const;

export interface QueueMetricRoutes<T extends string> {
  readonly above: T;
  readonly otherwise: T;
  readonly onError: T;
}

/** Asks whether a figure of the queue set before is above a limit (`CheckMetricData`). */
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
 * Loads the figures of a queue, the one set before when none is named (`GetMetricData`). Later blocks read
 * `$.Metrics.Queue.Size`, `.OldestContactAge` (seconds), `.EstimatedWaitTime` (seconds) and
 * `$.Metrics.Agents.Available.Count` and the like, 5 to 10 seconds old. A caller's own place is none of
 * them: a function asks for it (`GetContactMetrics`).
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
