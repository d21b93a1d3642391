export type StoreErrorCode =
  | 'unreachable'
  | 'throttled'
  | 'denied'
  | 'no-table'
  | 'locked'
  | 'unwritable'
  | 'damaged'
  | 'behind'
  | 'bad-cursor'
  | 'failed';

/** The store did not do what it was asked; the message is one line that says what is wrong and where. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
