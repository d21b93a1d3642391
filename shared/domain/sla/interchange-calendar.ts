import type { Calendar } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';
import type { CompiledCalendar } from './compile.ts';
import { compile } from './compile.ts';
import type { InterchangeCalendar } from './interchange-schema.ts';
import { parseDate } from './local-date.ts';

/** Compiles a calendar of the interchange form. Throws a {@link CalendarError} naming what is wrong in it. */
export function compileInterchange(foreign: InterchangeCalendar): CompiledCalendar {
  for (const { from, to } of foreign.overrides) {
    if (parseDate(to, 'overrides.to') < parseDate(from, 'overrides.from')) {
      throw new CalendarError('overrides.to', `expected a date not before ${from}, got "${to}"`);
    }
  }
  for (const date of foreign.holidays) parseDate(date, 'holidays');
  for (const { date } of foreign.closures) parseDate(date, 'closures.date');
  return compile(toCalendar(foreign));
}

function toCalendar({ timezone, hours, holidays, overrides, closures }: InterchangeCalendar): Calendar {
  return {
    id: 'interchange',
    version: 1,
    name: { ar: 'تقويم مستورد', en: 'Imported calendar' },
    zone: timezone,
    hours,
    holidays: holidays.map((on) => ({ on, name: { ar: 'إجازة', en: 'Holiday' }, state: 'confirmed' })),
    overrides,
    exceptions: closures.map(({ date, from, to }) => ({ on: date, kind: 'closed', from, to })),
    source: 'interchange',
  };
}
