import { StatisticsError } from './statistics-error.ts';

/** Respondents of the same level in each dimension. `weight` is the weight of one of them before raking. */
export interface RakeCell {
  readonly values: Readonly<Record<string, string>>;
  readonly n: number;
  readonly weight: number;
}

/** The totals of the population: dimension → level → total. */
export type RakeMargins = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The largest relative deviation of a margin, which ends the fitting. */
const CLOSE_ENOUGH = 1e-12;
/** The same, if rounding prevents a better fit. */
const STILL_CLOSE = 1e-10;
const MOST_ROUNDS = 10_000;
const SAME_TOTAL = 1e-9;

interface Margin {
  readonly label: string;
  readonly total: number;
  readonly cells: readonly number[];
}

function readMargins(cells: readonly RakeCell[], margins: RakeMargins): Margin[][] {
  const dimensions = Object.entries(margins);
  for (const [dimension, levels] of dimensions) {
    for (const [index, { values }] of cells.entries()) {
      const level = Object.hasOwn(values, dimension) ? values[dimension] : undefined;
      if (level === undefined) throw new StatisticsError(`cells[${index}]: no value of "${dimension}"`);
      if (!Object.hasOwn(levels, level))
        throw new StatisticsError(`margins: no total of "${dimension}" for "${level}"`);
    }
  }
  return dimensions.map(([dimension, levels]) =>
    Object.entries(levels).map(([level, total]) => ({
      ...{ label: `${dimension} "${level}"`, total },
      cells: [...cells.keys()].filter((index) => cells[index]?.values[dimension] === level),
    })),
  );
}

function checkTotals(margins: readonly Margin[][], cells: readonly RakeCell[]): void {
  const [first = 0, ...others] = margins.map((levels) => levels.reduce((sum, { total }) => sum + total, 0));
  const other = others.find((total) => Math.abs(total - first) > SAME_TOTAL * Math.max(total, first));
  if (other !== undefined)
    throw new StatisticsError(
      `margins: expected the same total in each dimension, got ${first} and ${other}`,
    );
  for (const { label, total, cells: indexes } of margins.flat()) {
    const answers = indexes.some((index) => (cells[index]?.n ?? 0) * (cells[index]?.weight ?? 0) > 0);
    if (total > 0 && !answers) throw new StatisticsError(`margins: ${label} has a total and no respondent`);
  }
}

/**
 * Weight respondents so that they meet the totals of each dimension, by iterative proportional fitting
 * (W. E. Deming, F. F. Stephan, Annals of Mathematical Statistics 11, 1940).
 *
 * @returns the weight of one respondent of each cell, in the order given: Σ n × weight meets every margin
 * @throws StatisticsError when a margin has a total but no respondent, totals differ, or no weights meet them
 */
export function rake(cells: readonly RakeCell[], margins: RakeMargins): number[] {
  const dimensions = readMargins(cells, margins);
  checkTotals(dimensions, cells);
  const weights = cells.map(({ weight }) => weight);
  const sumOf = (margin: Margin): number =>
    margin.cells.reduce((sum, index) => {
      const n = cells[index]?.n ?? 0;
      return n === 0 ? sum : sum + n * (weights[index] ?? 0);
    }, 0);
  const all = dimensions.flat();
  const deviation = (): number =>
    all.reduce((most, margin) => {
      const apart = Math.abs(sumOf(margin) - margin.total);
      return Math.max(most, margin.total === 0 ? apart : apart / margin.total);
    }, 0);
  for (let round = 0; round < MOST_ROUNDS && deviation() > CLOSE_ENOUGH; round += 1) {
    for (const margin of all) {
      const sum = sumOf(margin);
      const factor = sum === 0 ? 0 : margin.total / sum;
      for (const index of margin.cells) weights[index] = (weights[index] ?? 0) * factor;
    }
  }
  if (deviation() > STILL_CLOSE) throw new StatisticsError('margins: no weights meet all of them');
  return weights;
}
