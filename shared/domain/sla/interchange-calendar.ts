import type { Calendar } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';
import type { CompiledCalendar } from './compile.ts';
import { compile } from './compile.ts';
import type { InterchangeCalendar } from './interchange-schema.ts';

/** Field names of the engine and of the interchange form. */
const FIELDS: readonly (readonly [own: RegExp, foreign: string])[] = [
  [/^zone/u, 'timezone'],
  [/^exceptions/u, 'closures'],
];

/** Compile a calendar of the interchange form. Throw a {@link CalendarError} that names the wrong field. */
export function compileInterchange(foreign: InterchangeCalendar): CompiledCalendar {
  try {
    return compile(toCalendar(foreign));
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    const field = FIELDS.reduce((name, [own, theirs]) => name.replace(own, theirs), error.field);
    throw new CalendarError(`calendar.${field}`, error.message.slice(error.field.length + 2));
  }
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
