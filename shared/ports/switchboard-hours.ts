import type { MinuteSpan } from '#shared/domain/sla/minute-spans.ts';
import type { HoursInForce, SwitchboardOverride } from '#shared/domain/telephone/hours/hours-changes.ts';
import type { HoursPlan, TemporaryHours } from '#shared/domain/telephone/hours/hours-plan.ts';

/** The opening hours stored in the telephone system. Days are numbers since 1970. */
export interface SwitchboardHours {
  inForce(): Promise<HoursInForce>;
  setWeek(week: Pick<HoursPlan, 'zone' | 'week'>): Promise<void>;
  add(hours: TemporaryHours): Promise<void>;
  remove(hours: SwitchboardOverride): Promise<void>;
  /** Return the effective open hours of the days, both inclusive. A missing day is closed. */
  reckoned(from: number, to: number): Promise<ReadonlyMap<number, readonly MinuteSpan[]>>;
}
