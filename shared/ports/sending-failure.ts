import type { WaitReason } from '#shared/domain/mail/delivery-wait.ts';

/** A mail that was not confirmed by the next server. The same mail may be sent again later. */
export class SendingFailure extends Error {
  override readonly name = 'SendingFailure';
  readonly code = 'mail-relay-refused';
  readonly reason: WaitReason;
  /** For `resting`: when the next try makes sense, epoch milliseconds. */
  readonly until: number | undefined;

  constructor(reason: WaitReason, message: string, options: ErrorOptions & { readonly until?: number } = {}) {
    super(message, options);
    this.reason = reason;
    this.until = options.until;
  }
}
