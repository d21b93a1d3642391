import { type Block, type DraftAction, singleAction } from '#shared/flow/blocks/block.ts';
import { collectDigits } from '#shared/flow/builder.ts';

/*
 * Blocks of actions that the interpreter and the linter support and no flow of the product uses.
 */

type NextAndError<T extends string> = { readonly next: T; readonly onError: T };

/** Set tags of the contact, at most six. A key must not begin with `aws:` (`TagContact`). */
export function tagContact<const T extends string>(
  tags: Readonly<Record<string, string>>,
  { next, onError }: NextAndError<T>,
): Block<T> {
  return singleAction<T>([next, onError], 'TagContact', () => ({ Tags: tags }), {
    next,
    errors: { NoMatchingError: onError },
  });
}

export interface TaskOptions<T extends string> extends NextAndError<T> {
  /** Title for the agent. It may contain JSONPath references. */
  readonly name: string;
  readonly description?: string;
  /** The flow of the task, which transfers it to a queue. */
  readonly flow: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Seconds until the task is created (1–518,400, six days). */
  readonly delaySeconds?: number;
}

/** Create a task for the agents (`CreateTask`). */
export function createTask<const T extends string>(options: TaskOptions<T>): Block<T> {
  const { name, description, flow, attributes, delaySeconds, next, onError } = options;
  return singleAction<T>(
    [next, onError],
    'CreateTask',
    (resolve) => ({
      Name: name,
      ContactFlowId: resolve({ kind: 'flow', name: flow }),
      ...(description === undefined ? {} : { Description: description }),
      ...(attributes === undefined ? {} : { Attributes: attributes }),
      ...(delaySeconds === undefined ? {} : { DelaySeconds: String(delaySeconds) }),
    }),
    { next, errors: { NoMatchingError: onError } },
  );
}

/**
 * Wait for a time (1 second to 7 days) in a task or a chat (`Wait`). Telephone calls do not support it; use
 * `pause` there.
 */
export function wait<const T extends string>(seconds: number, { next, onError }: NextAndError<T>): Block<T> {
  return singleAction<T>([next, onError], 'Wait', () => ({ TimeLimitSeconds: String(seconds) }), {
    next: onError,
    results: { WaitCompleted: next },
    errors: { NoMatchingError: onError },
  });
}

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

/**
 * Count passes: take `again` the first `count` times, then `done` once, then start the count again (`Loop`).
 */
export function loop<const T extends string>(
  count: number,
  { again, done }: { readonly again: T; readonly done: T },
): Block<T> {
  return singleAction<T>([again, done], 'Loop', () => ({ LoopCount: String(count) }), {
    next: done,
    results: { ContinueLooping: again, DoneLooping: done },
  });
}

/**
 * Move a waiting caller to another queue (`DequeueContactAndTransferToQueue`, queue flows only). Connect
 * allows 11 moves for a call.
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

/** Add up to ten seconds of silence to a call. */
export function pause<const T extends string>(
  seconds: number,
  { next, onError }: { readonly next: T; readonly onError: T },
): Block<T> {
  return singleAction<T>(
    [next, onError],
    'MessageParticipant',
    () => ({ SSML: `<speak><break time="${seconds}s"/></speak>` }),
    { next, errors: { NoMatchingError: onError } },
  );
}

type PhoneNumberOptions<T extends string> = Omit<Parameters<typeof collectDigits<T>>[0], 'maxDigits'> & {
  /** Two-letter country code for national numbers. Without it, numbers include the country code. */
  readonly country?: string;
};

/** Ask for a telephone number, validated by Connect. Repeat the question after an invalid number. */
export function collectPhoneNumber<const T extends string>(options: PhoneNumberOptions<T>): Block<T> {
  const { country } = options;
  const digits = collectDigits<T>({ ...options, maxDigits: 20 });
  const validated = (draft: DraftAction, check: DraftAction | undefined): DraftAction => {
    const again = check?.Transitions.Conditions?.[0]?.NextAction ?? '';
    return {
      ...draft,
      Parameters: {
        ...draft.Parameters,
        InputValidation: {
          PhoneNumberValidation:
            country === undefined
              ? { NumberFormat: 'E164' }
              : { NumberFormat: 'Local', CountryCode: country },
        },
      },
      Transitions: {
        ...draft.Transitions,
        Errors: [{ ErrorType: 'InvalidPhoneNumber', NextAction: again }, ...(draft.Transitions.Errors ?? [])],
      },
    };
  };
  return {
    targets: digits.targets,
    compile: (name, resolve) =>
      digits
        .compile(name, resolve)
        .map((draft, at, all) =>
          draft.Type === 'GetParticipantInput' ? validated(draft, all[at + 1]) : draft,
        ),
  };
}
