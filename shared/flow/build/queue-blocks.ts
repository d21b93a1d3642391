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

/**
 * Moves a caller who waits already into another queue (`DequeueContactAndTransferToQueue`, queue flows
 * only); Connect takes 11 such moves a call.
 */
export function moveToQueue<const T extends string>(
  queue: string,
  { onCapacity, onError }: { readonly onCapacity: T; readonly onError: T },
): Block<T> {
  return singleAction<T>(
    [onCapacity, onError],
    'DequeueContactAndTransferToQueue',
    (resolve) => ({ QueueId: resolve({ kind: 'queue', name: queue }) }),
    { next: onError, errors: { QueueAtCapacity: onCapacity, NoMatchingError: onError } },
  );
}

/** Where a caller stands among those who wait: 1 to the front, 5 when not set; or seconds waited more or less. */
export type RoutingChange =
  | { readonly priority: number; readonly addSeconds?: never }
  | { readonly addSeconds: number; readonly priority?: never };

/** Moves the caller forward or backward in the queue (`UpdateContactRoutingBehavior`). */
export function setRouting<const T extends string>(
  change: RoutingChange,
  { next }: { readonly next: T },
): Block<T> {
  return singleAction<T>(
    [next],
    'UpdateContactRoutingBehavior',
    () =>
      change.priority === undefined
        ? { QueueTimeAdjustmentSeconds: String(change.addSeconds) }
        : { QueuePriority: String(change.priority) },
    { next },
  );
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
  /** Seconds before the call back is routed at the earliest, so that the caller can hang up (1–259,200). */
  readonly delaySeconds: number;
  readonly attempts: number;
  /** Seconds between two attempts (1–259,200). */
  readonly retrySeconds: number;
  /** The queue it waits in; the one set before when not given. */
  readonly queue?: string;
  /** A flow the new contact runs first; `delaySeconds` then counts for nothing. */
  readonly flow?: string;
  /** The number shown to the person called: one claimed for the instance, or a JSONPath reference. */
  readonly callerId?: string;
}

/**
 * Asks for a call back when the caller's turn comes (`CreateCallbackContact`), to the number set before or
 * the caller's own.
 */
export function createCallback<const T extends string>(options: CallbackOptions<T>): Block<T> {
  const { delaySeconds, attempts, retrySeconds, queue, flow, callerId, next, onError } = options;
  return singleAction<T>(
    [next, onError],
    'CreateCallbackContact',
    (resolve) => ({
      InitialCallDelaySeconds: String(delaySeconds),
      MaximumConnectionAttempts: String(attempts),
      RetryDelaySeconds: String(retrySeconds),
      ...(queue === undefined ? {} : { QueueId: resolve({ kind: 'queue', name: queue }) }),
      ...(flow === undefined ? {} : { ContactFlowId: resolve({ kind: 'flow', name: flow }) }),
      ...(callerId === undefined ? {} : { CallerId: callerId }),
    }),
    { next, errors: { NoMatchingError: onError } },
  );
}
