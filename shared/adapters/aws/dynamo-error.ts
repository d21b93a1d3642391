import { StoreError, type StoreErrorCode } from '#shared/ports/store-error.ts';

const CODE: Readonly<Record<string, readonly [StoreErrorCode, string]>> = {
  ResourceNotFoundException: ['no-table', 'there is no such table'],
  AccessDeniedException: ['denied', 'access is denied'],
  UnrecognizedClientException: ['denied', 'the credentials are not valid'],
  ExpiredTokenException: ['denied', 'the credentials have expired'],
  CredentialsProviderError: ['denied', 'there are no credentials'],
  ProvisionedThroughputExceededException: ['throttled', 'too many requests'],
  RequestLimitExceeded: ['throttled', 'too many requests'],
  ThrottlingException: ['throttled', 'too many requests'],
  InternalServerError: ['unreachable', 'DynamoDB failed inside'],
  TimeoutError: ['unreachable', 'no answer in time'],
  ECONNREFUSED: ['unreachable', 'the endpoint does not answer'],
  ENOTFOUND: ['unreachable', 'the endpoint has no address'],
  ECONNRESET: ['unreachable', 'the connection broke'],
};

const textOf = (cause: unknown, key: 'name' | 'code'): string => {
  const value: unknown = cause instanceof Error && key in cause ? Reflect.get(cause, key) : undefined;
  return typeof value === 'string' ? value : '';
};

/** Return true when a condition was not met, which is a result and not a failure. */
export const conditionFailed = (cause: unknown): boolean =>
  textOf(cause, 'name') === 'ConditionalCheckFailedException';

/** Return true when a transaction was rejected because of a condition or another writer. */
export const transactionRefused = (cause: unknown): boolean =>
  ['TransactionCanceledException', 'TransactionConflictException'].includes(textOf(cause, 'name'));

/** Return the number of the first write of a rejected transaction whose condition was not met. */
export function firstConditionFailed(cause: unknown): number | undefined {
  const reasons: unknown = cause instanceof Error && Reflect.get(cause, 'CancellationReasons');
  if (!Array.isArray(reasons)) return undefined;
  const at = reasons.findIndex((reason: { Code?: string }) => reason.Code === 'ConditionalCheckFailed');
  return at === -1 ? undefined : at;
}

/** Convert an error of DynamoDB to one line that names the table. */
export function dynamoError(table: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const matched = CODE[textOf(cause, 'code')] ?? CODE[textOf(cause, 'name')];
  const message = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
  const [code, reason] = matched ?? ['failed', message || textOf(cause, 'name')];
  return new StoreError(code, `DynamoDB table ${table}: ${reason}`, { cause });
}
