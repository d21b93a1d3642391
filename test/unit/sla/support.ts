import type { Calendar } from '#shared/domain/sla/calendar.ts';
import { compile } from '#shared/domain/sla/compile.ts';
import { always } from '#shared/domain/sla/data/always.ts';
import { saudiGovernment } from '#shared/domain/sla/data/saudi-government.ts';
import { formatInZone, readInZone } from '#shared/domain/sla/zoned-time.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const office = compile(saudiGovernment);
export const aroundTheClock = compile(always);

/** Return the epoch milliseconds of a local time of Riyadh. */
export const riyadh = (text: string): number => readInZone('Asia/Riyadh', text);

/** Return the local time of Riyadh without its offset, as in the tables of expectations. */
export const inRiyadh = (at: number): string => formatInZone('Asia/Riyadh', at).slice(0, 19);

/** A calendar with the given parts; default: Sunday to Thursday 07:30–14:30 in Riyadh without holidays. */
export const calendarWith = (parts: Partial<Calendar>): Calendar => ({
  ...saudiGovernment,
  id: 'under-test',
  holidays: [],
  overrides: [],
  exceptions: [],
  ...parts,
});
