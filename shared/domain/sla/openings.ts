import type { CompiledCalendar } from './compile.ts';
import { DAY_MS } from './local-date.ts';

const CONTINUOUS_MS = 366 * DAY_MS;

/** Return true from the opening instant to just before the closing one. */
export function isOpen({ table }: CompiledCalendar, at: number): boolean {
  table.reach(at);
  const i = table.indexAt(at);
  return i >= 0 && at < (table.closes[i] as number);
}

/** Return the first open instant not before `at`, which is `at` itself while open. */
export function nextOpening({ table }: CompiledCalendar, at: number): number {
  table.reach(at);
  const i = table.indexAt(at);
  if (i >= 0 && at < (table.closes[i] as number)) return at;
  while (table.opens.length <= i + 1) table.grow();
  return table.opens[i + 1] as number;
}

/**
 * Return the closing instant of the interval that contains `at`. Return null while closed, or when it stays
 * open for a year.
 */
export function closingOf({ table }: CompiledCalendar, at: number): number | null {
  table.reach(at);
  const i = table.indexAt(at);
  if (i < 0 || at >= (table.closes[i] as number)) return null;
  while ((table.closes[i] as number) >= table.end && table.end - at < CONTINUOUS_MS) table.grow();
  return (table.closes[i] as number) >= table.end ? null : (table.closes[i] as number);
}

/** Return the open intervals within `[from, to)`, cut to it, in epoch milliseconds. */
export function openIntervals(
  { table }: CompiledCalendar,
  from: number,
  to: number,
): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  if (to <= from) return found;
  table.reach(from);
  table.reach(to);
  for (let i = Math.max(table.indexAt(from), 0); i < table.opens.length; i++) {
    const open = Math.max(table.opens[i] as number, from);
    const close = Math.min(table.closes[i] as number, to);
    if (open >= to) break;
    if (close > open) found.push({ from: open, to: close });
  }
  return found;
}
