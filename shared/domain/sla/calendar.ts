/** Names in both languages of the centre. */
export interface BilingualName {
  readonly ar: string;
  readonly en: string;
}

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Local wall times `HH:MM`, half open: `['07:30', '14:30']` is open at 07:30 and closed at 14:30. `24:00` ends a day. */
export type LocalInterval = readonly [from: string, to: string];

/** A day that is absent, or has no interval, is closed. */
export type WeeklyHours = { readonly [day in Weekday]?: readonly LocalInterval[] };

/**
 * When something falls: `2026-09-23` once, `--09-23` every year, `AH:1447-10-01` once on a Hijri date,
 * `AH:--10-01` every Hijri year (Umm al-Qura).
 */
export type DateRule = string;

/** Proposed dates are computed or expected; a person confirms them once they are announced. */
export type Certainty = 'proposed' | 'confirmed';

export interface Holiday {
  readonly on: DateRule;
  /** Consecutive calendar days, 1 when absent. */
  readonly days?: number | undefined;
  /** Instead of `days`: lasts until so many days that the week would have worked are covered. */
  readonly workingDays?: number | undefined;
  /** Day given in lieu, by the weekday it falls on: `{ fri: -1, sat: 1 }` gives Thursday or Sunday. */
  readonly inLieu?: { readonly [day in Weekday]?: number } | undefined;
  /** Years (of the rule's own era) in which the recurring rule does not hold, because a dated entry replaces it. */
  readonly except?: readonly number[] | undefined;
  readonly name: BilingualName;
  readonly state: Certainty;
  readonly source?: string | undefined;
}

/** A range of dates, both included, with hours of its own in place of the weekly ones. */
export interface HoursOverride {
  readonly from: DateRule;
  readonly to: DateRule;
  readonly hours: WeeklyHours;
  readonly except?: readonly number[] | undefined;
  readonly name?: BilingualName | undefined;
  readonly state?: Certainty | undefined;
  readonly source?: string | undefined;
}

/** Part of a day (all of it when no times are given) closed or opened by order, whatever else the day is. */
export interface DayException {
  readonly on: DateRule;
  readonly kind: 'closed' | 'open';
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly name?: BilingualName | undefined;
  readonly source?: string | undefined;
}

/**
 * Working time as data. Precedence of a day: exceptions (in the order listed) over holidays over overrides
 * (the last listed wins) over the weekly hours.
 */
export interface Calendar {
  readonly id: string;
  readonly version: number;
  readonly name: BilingualName;
  /** IANA name, such as `Asia/Riyadh`. */
  readonly zone: string;
  readonly hours: WeeklyHours;
  readonly holidays: readonly Holiday[];
  readonly overrides: readonly HoursOverride[];
  readonly exceptions: readonly DayException[];
  /** The calendar in whose place this one stands where its scope and validity hold. */
  readonly variantOf?: string | undefined;
  /** Departments or cities with these hours; all when absent. */
  readonly scope?:
    | {
        readonly departments?: readonly string[] | undefined;
        readonly cities?: readonly string[] | undefined;
      }
    | undefined;
  /** Local dates, both included, in which it holds. */
  readonly validity?: { readonly from: string; readonly to?: string | undefined } | undefined;
  readonly source: string;
}
