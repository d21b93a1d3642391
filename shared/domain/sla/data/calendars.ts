import type { Calendar } from '../calendar.ts';
import { always } from './always.ts';
import { saudiGovernment } from './saudi-government.ts';

/** The calendars that Rida is delivered with, by id. */
export const calendars: ReadonlyMap<string, Calendar> = new Map(
  [saudiGovernment, always].map((calendar) => [calendar.id, calendar]),
);
