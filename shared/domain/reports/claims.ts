import { differenceOf } from '../statistics/difference.ts';
import { type Ratio, ratioOf, ratioOfRates } from '../statistics/ratio.ts';
import type { Interval, Share } from '../statistics/wilson.ts';
import { CATALOGUE, MEASURE_IDS, type MeasureId } from './catalogue.ts';
import {
  type ComparedPeriod,
  type Comparison,
  comparisonOf,
  hoursDiffer,
  isApart,
} from './compared-period.ts';
import type { Figures } from './figures-of.ts';
import type { MeasureEntry } from './measure-entry.ts';
import { type Mix, mixInShare, mixInTimes } from './mix.ts';
import { isUsualStep } from './ordinary-weeks.ts';
import { significanceOf } from './significance.ts';
import { type Buckets, quantileInterval } from './time-bucket.ts';
import type { Trend } from './trend.ts';
import { usualCounts, usualShare, usualTimes } from './unusual-part.ts';

/** Why nothing is said about two periods. */
export type Silence =
  /** There is no value in one of the periods. */
  | 'no-value'
  /** A mean of which no interval is known. */
  | 'no-interval'
  | 'too-few'
  /** Days without any event: the centre was off, or its events were not counted. */
  | 'missing-days'
  | 'changed-definition'
  /** The working hours of a day differ, as in Ramadan. */
  | 'different-hours'
  /** Beneficiaries were asked more or less often, or not at all for a time. */
  | 'different-asking'
  /** The difference disappears when the departments of both periods are compared one by one. */
  | 'mix'
  /** The difference comes from one unusual day, or from a few of a long period. */
  | 'few-days'
  /** Weeks of this measure differ as much when nothing has changed. */
  | 'usual-weeks';

/** The size of a difference with its 95 % interval: of shares the difference, of others the ratio. */
export interface Effect extends Interval {
  readonly is: 'difference' | 'ratio';
  readonly estimate: number;
}

/** The statement that the data carry about a measure in two periods. */
export type Claim =
  | {
      readonly says: 'rose' | 'fell';
      readonly now: number;
      readonly before: number;
      readonly effect: Effect;
      /** Null when neither direction is good. */
      readonly isBetter: boolean | null;
      /** The department that explains more than half of the difference. */
      readonly mainly?: string;
      /** The trend of the weeks, when it has the opposite direction. */
      readonly against?: Trend;
    }
  | { readonly says: 'within-chance'; readonly effect: Effect }
  | { readonly says: 'nothing'; readonly because: Silence };

/** A day from which on measures mean something else, such as new deadlines. */
export interface Redefined {
  readonly day: string;
  readonly measures: ReadonlySet<MeasureId>;
}

const silent = (because: Silence): Claim => ({ says: 'nothing', because });

/** Counts of both periods with a smaller sum are too few. So are quantiles with fewer values beyond them. */
const LEAST_COUNT = 20;
const LEAST_BEYOND = 10;

/** Check whether an effect is nothing but chance: its interval contains the value of no difference. */
const isChance = ({ is, low, high }: Effect): boolean => {
  const none = is === 'ratio' ? 1 : 0;
  return low <= none && high >= none;
};

const asDifference = (now: Share, before: Share): Effect => ({
  is: 'difference',
  ...differenceOf(now, before),
});
const asRatio = (ratio: Ratio): Effect => ({ is: 'ratio', ...ratio });

interface Moved {
  readonly now: number;
  readonly before: number;
  readonly effect: Effect;
  readonly mix?: Mix;
}

function moved({ better }: MeasureEntry, { now, before, effect, mix }: Moved): Claim {
  if (mix?.isMix) return silent('mix');
  const isMore = now > before;
  return {
    ...{ says: isMore ? 'rose' : 'fell', now, before, effect },
    isBetter: better === 'neither' ? null : isMore === (better === 'more'),
    ...(mix?.mainly !== undefined && { mainly: mix.mainly }),
  };
}

/** The measure of a claim, and the two periods. */
interface Asked {
  readonly id: MeasureId;
  readonly entry: MeasureEntry;
  readonly comparison: Comparison;
  readonly figures: readonly [Figures, Figures];
}

/** The share of the resolutions about which beneficiaries were asked. */
const askedShare = ({ confirmed, resolved }: Figures): number =>
  resolved === 0 ? 0 : confirmed.asked / resolved;

const shareIn =
  ({ of }: MeasureEntry) =>
  (figures: Figures): Share | null => {
    const value = of(figures);
    return typeof value === 'object' ? value : null;
  };

function aboutShares({ id, entry, comparison, figures }: Asked, now: Share, before: Share): Claim {
  if ([now, before].some(({ n }) => significanceOf(n) !== 'shown')) return silent('too-few');
  // Of all resolutions: when fewer people are asked, fewer can confirm.
  if (id === 'confirmedShare' && isApart(askedShare(figures[0]), askedShare(figures[1])))
    return silent('different-asking');
  const effect = asDifference(now, before);
  if (isChance(effect)) return { says: 'within-chance', effect };
  const parts = comparison.parts();
  const usual = [
    usualShare(now, parts.now.map(shareIn(entry))),
    usualShare(before, parts.before.map(shareIn(entry))),
  ] as const;
  if (usual[0] === null || usual[1] === null || isChance(asDifference(usual[0], usual[1])))
    return silent('few-days');
  const mix = mixInShare(id, effect.estimate, figures);
  return moved(entry, { now: now.share, before: before.share, effect, mix });
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);

