import { createRequire } from 'node:module';
import OpeningHours from 'opening_hours';
import { compile } from '#shared/domain/sla/compile.ts';
import { saudiGovernment } from '#shared/domain/sla/data/saudi-government.ts';
import { holidayDays } from '#shared/domain/sla/holidays.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { isOpen } from '#shared/domain/sla/openings.ts';
import { due } from '#shared/domain/sla/working-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WORK_MINUTES = 30 * 420;
const FROM = Date.UTC(2026, 0, 1);
const ZONE = 'Asia/Riyadh';
/** The number of results of each library that are compared with the engine. */
const COMPARED = 24;
const CALLS = { engine: 200_000, theirs: 96 };
const ROUNDS = 7;

/** The used parts of the libraries. Two have no types, or types without their plugin. */
interface MomentLike {
  (at: number): { addWorkingTime(amount: number, unit: 'minutes'): { valueOf(): number } };
  updateLocale(name: string, data: object): void;
}
interface DayjsLike {
  (at: number): { addBusinessMinutes(amount: number): { valueOf(): number } };
  extend(plugin: unknown): void;
  setBusinessTime(week: object): void;
  setHolidays(dates: readonly string[]): void;
}
type Due = (start: number) => number;

const require = createRequire(import.meta.url);

/** The shipped calendar without Ramadan: weekly hours and listed holidays, which every library supports. */
function commonCalendar() {
  const [from, to] = [parseDate('2026-01-01'), parseDate('2028-01-01')];
  const dates = [...holidayDays(saudiGovernment, from, to).keys()].sort((a, b) => a - b).map(formatDate);
  const holidays = dates.map((on) => ({ on, name: saudiGovernment.name, state: 'confirmed' as const }));
  return { dates, calendar: { ...saudiGovernment, holidays, overrides: [] } };
}

function openingHours(dates: readonly string[]): Due {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const off = dates.map((date) => {
    const [year = '', month = '', day = ''] = date.split('-');
    return `${year} ${months[Number(month) - 1]} ${day} off`;
  });
  const hours = new OpeningHours(['Su-Th 07:30-14:30', ...off].join('; '));
  return (start) => {
    let left = WORK_MINUTES * MINUTE;
    const walk = hours.getIterator(new Date(start));
    for (;;) {
      const [open, at] = [walk.getState(), walk.getDate().getTime()];
      if (!walk.advance()) throw new Error('opening_hours: no change ahead');
      const length = walk.getDate().getTime() - at;
      if (open && length >= left) return at + left;
      if (open) left -= length;
    }
  };
}

function momentBusinessTime(dates: readonly string[]): Due {
  const moment = require('moment-business-time') as MomentLike;
  const day = ['07:30:00', '14:30:00'];
  const workinghours = { 0: day, 1: day, 2: day, 3: day, 4: day, 5: null, 6: null };
  moment.updateLocale('en', { workinghours, holidays: dates });
  return (start) => moment(start).addWorkingTime(WORK_MINUTES, 'minutes').valueOf();
}

function dayjsBusinessTime(dates: readonly string[]): Due {
  const dayjs = require('dayjs') as DayjsLike;
  dayjs.extend(require('dayjs-business-time'));
  const day = [{ start: '07:30:00', end: '14:30:00' }];
  const week = { sunday: day, monday: day, tuesday: day, wednesday: day, thursday: day };
  dayjs.setBusinessTime({ ...week, friday: null, saturday: null });
  dayjs.setHolidays(dates);
  return (start) => dayjs(start).addBusinessMinutes(WORK_MINUTES).valueOf();
}

/** Return the median ns of one call. The sum prevents that calls are optimised away. */
function nanoseconds(calls: number, starts: readonly number[], ask: Due): number {
  let kept = 0;
  const taken = Array.from({ length: ROUNDS }, () => {
    const began = process.hrtime.bigint();
    for (let i = 0; i < calls; i++) kept += ask(starts[i % starts.length] ?? FROM);
    return Number(process.hrtime.bigint() - began) / calls;
  }).sort((a, b) => a - b);
  if (Number.isNaN(kept)) throw new Error('a due time is not a number');
  return taken[ROUNDS >> 1] ?? 0;
}

/**
 * Measure `due` over 30 working days with libraries for working hours, on one calendar and the same starts in
 * one run. They use the time zone of the process, which is set to that of the calendar.
 */
export function compareLibraries(): Record<string, number | string> {
  const zone = process.env.TZ;
  process.env.TZ = ZONE;
  try {
    return compareInZone();
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

function compareInZone(): Record<string, number | string> {
  const { dates, calendar } = commonCalendar();
  const range = { from: FROM, to: FROM + 800 * 24 * HOUR };
  const [common, shipped] = [compile(calendar, range), compile(saudiGovernment, range)];
  const starts = Array.from({ length: 40_000 }, (_, i) => FROM + ((i * 7919) % 525_600) * MINUTE)
    // Inside an interval: the libraries differ about the closing instant.
    .filter((at) => isOpen(common, at) && isOpen(common, at - MINUTE))
    .slice(0, 4096);
  const engine: Due = (start) => due(common, start, WORK_MINUTES * MINUTE);
  const ours = nanoseconds(CALLS.engine, starts, engine);
  const figures: Record<string, number | string> = {
    'due, shipped calendar, ns': Math.round(
      nanoseconds(CALLS.engine, starts, (start) => due(shipped, start, WORK_MINUTES * MINUTE)),
    ),
    'due, hours and holidays only, ns': Math.round(ours),
  };
  const libraries = {
    opening_hours: openingHours,
    'moment-business-time': momentBusinessTime,
    'dayjs-business-time': dayjsBusinessTime,
  };
  for (const [name, prepare] of Object.entries(libraries)) {
    const library = prepare(dates);
    const agreed = starts.slice(0, COMPARED).filter((start) => library(start) === engine(start)).length;
    const theirs = nanoseconds(CALLS.theirs, starts, library);
    figures[`${name}, ns`] = Math.round(theirs);
    figures[`${name}: times slower`] = Math.round(theirs / ours);
    figures[`${name}: same answers`] = `${agreed} of ${COMPARED}`;
  }
  return figures;
}
