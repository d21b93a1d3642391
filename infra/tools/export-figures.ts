import { exportDay } from '#functions/reports/export-day.ts';
import { exportableDays, versionsOf } from '#shared/domain/reports/export/export-days.ts';
import {
  EXPORT_INDEX,
  type ExportedDay,
  type ExportIndex,
} from '#shared/domain/reports/export/export-schema.ts';
import { REPORTING_ZONE } from '#shared/domain/reports/local-day.ts';
import { daysOf, type Period, readPeriod } from '#shared/domain/reports/period.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { ExportFiles } from '#shared/ports/export-files.ts';
import type { FiguresPlace } from './figures-place.ts';
import { UsageError } from './tool-command.ts';

const WRONG = {
  'no-date': 'expected a date YYYY-MM-DD',
  future: 'expected a day that has ended',
  reversed: 'expected the last day, at or after --from',
  'too-long': 'expected at most three years',
} as const;

/**
 * Read the period of an export by hand.
 * @throws UsageError for an impossible date, and for days that have not ended or whose events are not all kept
 */
export function exportedPeriod(given: { readonly from?: string; readonly to?: string }, now: number): Period {
  const possible = exportableDays(now);
  if (given.from === undefined)
    throw new UsageError('export: expected --from YYYY-MM-DD, and --to for several days');
  const read = readPeriod({ from: given.from, to: given.to ?? given.from }, possible.to);
  if ('problem' in read) throw new UsageError(`--${read.field}: ${WRONG[read.problem]}`);
  if (read.from < possible.from)
    throw new UsageError(`--from: the events are kept since ${possible.from}; expected a day from then on`);
  if (given.to !== undefined && given.to > read.to)
    throw new UsageError(`--to: ${read.to} is the last day that has ended`);
  return read;
}

/** Write the files of some days and their index, as the daily export does. Return the number of lines. */
export async function exportPeriod(
  { figures, store, clock }: FiguresPlace,
  files: ExportFiles,
  { period, isCompressed }: { readonly period: Period; readonly isCompressed: boolean },
): Promise<{ readonly lines: number; readonly unreadable: number }> {
  const versions = versionsOf(await figures.range(period.from, period.to));
  const days: ExportedDay[] = [];
  for (const dt of daysOf(period)) {
    const written = await exportDay(
      { figures, store, files },
      { dt, isCompressed },
      new AbortController().signal,
    );
    days.push({
      ...{ dt, figures: versions.get(dt) ?? {}, isCompressed, ...written },
      writtenAt: isoInstant(clock.now()),
    });
  }
  const index: ExportIndex = { schema: EXPORT_INDEX, zone: REPORTING_ZONE, days };
  await files.put('index.json', Buffer.from(`${JSON.stringify(index, null, 1)}\n`), 'application/json');
  const lines = days.flatMap((day) => [...day.files.events, ...day.files.cases].map((file) => file.lines));
  return {
    lines: lines.reduce((sum, count) => sum + count, 0),
    unreadable: days.reduce((sum, { unreadable }) => sum + unreadable, 0),
  };
}
