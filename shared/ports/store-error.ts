export type StoreErrorCode =
  | 'unreachable'
  | 'throttled'
  | 'denied'
  | 'no-table'
  | 'locked'
  | 'unwritable'
  | 'damaged'
  | 'behind'
  /** An earlier or a later version of Rida wrote the data. */
  | 'older'
  | 'newer'
  | 'bad-cursor'
  | 'failed';

/** A failed operation of the store. The message is one line that says what failed and where. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Failures of a store as a whole. The same work may succeed later. */
const OUTAGES: ReadonlySet<unknown> = new Set<StoreErrorCode>([
  'unreachable',
  'throttled',
  'denied',
  'no-table',
  'locked',
  'unwritable',
]);
/** Failures of the disk or of the process's limits, as Node names them. */
const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']);

/** Return true for a failure that has nothing to do with the work itself, such as a full disk. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  return error instanceof StoreError ? OUTAGES.has(code) : FULL.has(code) || isOutage(error.cause);
}
