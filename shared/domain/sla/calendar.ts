/** A name in both languages. */
export interface BilingualName {
  readonly ar: string;
  readonly en: string;
}

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * Local wall times `HH:MM`, half open: `['07:30', '14:30']` is open at 07:30 and closed at 14:30. `24:00` is
 * the end of the day.
 */
export type LocalInterval = readonly [from: string, to: string];

/** A day that is missing or has no interval is closed. */
export type WeeklyHours = { readonly [day in Weekday]?: readonly LocalInterval[] };

/**
 * A date: `2026-09-23` once, `--09-23` every year, `AH:1447-10-01` once on a Hijri date, `AH:--10-01` every
 * Hijri year (Umm al-Qura).
 */
export type DateRule = string;

/** Proposed dates are computed or expected. A person confirms them after the announcement. */
export type Certainty = 'proposed' | 'confirmed';

export interface Holiday {
  readonly on: DateRule;
  /** Consecutive calendar days, 1 by default. */
  readonly days?: number | undefined;
  /**
   * Replaces `days`: the holiday lasts until it covers this number of days that the week would have worked.
   */
  readonly workingDays?: number | undefined;
  /** Substitute day by the weekday of the holiday: `{ fri: -1, sat: 1 }` gives Thursday or Sunday. */
  readonly inLieu?: { readonly [day in Weekday]?: number } | undefined;
  /**
   * Years (of the rule's own era) in which the recurring rule does not apply, because a dated entry replaces
   * it.
   */
  readonly except?: readonly number[] | undefined;
  readonly name: BilingualName;
  readonly state: Certainty;
  readonly source?: string | undefined;
}

/** A range of dates, both inclusive, with other hours than the weekly ones. */
interface HoursOverride {
  readonly from: DateRule;
  readonly to: DateRule;
  readonly hours: WeeklyHours;
  readonly except?: readonly number[] | undefined;
  readonly name?: BilingualName | undefined;
  readonly state?: Certainty | undefined;
  readonly source?: string | undefined;
}

/**
 * Closes or opens part of a day by order, with the highest precedence. Without times it applies to the whole
 * day.
 */
export interface DayException {
  readonly on: DateRule;
  readonly kind: 'closed' | 'open';
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly name?: BilingualName | undefined;
  readonly source?: string | undefined;
}

/**
 * Working time as data. Precedence for a day: exceptions (in the listed order), then holidays, then overrides
 * (the last listed wins), then the weekly hours.
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
  /** Id of the calendar that this one replaces within its scope and validity. */
  readonly variantOf?: string | undefined;
  /** Departments or cities with these hours. Missing means all. */
  readonly scope?:
    | {
        readonly departments?: readonly string[] | undefined;
        readonly cities?: readonly string[] | undefined;
      }
    | undefined;
  /** Local dates, both inclusive, between which the calendar applies. */
  readonly validity?: { readonly from: string; readonly to?: string | undefined } | undefined;
  readonly source: string;
}
