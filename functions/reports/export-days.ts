import {
  type DueDay,
  dueDays,
  exportableDays,
  versionsOf,
} from '#shared/domain/reports/export/export-days.ts';
import {
  EXPORT_INDEX,
  type ExportedDay,
  type ExportIndex,
  exportIndexSchema,
} from '#shared/domain/reports/export/export-schema.ts';
import { REPORTING_ZONE } from '#shared/domain/reports/local-day.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { ExportFiles } from '#shared/ports/export-files.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { Invocation } from '#shared/runtime/lambda.ts';
import { exportDay, type WrittenDay } from './export-day.ts';

export interface ExportDaysDeps {
  readonly figures: FigureStore;
  readonly store: Pick<Store, 'timeline'>;
  readonly exports: ExportFiles;
  readonly rules: RulesSource;
  readonly clock: Clock;
}

export interface ExportRun {
  readonly days: number;
  readonly lines: number;
  /** Days that the next run continues with, because the time of this one was over. */
  readonly waiting: number;
  /** Cases and calls that are missing, because their history cannot be read. */
  readonly unreadable: number;
}

const INDEX = 'index.json';
const EMPTY: ExportIndex = { schema: EXPORT_INDEX, zone: REPORTING_ZONE, days: [] };
const JSON_TYPE = 'application/json';

/** Read the index. If it is damaged, it is written again, with all its days. */
async function readIndex(files: ExportFiles): Promise<ExportIndex> {
  const stored = await files.get(INDEX);
  if (stored === undefined) return EMPTY;
  try {
    return exportIndexSchema.parse(JSON.parse(Buffer.from(stored.bytes).toString('utf8')));
  } catch {
    return EMPTY;
  }
}

const writeIndex = (files: ExportFiles, index: ExportIndex): Promise<void> =>
  files.put(INDEX, Buffer.from(`${JSON.stringify(index, null, 1)}\n`), JSON_TYPE);

const namesOf = (day: Pick<ExportedDay, 'files'> | undefined): string[] =>
  [...(day?.files.events ?? []), ...(day?.files.cases ?? [])].map(({ name }) => name);

/** Remove the files that no entry of the index names any more. */
async function removeOthers(
  files: ExportFiles,
  before: readonly string[],
  index: ExportIndex,
): Promise<void> {
  const named = new Set(index.days.flatMap(namesOf));
  await files.remove(before.filter((name) => !named.has(name)));
}

const linesIn = ({ files }: WrittenDay): number =>
  [...files.events, ...files.cases].reduce((sum, { lines }) => sum + lines, 0);

interface Writing {
  readonly deps: ExportDaysDeps;
  readonly isCompressed: boolean;
  readonly signal: AbortSignal;
}

/** Write one day and its entry in the index. */
async function writeDay({ deps, isCompressed, signal }: Writing, index: ExportIndex, due: DueDay) {
  const { exports: files, clock } = deps;
  const begun = index.unfinished?.dt === due.dt ? index.unfinished : undefined;
  // A begun day keeps its form, and the figures with which it began: a later event writes it once more.
  const form = { dt: due.dt, figures: due.figures, isCompressed, ...begun };
  const written = await exportDay(
    { ...deps, files },
    { dt: due.dt, isCompressed: form.isCompressed, ...(begun && { resumed: begun }) },
    signal,
  );
  const entry: ExportedDay = {
    ...{ dt: form.dt, figures: form.figures, isCompressed: form.isCompressed },
    ...{ files: written.files, unreadable: written.unreadable, writtenAt: isoInstant(clock.now()) },
  };
  const { after } = written;
  const before = index.days.find(({ dt }) => dt === due.dt);
  const others = index.days.filter(({ dt }) => dt !== due.dt);
  const { unfinished: _, ...rest } = index;
  if (after !== undefined) {
    const paused: ExportIndex = { ...rest, unfinished: { ...entry, after } };
    await writeIndex(files, paused);
    return { index: paused, written };
  }
  const days = [...others, entry].sort((a, b) => (a.dt < b.dt ? -1 : 1));
  const next: ExportIndex = { ...rest, days };
  await writeIndex(files, next);
  await removeOthers(files, namesOf(before), next);
  return { index: next, written };
}

/** Remove the days whose events are not all kept any more. They could not be written again. */
async function forgetOld(files: ExportFiles, index: ExportIndex, from: string): Promise<ExportIndex> {
  const old = index.days.filter(({ dt }) => dt < from);
  if (old.length === 0) return index;
  const { unfinished, ...rest } = index;
  const next = {
    ...rest,
    days: index.days.filter(({ dt }) => dt >= from),
    ...(unfinished && unfinished.dt >= from && { unfinished }),
  };
  await writeIndex(files, next);
  await removeOthers(files, old.flatMap(namesOf), next);
  return next;
}

/** Continue a begun day first, then the newest. */
const inOrder = (due: readonly DueDay[], { unfinished }: ExportIndex): DueDay[] => [
  ...due.filter(({ dt }) => dt === unfinished?.dt),
  ...due.filter(({ dt }) => dt !== unfinished?.dt),
];

/**
 * Write the files of each day that ended and is not exported yet, or of which something was counted since. Days that
 * were missed while the centre was off are written when it runs again. A repeated run writes nothing.
 */
export async function exportDays(
  deps: ExportDaysDeps,
  _input: undefined,
  { signal }: Pick<Invocation, 'signal'>,
): Promise<ExportRun> {
  const { isOn, isCompressed } = (await deps.rules.current()).dataExport;
  if (!isOn) return { days: 0, lines: 0, waiting: 0, unreadable: 0 };
  const period = exportableDays(deps.clock.now());
  let index = await forgetOld(deps.exports, await readIndex(deps.exports), period.from);
  const versions = versionsOf(await deps.figures.range(period.from, period.to));
  const due = inOrder(dueDays(versions, period, index), index);
  const run = { days: 0, lines: 0, unreadable: 0 };
  for (const day of due) {
    if (signal.aborted && run.days > 0) break;
    const one = await writeDay({ deps, isCompressed, signal }, index, day);
    index = one.index;
    if (one.written.after !== undefined) break;
    run.days += 1;
    run.lines += linesIn(one.written);
    run.unreadable += one.written.unreadable;
  }
  return { ...run, waiting: due.length - run.days };
}
