import type { Calendar } from './calendar.ts';
import type { CompiledCalendar } from './compile.ts';
import { formatInZone } from './zoned-time.ts';

/** The department and city whose hours are needed, and the instant (epoch milliseconds). */
export interface CalendarPlace {
  readonly department?: string | undefined;
  readonly city?: string | undefined;
  readonly at: number;
}

/**
 * Choose the calendar for a place: a variant of the named calendar whose scope and validity match, or the
 * named calendar itself. A variant for the department precedes one for the city, and that precedes one for
 * all. For the same place, a variant with a validity precedes one without.
 */
export function chooseCalendar(
  calendars: ReadonlyMap<string, CompiledCalendar>,
  id: string,
  place: CalendarPlace,
): CompiledCalendar | undefined {
  let chosen = calendars.get(id);
  let rank = 0;
  for (const compiled of calendars.values()) {
    const { calendar } = compiled;
    if (calendar.variantOf !== id || !holds(calendar, place.at)) continue;
    const fit = fitOf(calendar, place);
    if (fit > rank) [chosen, rank] = [compiled, fit];
  }
  return chosen;
}

/**
 * Return how specific a calendar is for a place. The department counts most. 0 means that the scope does not
 * match.
 */
function fitOf({ scope, validity }: Calendar, { department, city }: CalendarPlace): number {
  const { departments, cities } = scope ?? {};
  if (departments && (department === undefined || !departments.includes(department))) return 0;
  if (cities && (city === undefined || !cities.includes(city))) return 0;
  return 1 + (validity ? 1 : 0) + (cities ? 2 : 0) + (departments ? 4 : 0);
}

function holds({ validity, zone }: Calendar, at: number): boolean {
  if (!validity) return true;
  const today = formatInZone(zone, at).slice(0, 10);
  return validity.from <= today && (validity.to === undefined || today <= validity.to);
}
