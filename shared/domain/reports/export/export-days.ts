import type { RidaEvent } from '#events/registry.ts';
import { formatDate, parseDate } from '../../sla/local-date.ts';
import { HOUR } from '../../time/instant.ts';
import { countersOf } from '../counters-of.ts';
import type { DayFigures } from '../day-figures.ts';
import { localDay } from '../local-day.ts';
import { daysOf } from '../period.ts';
import { firstProvenDay } from '../proof-kept.ts';
import type { ExportedDay, ExportIndex } from './export-schema.ts';

/**
 * Return the day of the file of each event of one subject, in their order: the day on which the figures count it. An
 * event that no figure counts, such as a note, is in the file of the next one of the subject that counts; until there
 * is one, it is in no file. So a file changes only together with the figures of its day.
 */
export function daysOfEvents(events: readonly RidaEvent[]): (string | undefined)[] {
  let next: string | undefined;
  return events
    .map((event) => {
      const { day, counters } = countersOf(event);
      return Object.keys(counters).length > 0 ? day : undefined;
    })
    .reverse()
    .map((day) => {
      next = day ?? next;
      return next;
    })
    .reverse();
}

/** The last events of a day are counted within this time. */
const COUNTED_WITHIN = HOUR;

/** Return the days that may be exported: ended days of which the whole list of events is kept. */
export const exportableDays = (now: number): { readonly from: string; readonly to: string } => ({
  from: firstProvenDay(now),
  to: formatDate(parseDate(localDay(now - COUNTED_WITHIN)) - 1),
});

type Versions = ExportedDay['figures'];

/** Return the versions of the figures by day and shard. */
export function versionsOf(
  figures: readonly Pick<DayFigures, 'day' | 'shard' | 'version'>[],
): ReadonlyMap<string, Versions> {
  const days = new Map<string, Versions>();
  for (const { day, shard, version } of figures) days.set(day, { ...days.get(day), [shard]: version });
  return days;
}

const isSame = (a: Versions, b: Versions): boolean => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

/** A day whose files are missing, or older than its figures. */
export interface DueDay {
  readonly dt: string;
  readonly figures: Versions;
}

/**
 * Return the days to export, the newest first: days that were missed, and days that have other figures since their
 * export. Days before the first counted one are left out; a day without events is exported as empty.
 */
export function dueDays(
  versions: ReadonlyMap<string, Versions>,
  period: { readonly from: string; readonly to: string },
  { days }: Pick<ExportIndex, 'days'>,
): DueDay[] {
  const first = [...versions.keys()].filter((day) => day >= period.from).sort()[0];
  if (first === undefined || first > period.to) return [];
  const exported = new Map(days.map((one) => [one.dt, one]));
  return daysOf({ from: first, to: period.to })
    .map((dt) => ({ dt, figures: versions.get(dt) ?? {} }))
    .filter(({ dt, figures }) => {
      const before = exported.get(dt);
      return before === undefined || !isSame(before.figures, figures);
    })
    .reverse();
}
