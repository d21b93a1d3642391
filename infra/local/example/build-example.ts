import { writeFile } from 'node:fs/promises';
import { type FilledDatabase, openDatabaseToFill } from '#shared/adapters/embedded/filled-database.ts';
import { localHour } from '#shared/domain/reports/local-day.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { openAdapters } from '../core.ts';
import { openDataFolder } from '../data-folder.ts';
import { Building } from './building.ts';
import type { ExampleOptions } from './example-options.ts';
import { notedChanges } from './office-story.ts';
import type { Summary } from './tally.ts';
import { ExampleClock } from './world.ts';

const KEY_FILE = 'key';
const OWNER_ONLY = 0o600;

/** Return the local midnight before the last working days of an example. */
function startOf(rules: Rules, until: number, days: number): number {
  let start = until;
  if (days >= 365) return until - 365 * DAY;
  for (let left = days; left > 0; ) {
    start -= HOUR;
    if (localHour(start) === '12' && isOpen(rules.desk.calendar, start)) left -= 1;
  }
  return start - 12 * HOUR;
}

/**
 * Fill an empty data folder with a centre as it is after a day or a year of work. Everything is written by the
 * use cases of the functions at their times: mails and calls open cases, staff works on them, timers run, and
 * every event reaches its consumers. Return what is in it.
 */
export async function buildExample(options: ExampleOptions): Promise<Summary> {
  const { seed = 'rida', until, days, data, key } = options;
  const folder = await openDataFolder(data);
  try {
    if (key) await writeFile(folder.in(KEY_FILE), key, { mode: OWNER_ONLY, flag: 'wx' });
    const clock = new ExampleClock(until - 366 * DAY);
    const logger = createLogger({
      service: 'local/example',
      level: 'error',
      write: (line) => process.stderr.write(line),
    });
    let filled: FilledDatabase | undefined;
    const openDatabase = (path: string): FilledDatabase => {
      filled ??= openDatabaseToFill(path);
      return filled;
    };
    const opened = await openAdapters({ folder, overlay: {}, below: clock, logger, openDatabase });
    try {
      const adapters = { ...opened, database: openDatabase(opened.database.path) };
      const rules = await adapters.rules.current();
      const building = new Building({ ...options, seed }, adapters, clock, rules, logger);
      const from = startOf(rules, until, days);
      const summary = await building.run(from);
      const { staff } = await adapters.rules.current();
      for (const change of notedChanges([...staff.values()], from, until))
        await adapters.figures.saveChange(change, 'new');
      return summary;
    } finally {
      await opened.close();
    }
  } finally {
    folder.release();
  }
}
