import type { Clock } from '#shared/ports/outside.ts';
import type { Logger } from '#shared/runtime/logger.ts';
import type { Core } from './core.ts';
import type { Options } from './options.ts';
import type { Switchboard } from './phone/switchboard.ts';

export type CentreOptions = Omit<Options, 'verbose'> & {
  readonly logger?: Logger;
  /** The clock below the movable one: the computer's, unless a test stands still. */
  readonly below?: Clock;
  /** Milliseconds between two looks at what is due; 0 leaves the looking to `advance`. */
  readonly sweepEveryMs?: number;
  /** Milliseconds before work that failed is tried again for the first time. */
  readonly pauseMs?: number;
};

/** A centre on one computer, open for mail, calls and pages. */
export interface LocalCentre extends Omit<Core, 'close'> {
  /** Where its pages are, e.g. `http://localhost:3000`. */
  readonly url: string;
  readonly smtpPort: number;
  readonly switchboard: Switchboard;
  /** Fulfilled when everything that was handed on is dealt with; dead letters do not count. */
  settle(): Promise<void>;
  /** Moves time on, dealing with all that comes due on the way in its order. */
  advance(ms: number): Promise<void>;
  /** Closes the ports, finishes what is in work, and lets the data folder go. */
  close(): Promise<void>;
}
