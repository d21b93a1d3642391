import { CATALOGUE, MEASURE_IDS, type MeasureId } from './catalogue.ts';
import type { Figures } from './figures-of.ts';
import type { MeasureUnit, MeasureValue } from './measure-entry.ts';
import { significanceOf } from './significance.ts';

/** The value of a measure as every output shows it. A share of too few answers is hidden: it has no numbers. */
export interface Measured {
  readonly id: MeasureId;
  readonly unit: MeasureUnit;
  /** Null when there is none yet, or when it is hidden. */
  readonly value: number | null;
  /** The number of answers of a share, and its 95 % interval. */
  readonly n: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly isHidden: boolean;
}

const NONE = { value: null, n: null, low: null, high: null };

function shown(value: MeasureValue): Omit<Measured, 'id' | 'unit'> {
  if (value === null) return { ...NONE, isHidden: false };
  if (typeof value === 'number') return { ...NONE, value, isHidden: false };
  const { share, n, low, high } = value;
  return significanceOf(n) === 'hidden'
    ? { ...NONE, isHidden: true }
    : { value: share, n, low, high, isHidden: false };
}

/** Return every measure of a period, in the order of the catalogue. Pages, mails and files show these values. */
export const measured = (figures: Figures): readonly Measured[] =>
  MEASURE_IDS.map((id) => ({ id, unit: CATALOGUE[id].unit, ...shown(CATALOGUE[id].of(figures)) }));
