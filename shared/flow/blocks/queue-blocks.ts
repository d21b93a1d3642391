import { type Block, type NextAndError, singleAction } from './block.ts';

export interface CheckHoursRoutes<T extends string> {
  readonly open: T;
  readonly closed: T;
  readonly onError: T;
}

/**
 * Branch by whether the named hours are open now. Without a name, use the hours of the current queue.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkhoursofoperation.html
 */
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

/**
 * Set the queue that later blocks check and transfer to.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacttargetqueue.html
 */
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

/**
 * Transfer the caller to the current queue. The flow ends when that succeeds.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-transfercontacttoqueue.html
 */
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
 * A change of the caller's position: a priority (1 is the front, 5 the default), or seconds added to the
 * waiting time.
 */
export type RoutingChange =
  | { readonly priority: number; readonly addSeconds?: never }
  | { readonly addSeconds: number; readonly priority?: never };

/**
 * Move the caller forward or backward in the queue (`UpdateContactRoutingBehavior`).
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactroutingbehavior.html
 */
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

/**
 * Set the callback number from a JSONPath reference. Connect accepts no literal number.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactcallbacknumber.html
 */
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

/**
 * A callback is routed after a delay, or runs a flow first. With a flow, Connect ignores the delay: create the
 * callback last, so that the caller is not still listening when an agent calls. Source: developer guide,
 * "interactions-createcallbackcontact".
 */
type CallbackStart =
  /** Seconds before the callback is routed, so that the caller can hang up first (1–259,200). */
  | { readonly delaySeconds: number; readonly flow?: never }
  | { readonly flow: string; readonly delaySeconds?: never };

export type CallbackOptions<T extends string> = CallbackStart & CallbackSettings<T>;

interface CallbackSettings<T extends string> extends NextAndError<T> {
  readonly attempts: number;
  /** Seconds between two attempts (1–259,200). */
  readonly retrySeconds: number;
  /** The callback's queue, by default the current one. */
  readonly queue?: string;
  /**
   * The number that is displayed to the called person: a claimed number of the instance, or a JSONPath
   * reference.
   */
  readonly callerId?: string;
}

/**
 * Request a callback in the caller's turn (`CreateCallbackContact`), to the callback number or the caller's
 * own.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/interactions-createcallbackcontact.html
 */
export function createCallback<const T extends string>(options: CallbackOptions<T>): Block<T> {
  // The parameter is required, also where it has no effect.
  const { delaySeconds = 1, attempts, retrySeconds, queue, flow, callerId, next, onError } = options;
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