function aboutCounts({ entry, comparison }: Asked): Claim {
  if (hoursDiffer(comparison.now, comparison.before)) return silent('different-hours');
  const { size, ...parts } = comparison.parts();
  const countsOf = (all: readonly Figures[]): number[] =>
    all.map((figures) => {
      const value = entry.of(figures);
      return typeof value === 'number' ? value : 0;
    });
  const [first, second] = [countsOf(parts.now), countsOf(parts.before)];
  if (sum(first) + sum(second) < LEAST_COUNT) return silent('too-few');
  const whole = ratioOfRates(first, second);
  const usual = ratioOfRates(usualCounts(first), usualCounts(second));
  if (whole === null || usual === null) return silent('too-few');
  const effect = asRatio(whole);
  const isUsualChance = isChance(asRatio(usual));
  const decides = isApart(whole.estimate, usual.estimate);
  // With one unusual day nothing is beyond chance, and the day may hide another difference.
  if (isChance(effect))
    return decides && (!isUsualChance || isApart(mean(first), mean(second)))
      ? silent('few-days')
      : { says: 'within-chance', effect };
  if (isUsualChance) return silent('few-days');
  return moved(entry, { now: mean(first) / size, before: mean(second) / size, effect });
}

function ratioOfQuantiles(now: Buckets, before: Buckets, share: number): Effect | null {
  const [first, second] = [quantileInterval(now, share), quantileInterval(before, share)];
  return first === null || second === null ? null : asRatio(ratioOf(first, second));
}

function aboutTimes({ id, entry, comparison, figures }: Asked, now: number, before: number): Claim {
  const { quantile } = entry;
  if (quantile === undefined) return silent('no-interval');
  const { share, of } = quantile;
  const [first, second] = [of(figures[0]), of(figures[1])];
  const least = Math.min(...[first, second].map((buckets) => sum([...buckets.values()])));
  if (least * Math.min(share, 1 - share) < LEAST_BEYOND) return silent('too-few');
  const effect = ratioOfQuantiles(first, second, share);
  if (effect === null) return silent('no-value');
  if (isChance(effect)) return { says: 'within-chance', effect };
  const parts = comparison.parts();
  const usual = ratioOfQuantiles(
    usualTimes(first, parts.now.map(of)),
    usualTimes(second, parts.before.map(of)),
    share,
  );
  if (usual === null || isChance(usual)) return silent('few-days');
  const mix = mixInTimes(id, { logRatio: Math.log(effect.estimate), share }, figures);
  return moved(entry, { now, before, effect, mix });
}

/** Check whether a day is between the beginning of the earlier period and the end of the later one. */
const isBetween = (day: string | undefined, { before, now }: Comparison): boolean =>
  day !== undefined && day > before.period.from && day <= now.period.to;

function claimAbout(asked: Asked, redefined: readonly Redefined[]): Claim {
  const { id, entry, comparison, figures } = asked;
  const isNew = redefined.some(({ day, measures }) => measures.has(id) && isBetween(day, comparison));
  if (isNew || isBetween(entry.changedOn, comparison)) return silent('changed-definition');
  if (comparison.hasGap) return silent('missing-days');
  const [now, before] = [entry.of(figures[0]), entry.of(figures[1])];
  if (now === null || before === null) return silent('no-value');
  if (typeof now === 'object' && typeof before === 'object') return aboutShares(asked, now, before);
  if (typeof now === 'object' || typeof before === 'object') return silent('no-value');
  return entry.unit === 'count' ? aboutCounts(asked) : aboutTimes(asked, now, before);
}

export interface ClaimOptions {
  readonly catalogue?: Readonly<Record<MeasureId, MeasureEntry>>;
  readonly redefined?: readonly Redefined[];
  /** Return the weeks of a measure until the end of the later period. */
  readonly trendOf?: (id: MeasureId) => Trend;
}

/** Let the weeks of a measure judge its claim: they know how much weeks differ by themselves. */
function judged(claim: Claim, id: MeasureId, { now, before }: Comparison, trend: Trend): Claim {
  if (claim.says === 'nothing' || claim.says === 'within-chance') return claim;
  if (isUsualStep(claim, CATALOGUE[id].unit, [now.period, before.period], trend))
    return silent('usual-weeks');
  const isAgainst =
    (trend.says === 'better' && claim.isBetter === false) ||
    (trend.says === 'worse' && claim.isBetter === true);
  return isAgainst ? { ...claim, against: trend } : claim;
}

/**
 * Say about each measure in two periods only that which the data carry. Shares are compared by Newcombe's interval,
 * counts by the ratio of their rates a day with the dispersion of their days, times by the ratio of the quantile, and
 * all department by department where departments are known. The values of a count in a claim are those of a day. With
 * the weeks of a measure, a difference that weeks have by themselves is silent, and a claim against the trend says so.
 */
export function claimsOf(
  now: ComparedPeriod,
  before: ComparedPeriod,
  { catalogue = CATALOGUE, redefined = [], trendOf }: ClaimOptions = {},
): Readonly<Record<MeasureId, Claim>> {
  const comparison = comparisonOf(now, before);
  const figures = [now.figures, before.figures] as const;
  const claims = MEASURE_IDS.map((id) => {
    const claim = claimAbout({ id, entry: catalogue[id], comparison, figures }, redefined);
    const isMove = claim.says === 'rose' || claim.says === 'fell';
    return [id, isMove && trendOf ? judged(claim, id, comparison, trendOf(id)) : claim] as const;
  });
  return Object.fromEntries(claims) as Record<MeasureId, Claim>;
}
