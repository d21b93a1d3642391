import { StatisticsError } from './statistics-error.ts';

/**
 * Final dispositions by AAPOR's letters: complete, partial, refusal and break-off, non-contact, other, unknown if
 * a household or person, unknown other, and not eligible.
 */
export interface DispositionCounts {
  readonly I: number;
  readonly P: number;
  readonly R: number;
  readonly NC: number;
  readonly O: number;
  readonly UH: number;
  readonly UO: number;
  readonly ineligible: number;
}

/** AAPOR's names of the rates. */
export const RATES = [
  ...(['RR1', 'RR2', 'RR3', 'RR4', 'RR5', 'RR6'] as const),
  ...(['COOP1', 'COOP2', 'COOP3', 'COOP4'] as const),
  ...(['REF1', 'REF2', 'REF3', 'CON1', 'CON2', 'CON3'] as const),
] as const;
type RateName = (typeof RATES)[number];

/** Shares between 0 and 1. A rate over nothing is null. `e` is the share of the unknown that is eligible. */
export type ResponseRates = Readonly<Record<'e' | RateName, number | null>>;

const over = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/**
 * Compute response, cooperation, refusal and contact rates (AAPOR, Standard Definitions, 10th ed., 2023). The
 * share `e` is that of the eligible among those whose eligibility is known (the proportional method, CASRO).
 *
 * @throws StatisticsError when no disposition is known, so that `e` cannot be estimated
 */
export function responseRates(counts: DispositionCounts): ResponseRates {
  const { I, P, R, NC, O, UH, UO, ineligible } = counts;
  const interviews = I + P;
  const eligible = interviews + R + NC + O;
  const unknown = UH + UO;
  const e = over(eligible, eligible + ineligible);
  if (e === null) throw new StatisticsError('counts: no case has a known eligibility, so e is unknown');
  const all = eligible + unknown;
  const expected = eligible + e * unknown;
  const cooperating = interviews + R + O;
  return {
    e,
    ...{ RR1: over(I, all), RR2: over(interviews, all) },
    ...{ RR3: over(I, expected), RR4: over(interviews, expected) },
    ...{ RR5: over(I, eligible), RR6: over(interviews, eligible) },
    ...{ COOP1: over(I, cooperating), COOP2: over(interviews, cooperating) },
    ...{ COOP3: over(I, interviews + R), COOP4: over(interviews, interviews + R) },
    ...{ REF1: over(R, all), REF2: over(R, expected), REF3: over(R, eligible) },
    ...{ CON1: over(cooperating, all), CON2: over(cooperating, expected), CON3: over(cooperating, eligible) },
  };
}
