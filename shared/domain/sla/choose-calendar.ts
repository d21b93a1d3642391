import type { Calendar } from './calendar.ts';
import type { CompiledCalendar } from './compile.ts';
import { formatInZone } from './zoned-time.ts';

/** Whose hours are asked for, and when (epoch ms). */
export interface Place {
  readonly department?: string | undefined;
  readonly city?: string | undefined;
  readonly at: number;
}

/**
 * The calendar that holds for a place in the place of the named one: a variant of it whose scope and validity
 * accept, or the named one itself. One for the department comes before one for the city before one for all, and of
 * two for the same place the one that is limited in time.
 */
export function chooseCalendar(
  calendars: ReadonlyMap<string, CompiledCalendar>,
  id: string,
  place: Place,
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

/** How narrowly a calendar names a place and time, the department counting most; 0 when it does not hold there. */
function fitOf({ scope, validity }: Calendar, { department, city }: Place): number {
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
