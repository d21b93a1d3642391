import type { Share } from '../statistics/wilson.ts';
import type { Figures } from './figures-of.ts';

/** A number of a period: a count, a share with its interval, or minutes. */
export type MeasureUnit = 'count' | 'share' | 'working-minutes' | 'seconds';

interface MeasureEntry {
  readonly unit: MeasureUnit;
  /** Whether more is better for beneficiaries. */
  readonly better: 'more' | 'less' | 'neither';
  /** Return the value; null when there is none yet. */
  readonly of: (figures: Figures) => number | Share | null;
}

/**
 * The figures that are one number. The page, the comparison and the download show them from here. Names are in
 * the texts of the page.
 */
export const CATALOGUE = {
  opened: { unit: 'count', better: 'neither', of: ({ opened }) => opened },
  resolved: { unit: 'count', better: 'neither', of: ({ resolved }) => resolved },
  reopened: { unit: 'count', better: 'less', of: ({ reopened }) => reopened },
  breached: { unit: 'count', better: 'less', of: ({ breached }) => breached },
  quarantined: { unit: 'count', better: 'neither', of: ({ quarantined }) => quarantined },
  thanked: { unit: 'count', better: 'neither', of: ({ thanked }) => thanked },
  firstResponse: { unit: 'share', better: 'more', of: ({ firstResponseKept }) => firstResponseKept },
  resolution: { unit: 'share', better: 'more', of: ({ resolutionKept }) => resolutionKept },
  confirmedShare: { unit: 'share', better: 'more', of: ({ confirmed }) => confirmed.share },
  promises: { unit: 'share', better: 'more', of: ({ promisesKept }) => promisesKept },
  departmentsInTime: { unit: 'share', better: 'more', of: ({ departmentsInTime }) => departmentsInTime },
  median: { unit: 'working-minutes', better: 'less', of: ({ workingMinutes }) => workingMinutes.median },
  p90: { unit: 'working-minutes', better: 'less', of: ({ workingMinutes }) => workingMinutes.p90 },
  callsOffered: { unit: 'count', better: 'neither', of: ({ calls }) => calls.offered },
  callsAbandoned: { unit: 'share', better: 'less', of: ({ calls }) => calls.abandonment },
  callsServiceLevel: { unit: 'share', better: 'more', of: ({ calls }) => calls.serviceLevel },
  callsWait: { unit: 'seconds', better: 'less', of: ({ calls }) => calls.wait?.seconds ?? null },
} as const satisfies Readonly<Record<string, MeasureEntry>>;

export type MeasureId = keyof typeof CATALOGUE;

/** All measures, in the order in which leadership asks. */
export const MEASURE_IDS = Object.keys(CATALOGUE) as readonly MeasureId[];
