import type { EventType } from '#events/registry.ts';
import type { Language } from '#events/vocabulary.ts';
import type { Share } from '../statistics/wilson.ts';
import type { Figures } from './figures-of.ts';
import type { Selection } from './selection.ts';
import type { Buckets } from './time-bucket.ts';

/** A number of a period: a count, a share with its interval, or a time. */
export type MeasureUnit = 'count' | 'share' | 'working-minutes' | 'seconds';

/** The part of the centre that is responsible for the number. */
export type Owner = 'desk' | 'departments' | 'telephone' | 'satisfaction';

export type MeasureValue = number | Share | null;

/** One measure: everything that a page, a file, a mail or a reader needs to know about it. */
export interface MeasureEntry {
  readonly name: Readonly<Record<Language, string>>;
  /** A sentence that says the extent of the measure. */
  readonly definition: Readonly<Record<Language, string>>;
  /** The counters it is computed from, see `counter-name.ts`. */
  readonly formula: string;
  readonly unit: MeasureUnit;
  /** Whether more is better for beneficiaries. */
  readonly better: 'more' | 'less' | 'neither';
  /** The events that are counted. */
  readonly events: readonly EventType[];
  readonly owner: Owner;
  /** The day on which the definition changed last, `YYYY-MM-DD`. Values before and after it are not compared. */
  readonly changedOn?: string;
  /**
   * The counters behind the number, which lead to its cases or calls: of a count, the counters that it is the sum of;
   * of a share, those of all that it is a share of. Absent for answers, so that no person can be identified.
   */
  readonly behind?: Selection;
  /** Whether the list behind the number may have a few rows more or fewer than it counts. */
  readonly isNear?: boolean;
  /** Of a quantile: its share, and the durations of which it is one. */
  readonly quantile?: { readonly share: number; readonly of: (figures: Figures) => Buckets };
  /** Return the value; null when there is none yet. */
  readonly of: (figures: Figures) => MeasureValue;
}
