import type { Share } from '../statistics/wilson.ts';
import type { MeasureId } from './catalogue.ts';
import type { DepartmentLine, Figures } from './figures-of.ts';
import { type Buckets, quantile } from './time-bucket.ts';

/** Departments with fewer units do not take part in the comparison one by one, as long as another one does. */
const LEAST_IN_DEPARTMENT = 10;
/** The mix explains a difference of which less than this part is left with the same weights of departments. */
const LEAST_LEFT = 0.5;

/** The rest of a difference when both periods have the same departments with the same weights. */
export type Mix =
  | { readonly isMix: true }
  | {
      readonly isMix: false;
      /** The department that explains more than half of the difference. */
      readonly mainly?: string;
    };

const MIX: Mix = { isMix: true };
const NO_MIX: Mix = { isMix: false };

/** The measures that are known for each department. */
const SHARES: Readonly<Partial<Record<MeasureId, (line: DepartmentLine) => Share | null>>> = {
  resolution: (line) => line.resolutionKept,
  firstResponse: (line) => line.firstResponseKept,
  nextResponse: (line) => line.responses.nextResponse.kept,
  firstContact: (line) => line.firstContact,
  departmentsInTime: (line) => line.answersInTime,
};

/** Answers of a department are known of all ways of asking together: they tell the mix, and no number. */
const ANSWERS: ReadonlySet<MeasureId> = new Set<MeasureId>(['satisfiedMail', 'satisfiedPhone']);

const TIMES: Readonly<Partial<Record<MeasureId, (line: DepartmentLine) => Buckets>>> = {
  median: (line) => line.worked,
  p90: (line) => line.worked,
  firstResponseMedian: (line) => line.responses.firstResponse.buckets,
  firstResponseP90: (line) => line.responses.firstResponse.buckets,
  nextResponseMedian: (line) => line.responses.nextResponse.buckets,
};

interface Pair<T> {
  readonly name: string;
  readonly now: T;
  readonly before: T;
  /** The units of both periods. */
  readonly weight: number;
}

/** Return the departments that both periods have, those with enough units when there are any. */
function pairsOf<T>(
  sides: readonly ReadonlyMap<string, T>[],
  sizeOf: (value: T) => number,
): { readonly pairs: readonly Pair<T>[]; readonly departments: number } {
  const [now = new Map<string, T>(), before = new Map<string, T>()] = sides.map(
    (lines) => new Map([...lines].filter(([, value]) => sizeOf(value) > 0)),
  );
  const shared = [...now].flatMap(([name, value]) => {
    const earlier = before.get(name);
    if (earlier === undefined) return [];
    const sizes = [sizeOf(value), sizeOf(earlier)];
    const weight = sizes.reduce((sum, size) => sum + size, 0);
    return [{ ...{ name, now: value, before: earlier, weight }, least: Math.min(...sizes) }];
  });
  const large = shared.filter(({ least }) => least >= LEAST_IN_DEPARTMENT);
  return {
    pairs: large.length > 0 ? large : shared,
    departments: new Set([...now.keys(), ...before.keys()]).size,
  };
}

const mainOf = (parts: readonly (readonly [string, number])[], difference: number): Mix => {
  const [name] = parts.find(([, part]) => part / difference > 0.5) ?? [];
  return parts.length > 1 && name !== undefined ? { isMix: false, mainly: name } : NO_MIX;
};

const totalShare = (shares: readonly Share[]): number => {
  const n = shares.reduce((sum, one) => sum + one.n, 0);
  return shares.reduce((sum, one) => sum + one.share * one.n, 0) / n;
};

/** Direct standardisation: a change of the mix of departments alone moves nothing. */
function mixOfShares(
  pairs: readonly Pair<Share>[],
  estimate: number,
): { mix: Mix; parts: [string, number][]; difference: number } {
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const parts = pairs.map(({ name, now, before, weight }): [string, number] => [
    name,
    (weight / total) * (now.share - before.share),
  ]);
  const difference = parts.reduce((sum, [, part]) => sum + part, 0);
  return { mix: difference / estimate < LEAST_LEFT ? MIX : NO_MIX, parts, difference };
}

type SharesIn = (figures: Figures) => ReadonlyMap<string, Share>;

/** Return how a share is read by department; undefined when it is not known by department. */
function sharesOf(id: MeasureId): SharesIn | undefined {
  if (ANSWERS.has(id)) return ({ satisfiedIn }) => satisfiedIn;
  const of = SHARES[id];
  return (
    of &&
    (({ departments }) =>
      new Map(
        departments.flatMap((line) => {
          const share = of(line);
          return share === null ? [] : [[line.department, share] as const];
        }),
      ))
  );
}

/**
 * Return the rest of the difference of a share when the departments of both periods are compared one by one.
 * @param estimate the difference, not zero
 */
export function mixInShare(id: MeasureId, estimate: number, figures: readonly [Figures, Figures]): Mix {
  const of = sharesOf(id);
  if (of === undefined) return NO_MIX;
  const { pairs, departments } = pairsOf(figures.map(of), ({ n }) => n);
  if (departments <= 1) return NO_MIX;
  if (pairs.length === 0) return MIX;
  if (!ANSWERS.has(id)) {
    const { mix, parts, difference } = mixOfShares(pairs, estimate);
    return mix.isMix ? mix : mainOf(parts, difference);
  }
  const [now, before] = figures.map((one) => totalShare([...of(one).values()]));
  const pooled = (now ?? 0) - (before ?? 0);
  // Answers of all ways together moved elsewhere than those of this way: their mix says nothing about it.
  if (pooled === 0 || Math.sign(pooled) !== Math.sign(estimate)) return NO_MIX;
  return mixOfShares(pairs, pooled).mix;
}

const sizeOf = (buckets: Buckets): number => [...buckets.values()].reduce((sum, count) => sum + count, 0);

/**
 * Return the rest of the ratio of a quantile of times when both periods have the same departments with the same
 * weights.
 * @param logRatio the logarithm of the ratio, not zero
 */
export function mixInTimes(
  id: MeasureId,
  { logRatio, share }: { readonly logRatio: number; readonly share: number },
  figures: readonly [Figures, Figures],
): Mix {
  const of = TIMES[id];
  if (of === undefined) return NO_MIX;
  const { pairs, departments } = pairsOf(
    figures.map((one) => new Map(one.departments.map((line) => [line.department, of(line)]))),
    sizeOf,
  );
  if (departments <= 1) return NO_MIX;
  if (pairs.length === 0) return MIX;
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const parts = pairs.map(({ name, now, before, weight }): [string, number] => {
    const [later, earlier] = [quantile(now, share) ?? 1, quantile(before, share) ?? 1];
    return [name, (weight / total) * Math.log(later / earlier)];
  });
  const left = parts.reduce((sum, [, part]) => sum + part, 0);
  return left / logRatio < LEAST_LEFT ? MIX : mainOf(parts, left);
}
