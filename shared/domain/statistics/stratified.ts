import { StatisticsError } from './statistics-error.ts';
import { type Interval, wilsonInterval, Z_95 } from './wilson.ts';

/** A part of the population, and how many of its units answered. */
interface Stratum {
  readonly name: string;
  readonly population: number;
  readonly n: number;
}

/** A stratum whose answers are yes or no. */
export interface ShareStratum extends Stratum {
  readonly yes: number;
}

/** A stratum whose answers are numbers, with their mean and their variance over n − 1. */
export interface MeanStratum extends Stratum {
  readonly mean: number;
  readonly variance: number;
}

export interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Interval & { readonly method: 'wilson' | 'normal' };
  readonly n: number;
  /** The size of a simple random sample of the same precision. */
  readonly effectiveN: number;
}

/** An estimate and its sampling variance. `spread` is the variance of a single answer in the population. */
interface Moments {
  readonly estimate: number;
  readonly variance: number;
  readonly spread: number;
  readonly n: number;
  readonly isCensus: boolean;
}

function checkSize({ name, population, n }: Stratum): void {
  if (n > population)
    throw new StatisticsError(`stratum "${name}": expected n up to its population ${population}, got ${n}`);
  if (n === 0) throw new StatisticsError(`stratum "${name}": n is 0, so nothing is known about it`);
  if (n === 1 && population > 1)
    throw new StatisticsError(`stratum "${name}": n is 1, so its variance is unknown`);
}

/**
 * Σ W x̄ and Σ W² (1 − n/N) s²/n, with W = N/ΣN (W. G. Cochran, Sampling Techniques, 3rd ed., 5.3–5.4). Without
 * the finite-population correction the factor 1 − n/N is 1.
 */
function momentsOf(strata: readonly MeanStratum[], fpc: boolean): Moments {
  for (const stratum of strata) checkSize(stratum);
  const total = strata.reduce((sum, { population }) => sum + population, 0);
  const estimate = strata.reduce((sum, { population, mean }) => sum + (population / total) * mean, 0);
  let variance = 0;
  let spread = 0;
  for (const stratum of strata) {
    const weight = stratum.population / total;
    const unsampled = fpc ? 1 - stratum.n / stratum.population : 1;
    variance += weight ** 2 * unsampled * (stratum.variance / stratum.n);
    const within = (stratum.variance * (stratum.n - 1)) / stratum.n;
    spread += weight * (within + (stratum.mean - estimate) ** 2);
  }
  const n = strata.reduce((sum, stratum) => sum + stratum.n, 0);
  return { estimate, variance, spread, n, isCensus: fpc && n === total };
}

/** A variance of 0 says that the answers do not differ, not that the sample is infinite: then n counts. */
const effectiveSize = ({ variance, spread, n }: Moments): number => (variance > 0 ? spread / variance : n);

/**
 * Estimate a share from a stratified sample. The interval is Wilson's on the effective sample size
 * p(1 − p)/v, or the share alone when everybody answered.
 *
 * @param fpc apply the finite-population correction
 * @throws StatisticsError for a stratum without answers, or with one answer of several units
 */
export function stratifiedShare(strata: readonly ShareStratum[], fpc: boolean): Estimate {
  const answers = strata.map((stratum) => {
    const { name, n, yes } = stratum;
    if (yes > n) throw new StatisticsError(`stratum "${name}": expected yes up to n ${n}, got ${yes}`);
    const mean = n === 0 ? 0 : yes / n;
    // A single unit that is its whole stratum has no variance.
    return { ...stratum, mean, variance: n < 2 ? 0 : (mean * (1 - mean) * n) / (n - 1) };
  });
  const moments = momentsOf(answers, fpc);
  const yes = strata.reduce((sum, stratum) => sum + stratum.yes, 0);
  const estimate = yes === 0 ? 0 : yes === moments.n ? 1 : moments.estimate;
  const spread = estimate * (1 - estimate);
  const effectiveN = effectiveSize({ ...moments, spread });
  const { low, high } = moments.isCensus
    ? { low: estimate, high: estimate }
    : wilsonInterval(estimate, effectiveN);
  return {
    ...{ estimate, standardError: Math.sqrt(moments.variance) },
    interval: { method: 'wilson', low, high },
    ...{ n: moments.n, effectiveN },
  };
}

/**
 * Estimate a mean from a stratified sample, with a normal interval.
 *
 * @param fpc apply the finite-population correction
 * @throws StatisticsError for a stratum without answers, or with one answer of several units
 */
export function stratifiedMean(strata: readonly MeanStratum[], fpc: boolean): Estimate {
  const moments = momentsOf(strata, fpc);
  const standardError = Math.sqrt(moments.variance);
  const { estimate, n } = moments;
  const half = Z_95 * standardError;
  return {
    ...{ estimate, standardError },
    interval: { method: 'normal', low: estimate - half, high: estimate + half },
    ...{ n, effectiveN: effectiveSize(moments) },
  };
}
