import { CATALOGUE, MEASURE_IDS, type MeasureId } from './catalogue.ts';
import type { Figures } from './figures-of.ts';
import type { MeasureUnit, MeasureValue } from './measure-entry.ts';
import { significanceOf } from './significance.ts';

/** A value as every output shows it. A share of too few answers is hidden: it has no numbers. */
export interface ShownValue {
  /** Null when there is none yet, or when it is hidden. */
  readonly value: number | null;
  /** The number of answers of a share, and its 95 % interval. */
  readonly n: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly isHidden: boolean;
}

/** A measure with its value. */
export interface Measured extends ShownValue {
  readonly id: MeasureId;
  readonly unit: MeasureUnit;
}

const NONE = { value: null, n: null, low: null, high: null };

/** Return the numbers of a value that may be shown. */
export function shownValue(value: MeasureValue): ShownValue {
  if (value === null) return { ...NONE, isHidden: false };
  if (typeof value === 'number') return { ...NONE, value, isHidden: false };
  const { share, n, low, high } = value;
  return significanceOf(n) === 'hidden'
    ? { ...NONE, isHidden: true }
    : { value: share, n, low, high, isHidden: false };
}

/** Return every measure of a period, in the order of the catalogue. Pages, mails and files show these values. */
export const measured = (figures: Figures): readonly Measured[] =>
  MEASURE_IDS.map((id) => ({ id, unit: CATALOGUE[id].unit, ...shownValue(CATALOGUE[id].of(figures)) }));
