import type { Calendar } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';
import { hoursOfDays, longestWeek } from './day-hours.ts';
import { DAY_MS, formatDate, MINUTE_MS } from './local-date.ts';
import type { Zone } from './zone.ts';
import { zoneOf } from './zone.ts';

/** Range of supported instants: the years 1900 to 9999. */
const EARLIEST_DAY = Date.UTC(1900, 0, 2) / DAY_MS;
const LATEST_DAY = Date.UTC(9999, 11, 30) / DAY_MS;
const FIRST_REACH_DAYS = 370;
/** A calendar without open time for this number of days is reported as permanently closed. */
const GIVE_UP_DAYS = 20 * 366;
/** Minutes that a week may gain when clocks are put back: one or two hours a year, with a margin. */
const PUT_BACK_MINUTES = 5;

/**
 * The open intervals of a calendar as sorted UTC milliseconds, with the working time before each. The horizon
 * grows when a question is beyond it. It at least doubles, so that the cost of growth is amortised.
 */
export class IntervalTable {
  readonly opens: number[] = [];
  readonly closes: number[] = [];
  /** Working milliseconds from the start of the table to `opens[i]`. */
  readonly before: number[] = [];
  readonly #calendar: Calendar;
  readonly #zone: Zone;
  #firstDay = 0;
  #endDay = 0;
  #from = 0;
  #to = 0;

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
    this.#zone = zoneOf(calendar.zone);
  }

  /** First instant beyond the horizon. */
  get end(): number {
    return this.#to;
  }

  /** Working milliseconds in the table so far. */
  get total(): number {
    const last = this.opens.length - 1;
    return last < 0
      ? 0
      : (this.before[last] as number) + (this.closes[last] as number) - (this.opens[last] as number);
  }

  /** Build an empty table for exactly `[from, to]`. */
  cover(from: number, to: number): void {
    this.#build(dayOf(from) - 2, dayOf(to) + 2);
  }

  /** Extend the horizon to include `instant`. */
  reach(instant: number): void {
    if (instant >= this.#from && instant < this.#to) return;
    const day = dayOf(instant);
    const span = Math.max(this.#endDay - this.#firstDay, FIRST_REACH_DAYS);
    if (this.#endDay === this.#firstDay) this.#build(day - 60, day + span);
    else if (instant < this.#from) this.#build(day - span, this.#endDay);
    else this.#append(Math.max(day + 2, this.#endDay + span));
  }

  /**
   * Extend the horizon to the future. Throw a {@link CalendarError} when the calendar is permanently closed.
   */
  grow(): void {
    const lastDay = Math.floor((this.closes.at(-1) ?? this.#from) / DAY_MS);
    if (this.#endDay - lastDay > GIVE_UP_DAYS || this.#endDay >= LATEST_DAY) throw this.#noneAfter(lastDay);
    this.#append(this.#endDay + Math.max(this.#endDay - this.#firstDay, FIRST_REACH_DAYS));
  }

  /** Return the index of the last interval that opens at or before `instant`, or -1. */
  indexAt(instant: number): number {
    let low = 0;
    let high = this.opens.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.opens[middle] as number) <= instant) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /**
   * Return the working milliseconds from the start of the table to `instant`. Call {@link reach} with the
   * instant first.
   */
  workedAt(instant: number): number {
    const i = this.indexAt(instant);
    if (i < 0) return 0;
    const close = this.closes[i] as number;
    return (this.before[i] as number) + (instant < close ? instant : close) - (this.opens[i] as number);
  }

  /**
   * Return the first instant at which `worked` milliseconds (> 0, counted like {@link workedAt}) have passed.
   * Throw a {@link CalendarError} when there is none. Throw it without a search when all weeks to come cannot
   * hold the value.
   */
  instantAfter(worked: number): number {
    if (this.total < worked) {
      const weeks = (LATEST_DAY + 2 - this.#endDay) / 7 + 2;
      const most = weeks * (longestWeek(this.#calendar) + PUT_BACK_MINUTES) * MINUTE_MS;
      if (worked - this.total > most) throw this.#noneAfter(LATEST_DAY);
    }
    while (this.total < worked) this.grow();
    let low = 0;
    let high = this.before.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.before[middle] as number) < worked) low = middle + 1;
      else high = middle;
    }
    return (this.opens[low - 1] as number) + worked - (this.before[low - 1] as number);
  }

  #noneAfter(day: number): CalendarError {
    return new CalendarError(
      'calendar',
      `expected working time after ${formatDate(day)}, "${this.#calendar.id}" has none`,
    );
  }

  #build(firstDay: number, endDay: number): void {
    this.opens.length = 0;
    this.closes.length = 0;
    this.before.length = 0;
    this.#firstDay = Math.max(firstDay, EARLIEST_DAY - 2);
    this.#endDay = this.#firstDay;
    this.#zone.cover((this.#firstDay - 3) * DAY_MS, endDay * DAY_MS);
    this.#from = this.#zone.toInstant(this.#firstDay * DAY_MS);
    this.#append(endDay);
  }

  #append(endDay: number): void {
    const last = Math.min(endDay, LATEST_DAY + 2);
    this.#zone.cover((this.#firstDay - 3) * DAY_MS, (last + 3) * DAY_MS);
    const hours = hoursOfDays(this.#calendar, this.#endDay, last);
    for (let day = this.#endDay; day < last; day++) {
      const midnight = day * DAY_MS;
      for (const { from, to } of hours(day)) {
        this.#add(
          this.#zone.toInstant(midnight + from * MINUTE_MS),
          this.#zone.toInstant(midnight + to * MINUTE_MS),
        );
      }
    }
    this.#endDay = last;
    this.#to = this.#zone.toInstant(last * DAY_MS);
  }

  #add(open: number, close: number): void {
    const last = this.opens.length - 1;
    const lastClose = last < 0 ? Number.NEGATIVE_INFINITY : (this.closes[last] as number);
    if (close <= open || close <= lastClose) return;
    if (open <= lastClose) {
      this.closes[last] = close;
      return;
    }
    this.before.push(this.total);
    this.opens.push(open);
    this.closes.push(close);
  }
}

function dayOf(instant: number): number {
  const day = Math.floor(instant / DAY_MS);
  if (day >= EARLIEST_DAY && day <= LATEST_DAY) return day;
  throw new CalendarError('instant', `expected an instant from 1900 to 9999, got ${instant} ms`);
}
