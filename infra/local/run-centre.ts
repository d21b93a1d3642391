import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '#shared/adapters/system-clock.ts';
import type { Clock } from '#shared/ports/outside.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { logFile } from './log-file.ts';
import { openCentre } from './open-centre.ts';
import type { Options } from './options.ts';
import { tellMigration, welcome } from './welcome.ts';

/** The time for work in process to end after a signal. The rest stays in its queue. */
const LONGEST_STOP_MS = 8_000;

/** Run a centre until the process receives a signal to stop. */
export async function runCentre(options: Options): Promise<void> {
  const file = logFile(options.data);
  // Log lines have the time of the centre, which may be moved, so that they are in order with its data.
  let clock: Clock = systemClock;
  const logger = createLogger({
    service: 'local/centre',
    now: () => clock.now(),
    write: (line, level) => {
      file.write(line);
      if (options.verbose || level === 'warn' || level === 'error') process.stderr.write(line);
    },
  });
  const centre = await openCentre({ ...options, logger });
  clock = centre.clock;
  if (centre.migrated) console.log(tellMigration(centre.migrated));
  console.log(await welcome(centre));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const inTime = await Promise.race([
    centre.close().then(() => true),
    pause(LONGEST_STOP_MS, false, { ref: false }),
  ]);
  if (!inTime) logger.warn('local-stopped-early', 'The server stopped before all work in process had ended.');
  file.close();
  // A partner that does not answer, such as a mail relay, must not keep the process alive.
  process.exit();
}
