import { type Block, singleAction } from './block.ts';

type NextAndError<T extends string> = { readonly next: T; readonly onError: T };

export interface CheckHoursRoutes<T extends string> {
  readonly open: T;
  readonly closed: T;
  readonly onError: T;
}

/** Asks whether the named hours are open now; without a name, those of the queue set before. */
export function checkHours<const T extends string>(
  hours: string | undefined,
  { open, closed, onError }: CheckHoursRoutes<T>,
): Block<T> {
  return singleAction<T>(
    [open, closed, onError],
    'CheckHoursOfOperation',
    (resolve) => (hours === undefined ? {} : { HoursOfOperationId: resolve({ kind: 'hours', name: hours }) }),
    { next: closed, results: { True: open, False: closed }, errors: { NoMatchingError: onError } },
  );
}

/** Sets the queue that later blocks ask about and transfer to. */
export function setQueue<const T extends string>(
  queue: string,
  { next, onError }: NextAndError<T>,
): Block<T> {
  return singleAction<T>(
    [next, onError],
    'UpdateContactTargetQueue',
    (resolve) => ({ QueueId: resolve({ kind: 'queue', name: queue }) }),
    { next, errors: { NoMatchingError: onError } },
  );
}

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

/** Puts the caller into the queue set before; the flow ends when that succeeds. */
export function transferToQueue<const T extends string>({
  onCapacity,
  onError,
}: {
  readonly onCapacity: T;
  readonly onError: T;
}): Block<T> {
  return singleAction<T>([onCapacity, onError], 'TransferContactToQueue', () => ({}), {
    next: onError,
    errors: { QueueAtCapacity: onCapacity, NoMatchingError: onError },
  });
}

export interface CallbackNumberRoutes<T extends string> {
  readonly next: T;
  readonly onInvalid: T;
  readonly onNotDialable: T;
}

/** Takes the number to call back from a JSONPath reference; Connect accepts no literal number. */
export function setCallbackNumber<const T extends string>(
  reference: `$.${string}`,
  { next, onInvalid, onNotDialable }: CallbackNumberRoutes<T>,
): Block<T> {
  return singleAction<T>(
    [next, onInvalid, onNotDialable],
    'UpdateContactCallbackNumber',
    () => ({ CallbackNumber: reference }),
    { next, errors: { InvalidCallbackNumber: onInvalid, CallbackNumberNotDialable: onNotDialable } },
  );
}

export interface CallbackOptions<T extends string> extends NextAndError<T> {
  readonly delaySeconds: number;
  readonly attempts: number;
  readonly retrySeconds: number;
}

/** Asks for a call back when the caller's turn comes (`CreateCallbackContact`). */
export function createCallback<const T extends string>(options: CallbackOptions<T>): Block<T> {
  const { delaySeconds, attempts, retrySeconds, next, onError } = options;
  return singleAction<T>(
    [next, onError],
    'CreateCallbackContact',
    () => ({
      InitialCallDelaySeconds: String(delaySeconds),
      MaximumConnectionAttempts: String(attempts),
      RetryDelaySeconds: String(retrySeconds),
    }),
    { next, errors: { NoMatchingError: onError } },
  );
}
