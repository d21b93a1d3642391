import { type Block, singleAction } from './block.ts';

export interface CallProgressRoutes<T extends string> {
  readonly answered: T;
  /** A machine took the call, and its tone was heard. */
  readonly beep: T;
  /** A machine took the call. */
  readonly machine: T;
  /** Nobody can say; also where detection was not asked for, which only campaign calls can. */
  readonly unknown: T;
}

/** Asks who took a call that goes out (`CheckOutboundCallStatus`). */
export function checkCallProgress<const T extends string>(routes: CallProgressRoutes<T>): Block<T> {
  const { answered, beep, machine, unknown } = routes;
  return singleAction<T>([answered, beep, machine, unknown], 'CheckOutboundCallStatus', () => ({}), {
    next: unknown,
    results: { CallAnswered: answered, VoicemailBeep: beep, VoicemailNoBeep: machine, NotDetected: unknown },
    errors: { NoMatchingError: unknown },
  });
}
