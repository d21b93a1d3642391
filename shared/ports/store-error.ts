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
