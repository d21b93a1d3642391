import type { Parameters } from '../language.ts';
import { type Block, singleAction } from './block.ts';

type NextAndError<T extends string> = { readonly next: T; readonly onError: T };

export interface InvokeOptions<T extends string> extends NextAndError<T> {
  /** Read by the function at `Details.Parameters`; values may be JSONPath references. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Connect waits at most 8 seconds. */
  readonly timeoutSeconds: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  /** `STRING_MAP`, a flat object of strings, when not given. */
  readonly response?: 'STRING_MAP' | 'JSON';
}

/** Calls a function by its name; its answer lies at `$.External.*` (`InvokeLambdaFunction`). */
export function invoke<const T extends string>(lambda: string, options: InvokeOptions<T>): Block<T> {
  const { attributes, timeoutSeconds, response = 'STRING_MAP', next, onError } = options;
  return singleAction<T>(
    [next, onError],
    'InvokeLambdaFunction',
    (resolve): Parameters => ({
      LambdaFunctionARN: resolve({ kind: 'lambda', name: lambda }),
      InvocationTimeLimitSeconds: String(timeoutSeconds),
      InvocationType: 'SYNCHRONOUS',
      ...(attributes === undefined ? {} : { LambdaInvocationAttributes: attributes }),
      ResponseValidation: { ResponseType: response },
    }),
    { next, errors: { NoMatchingError: onError } },
  );
}

/** Sets contact attributes; values may be JSONPath references. All are set or none is. */
export function setAttributes<const T extends string>(
  attributes: Readonly<Record<string, string>>,
  { next, onError }: NextAndError<T>,
): Block<T> {
  return singleAction<T>(
    [next, onError],
    'UpdateContactAttributes',
    () => ({ Attributes: attributes, TargetContact: 'Current' }),
    { next, errors: { NoMatchingError: onError } },
  );
}

/** Goes by the value of one JSONPath reference; `otherwise` also takes a value that is not there. */
export function compare<const T extends string>(
  reference: string,
  cases: Readonly<Record<string, T>>,
  otherwise: T,
): Block<T> {
  return singleAction<T>(
    [...Object.values(cases), otherwise],
    'Compare',
    () => ({ ComparisonValue: reference }),
    { next: otherwise, results: cases, errors: { NoMatchingCondition: otherwise } },
  );
}

/**
 * Counts how often the caller passes here: `again` the first `count` times, then `done` once, after which
 * the count starts anew (`Loop`).
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
