import { type RakeCell, type RakeMargins, rake } from './rake.ts';

/** Weights beyond so many times the median are trimmed. */
const MOST_TIMES = 5;
const MOST_ROUNDS = 20;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

/** Return the weight of each respondent, cell by cell. */
const spread = (cells: readonly RakeCell[], weights: readonly number[]): number[] =>
  cells.flatMap(({ n }, index) => Array.from({ length: n }, () => weights[index] ?? 0));

/**
 * Weight respondents so that they meet the margins, with no weight beyond five times the median: trim, and rake again.
 * When no trimmed weights meet the margins, the margins are missed by what the trimming takes away.
 *
 * @returns the weight of one respondent of each cell
 * @throws StatisticsError as `rake` does
 */
export function trimmedWeights(cells: readonly RakeCell[], margins: RakeMargins): number[] {
  let weights = rake(cells, margins);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const most = MOST_TIMES * median(spread(cells, weights));
    if (weights.every((weight) => weight <= most * (1 + 1e-9))) return weights;
    const trimmed = weights.map((weight) => Math.min(weight, most));
    if (round === MOST_ROUNDS - 1) return trimmed;
    weights = rake(
      cells.map((cell, index) => ({ ...cell, weight: trimmed[index] ?? 0 })),
      margins,
    );
  }
  return weights;
}

/**
 * Compute the effective number of answers with these weights, (Σw)² / Σw² (L. Kish, Survey Sampling, 1965). The design
 * effect is the number of answers over it.
 */
export function kishSize(cells: readonly RakeCell[], weights: readonly number[]): number {
  const all = spread(cells, weights);
  const sum = all.reduce((total, weight) => total + weight, 0);
  const squares = all.reduce((total, weight) => total + weight ** 2, 0);
  return squares === 0 ? 0 : sum ** 2 / squares;
}
