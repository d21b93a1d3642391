import { type Block, singleAction } from './block.ts';

export interface CallProgressRoutes<T extends string> {
  readonly answered: T;
  /** A machine took the call, and its tone was heard. */
  readonly beep: T;
  /** A machine took the call. */
  readonly machine: T;
  /** Not detected. Also for calls without detection, which only campaign calls have. */
  readonly unknown: T;
}

/**
 * Branch by who or what took an outgoing call (`CheckOutboundCallStatus`).
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkoutboundcallstatus.html
 */
export function checkCallProgress<const T extends string>(routes: CallProgressRoutes<T>): Block<T> {
  const { answered, beep, machine, unknown } = routes;
  return singleAction<T>([answered, beep, machine, unknown], 'CheckOutboundCallStatus', () => ({}), {
    next: unknown,
    results: { CallAnswered: answered, VoicemailBeep: beep, VoicemailNoBeep: machine, NotDetected: unknown },
    errors: { NoMatchingError: unknown },
  });
}
