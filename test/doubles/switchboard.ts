import { weekdayOf } from '#shared/domain/sla/local-date.ts';
import type { MinuteSpan } from '#shared/domain/sla/minute-spans.ts';
import type { HoursInForce, SwitchboardOverride } from '#shared/domain/telephone/hours/hours-changes.ts';
import type { HoursPlan, TemporaryHours } from '#shared/domain/telephone/hours/hours-plan.ts';
import type { SwitchboardHours } from '#shared/ports/switchboard-hours.ts';

/** A double of the hours in Connect. It rejects what Connect may reject: days that are in two overrides. */
export class MemorySwitchboardHours implements SwitchboardHours {
  hours: HoursInForce = { zone: 'UTC', week: {}, temporary: [] };
  /** The writes, in order. */
  readonly writes: string[] = [];

  async inForce(): Promise<HoursInForce> {
    return this.hours;
  }

  async setWeek({ zone, week }: Pick<HoursPlan, 'zone' | 'week'>): Promise<void> {
    this.writes.push('week');
    this.hours = { ...this.hours, zone, week };
  }

  async add(stretch: TemporaryHours): Promise<void> {
    const { temporary } = this.hours;
    if (temporary.some(({ from, to }) => from <= stretch.to && stretch.from <= to))
      throw new Error('two stretches share a day');
    if (temporary.length >= 50) throw new Error('LimitExceededException');
    this.writes.push('add');
    const hoursOfWeek: SwitchboardOverride = { ...stretch, own: true, id: `override-${this.writes.length}` };
    this.hours = { ...this.hours, temporary: [...temporary, hoursOfWeek] };
  }

  async remove({ id }: SwitchboardOverride): Promise<void> {
    this.writes.push('remove');
    const temporary = this.hours.temporary.filter((hoursOfWeek) => hoursOfWeek.id !== id);
    this.hours = { ...this.hours, temporary };
  }

  async reckoned(from: number, to: number): Promise<Map<number, readonly MinuteSpan[]>> {
    const days = Array.from({ length: Math.max(to - from + 1, 0) }, (_, i) => from + i);
    return new Map(days.map((day) => [day, this.hoursOn(day)]));
  }

  hoursOn(day: number): readonly MinuteSpan[] {
    const stretch = this.hours.temporary.find(({ from, to }) => from <= day && day <= to);
    return (stretch ?? this.hours).week[weekdayOf(day)] ?? [];
  }
}
