import { DAY } from '#shared/domain/time/instant.ts';

/** Return every day between two days, both inclusive, as `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
    days.push(new Date(at).toISOString().slice(0, 'YYYY-MM-DD'.length));
  }
  return days;
}
