import type { MinuteSpan } from '#shared/domain/sla/minute-spans.ts';
import type { HoursInForce, HoursOverride } from '#shared/domain/telephone/hours/hours-changes.ts';
import type { HoursPlan, TemporaryHours } from '#shared/domain/telephone/hours/hours-plan.ts';

/** The opening hours a telephone system keeps for itself. Days are numbers since 1970. */
export interface SwitchboardHours {
  inForce(): Promise<HoursInForce>;
  setWeek(week: Pick<HoursPlan, 'zone' | 'week'>): Promise<void>;
  add(hours: TemporaryHours): Promise<void>;
  remove(hours: HoursOverride): Promise<void>;
  /** What it reckons itself to be open on the days, both included; a day that is absent is closed. */
  reckoned(from: number, to: number): Promise<ReadonlyMap<number, readonly MinuteSpan[]>>;
}
