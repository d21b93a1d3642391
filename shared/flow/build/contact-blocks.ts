import { type Block, singleAction } from './block.ts';

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
