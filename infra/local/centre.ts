import type { Database } from '#shared/adapters/embedded/sqlite-database.ts';
import type { ThreadedReader } from '#shared/adapters/mail/parse-mail.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Logger } from '#shared/runtime/logger.ts';
import type { Core } from './core.ts';
import type { Options } from './options.ts';
import type { Switchboard } from './phone/switchboard.ts';

export type CentreOptions = Omit<Options, 'verbose' | 'example'> & {
  readonly logger?: Logger;
  /** The clock below the movable clock: the system clock, or a fixed clock in tests. */
  readonly below?: Clock;
  /** The key of the folder, when it is not in its file: in tests and in the demonstration. */
  readonly key?: Uint8Array;
  /** Milliseconds between two sweeps for due timers. With 0, only `advance` sweeps. */
  readonly sweepEveryMs?: number;
  /** How the database file is opened, for measurements. */
  readonly openDatabase?: (path: string) => Database;
  /** How the reader of mails is opened: a thread of its own by default. Centres of one process can share it. */
  readonly openReader?: () => ThreadedReader;
  /** Milliseconds before the first retry of failed work. */
  readonly pauseMs?: number;
};

/** A centre on one computer that receives mail and calls and serves pages. */
export interface LocalCentre extends Omit<Core, 'close'> {
  /** The URL of its pages, e.g. `http://localhost:3000`. */
  readonly url: string;
  readonly smtpPort: number;
  readonly switchboard: Switchboard;
  /** Resolve when all queued work is done. Dead letters do not count. */
  settle(): Promise<void>;
  /** Move the clock forward, and process all timers that become due, in their order. */
  advance(ms: number): Promise<void>;
  /** Close the ports, finish work in process, and release the data folder. */
  close(): Promise<void>;
}
