import type { Parameters } from '../flow-language.ts';
import { type Block, type NextAndError, singleAction } from './block.ts';

export interface InvokeOptions<T extends string> extends NextAndError<T> {
  /** Input of the function at `Details.Parameters`. Values may be JSONPath references. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Connect waits at most 8 seconds. */
  readonly timeoutSeconds: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  /** `STRING_MAP` by default, a flat object of strings. */
  readonly response?: 'STRING_MAP' | 'JSON';
}

/**
 * Invoke a function by its name. Its answer is at `$.External.*` (`InvokeLambdaFunction`).
 * @see https://docs.aws.amazon.com/connect/latest/devguide/interactions-invokelambdafunction.html
 */
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

/**
 * Set contact attributes. Values may be JSONPath references. On an error, none is set.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactattributes.html
 */
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

/**
 * Branch by the value of one JSONPath reference. `otherwise` also covers a missing value.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html
 */
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
