import type { Asked } from '#events/case-resolved.v1.ts';
import type { CaseType, Channel, ResolutionOutcome } from '#events/vocabulary.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { everyOf } from '../every-of.ts';
import { type Share, wilson } from '../statistics/wilson.ts';
import { ARRIVALS, type Arrival } from './arrival.ts';
import { type CallFigures, callFigures } from './call-figures.ts';
import { type CheckFigures, checkFigures } from './check-figures.ts';
import type { Measure } from './counter-name.ts';
import { type DepartmentAnswers, departmentAnswers } from './department-answers.ts';
import { byFact, type Correction, corrections, type FactLine } from './fact-lines.ts';
import { type InvestorFigures, investorFigures } from './investor-figures.ts';
import { lazily } from './lazily.ts';
import { type Loops, loopsOf } from './recovery-figures.ts';
import { type Satisfaction, satisfactionOf, scoresOf, topTwo } from './satisfaction.ts';
import { type DayLine, type Tally, tally } from './tally.ts';
import { type Buckets, quantile } from './time-bucket.ts';
import { type Speed, speedOf } from './time-saved.ts';
import { bucketsOf, firstContactShare, type ResponseClock, resolutionKept, responseKept } from './times.ts';

/** The work of one department. */
export interface DepartmentLine {
  readonly department: string;
  readonly opened: number;
  readonly resolved: number;
  readonly resolutionKept: Share | null;
  readonly firstResponseKept: Share | null;
  /** First resolutions before which the beneficiary did not write or call again. */
  readonly firstContact: Share | null;
  /** Working minutes to resolution, by bucket. */
  readonly worked: Buckets;
  readonly responses: Readonly<Record<ResponseClock, Pick<ResponseFigures, 'kept' | 'buckets'>>>;
  readonly topTwo: Share | null;
  /** Answers of the department that were given in time. */
  readonly answersInTime: Share | null;
}

/** The data of the figures page for all given days. */
export interface Figures {
  readonly opened: number;
  readonly resolved: number;
  readonly reopened: number;
  /** The contacts that arrived, each in exactly one kind. Their sum is `received`. */
  readonly arrivals: Readonly<Record<Arrival, number>>;
  readonly received: number;
  /** Surveys that were not sent, by reason, the most frequent first. */
  readonly suppressed: readonly { readonly reason: string; readonly count: number }[];
  /** Missed deadlines. Retracted breaches are subtracted here and shown separately. */
  readonly breached: number;
  readonly retracted: number;
  /** Merged duplicates, minus unmerged ones. */
  readonly merged: number;
  /** Contacts by phone, visit or message, recorded by staff. */
  readonly contacts: number;
  readonly quarantined: number;
  /** Replies that only thank. They reopen no case. */
  readonly thanked: number;
  readonly byChannelAndType: readonly { channel: Channel; type: CaseType; count: number }[];
  /** How resolved cases ended, the most frequent first. */
  readonly outcomes: readonly { outcome: ResolutionOutcome | 'unknown'; count: number }[];
  /** The answers of beneficiaries about resolutions. A missing answer is neither of the two. */
  readonly confirmed: {
    readonly asked: number;
    readonly notAsked: number;
    readonly confirmed: number;
    readonly contested: number;
    /** People without an answer, of all that were asked. */
    readonly unanswered: number;
    /** The share of resolutions that beneficiaries confirmed, of all resolutions. */
    readonly share: Share | null;
  };
  readonly perDay: readonly DayLine[];
  /** Of the cases that were resolved. */
  readonly firstResponseKept: Share | null;
  /** Of the resolutions whose deadline was met or passed, so that overdue open cases count. */
  readonly resolutionKept: Share | null;
  /** Working minutes to resolution, accurate to 5 %. Null when nothing was resolved. */
  readonly workingMinutes: {
    readonly median: number | null;
    readonly p90: number | null;
    /** The number of resolutions by bucket, see `time-bucket.ts`. */
    readonly buckets: Buckets;
  };
  /** The answers to beneficiaries who waited for one, by clock and by the day on which they were sent. */
  readonly responses: Readonly<Record<ResponseClock, ResponseFigures>>;
  /** First resolutions before which the beneficiary did not write or call again. */
  readonly firstContact: Share | null;
  /** Cases that are complaints about the centre, and cases that are thanks. */
  readonly complaints: number;
  readonly thanks: number;
  readonly satisfaction: readonly Satisfaction[];
  readonly calls: CallFigures;
  readonly departments: readonly DepartmentLine[];
  /** The share of the scores 4 and 5 by department, of all ways of asking together. It tells the mix, and no number. */
  readonly satisfiedIn: ReadonlyMap<string, Share>;
  /** The districts and the e-services that cases named, the most frequent first. */
  readonly districts: readonly FactLine[];
  readonly services: readonly FactLine[];
  /** Follow-up promises to beneficiaries that were kept in time. */
  readonly promisesKept: Share | null;
  /** Answers of departments that were given in time. */
  readonly departmentsInTime: Share | null;
  readonly departmentAnswers: readonly DepartmentAnswers[];
  readonly investors: InvestorFigures;
  /** Corrections of type and category by agents, the most frequent first. */
  readonly corrections: readonly Correction[];
  readonly loops: Loops;
  readonly speed: Speed;
  readonly checks: CheckFigures;
}

interface ResponseFigures {
  readonly kept: Share | null;
  /** Working minutes, accurate to 5 %. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly buckets: Buckets;
}

const countBy = <K extends string>(names: readonly K[], count: (name: K) => number): Record<K, number> =>
  Object.fromEntries(names.map((name) => [name, count(name)])) as Record<K, number>;

/** The share of first responses in time, of the cases that were resolved. */
const firstResponseKept = (counts: Tally, department: readonly string[] = []): Share | null => {
  const kept = counts.sum('first-response', 'kept', ...department);
  return wilson(kept, kept + counts.sum('first-response', 'late', ...department));
};

const responsesIn = (counts: Tally, clock: ResponseClock, department: string) => ({
  kept: responseKept(counts, clock, [department]),
  buckets: bucketsOf(counts, 'answered-in', clock, department),
});

function departments(counts: Tally): DepartmentLine[] {
  const overdue = counts.by('breached', 'resolution');
  const names = new Set(
    [
      ...overdue,
      ...counts.by('opened-in'),
      ...counts.by('resolved'),
      ...counts.by('worked-in'),
      ...['in-time', 'late'].flatMap((when) => counts.by('department-answer', when)),
    ].map(([name]) => name),
  );
  return [...names].map((department) => {
    return {
      department,
      opened: counts.sum('opened-in', department),
      resolved: counts.sum('resolved', department),
      resolutionKept: resolutionKept(counts, [department]),
      firstResponseKept: firstResponseKept(counts, [department]),
      firstContact: firstContactShare(counts, [department]),
      worked: bucketsOf(counts, 'worked-in', department),
      responses: {
        firstResponse: responsesIn(counts, 'firstResponse', department),
        nextResponse: responsesIn(counts, 'nextResponse', department),
      },
      topTwo: topTwo(scoresOf(counts, 'score-in', department)),
      answersInTime: wilson(
        counts.sum('department-answer', 'in-time', department),
        counts.sum('department-answer', 'in-time', department) +
          counts.sum('department-answer', 'late', department),
      ),
    };
  });
}

const satisfiedIn = (counts: Tally): Map<string, Share> =>
  new Map(
    counts.by('score-in').flatMap(([department]) => {
      const share = topTwo(scoresOf(counts, 'score-in', department));
      return share === null ? [] : [[department, share] as const];
    }),
  );

const shareOf = (counts: Tally, measure: Measure, good: string): Share | null =>
  wilson(counts.sum(measure, good), counts.sum(measure));

/** The ways in which beneficiaries are asked. */
const WAYS = everyOf<Asked>()(['mail', 'call', 'message']);

function responses(counts: Tally, clock: ResponseClock): ResponseFigures {
  const buckets = bucketsOf(counts, 'answered-in-clock', clock);
  return {
    kept: responseKept(counts, clock),
    median: quantile(buckets, 0.5),
    p90: quantile(buckets, 0.9),
    buckets,
  };
}

function confirmed(counts: Tally): Figures['confirmed'] {
  const asked = WAYS.reduce((sum, how) => sum + counts.sum('asked', how), 0);
  const yes = counts.sum('confirmation', 'confirmed');
  const contested = counts.sum('confirmation', 'contested');
  const resolved = counts.sum('resolved');
  return {
    asked,
    notAsked: counts.sum('asked') - asked,
    confirmed: yes,
    contested,
    unanswered: Math.max(0, asked - yes - contested),
    // Answers of a period may be about resolutions of an earlier one.
    share: wilson(Math.min(Math.max(0, yes), resolved), resolved),
  };
}

const arrivals = (counts: Tally): Figures['arrivals'] =>
  countBy(ARRIVALS, (kind) => counts.sum('arrived', kind));

const byChannelAndType = (counts: Tally): Figures['byChannelAndType'] =>
  counts
    .by('opened')
    .flatMap(([channel]) =>
      counts
        .by('opened', channel)
        .map(([type, count]) => ({ channel: channel as Channel, type: type as CaseType, count })),
    );

function workingMinutes(counts: Tally): Figures['workingMinutes'] {
  const buckets = bucketsOf(counts, 'worked');
  return { median: quantile(buckets, 0.5), p90: quantile(buckets, 0.9), buckets };
}

/** Return how many cases of a type were opened, through any channel. */
export const openedOfType = (
  { byChannelAndType }: Pick<Figures, 'byChannelAndType'>,
  type: CaseType,
): number => byChannelAndType.filter((one) => one.type === type).reduce((sum, { count }) => sum + count, 0);

/**
 * Compute the figures from counted days. The function is pure. Days may be in any order and from any shard.
 */
export const figuresOf = (days: readonly DayFigures[]): Figures => figuresFrom(tally(days));

/** Compute the figures from the summed counters of a period. Each is computed when it is read. */
export function figuresFrom(counts: Tally): Figures {
  return lazily<Figures>({
    opened: () => counts.sum('opened'),
    resolved: () => counts.sum('resolved'),
    reopened: () => counts.sum('reopened'),
    arrivals: () => arrivals(counts),
    received: () => Object.values(arrivals(counts)).reduce((sum, count) => sum + count, 0),
    suppressed: () => counts.by('suppressed').map(([reason, count]) => ({ reason, count })),
    breached: () => counts.sum('breached') + counts.sum('missed-unannounced'),
    retracted: () => counts.sum('retracted'),
    merged: () => counts.sum('merged') - counts.sum('unmerged'),
    contacts: () => counts.sum('contact'),
    quarantined: () => counts.sum('quarantined'),
    thanked: () => counts.sum('received', 'thanks'),
    byChannelAndType: () => byChannelAndType(counts),
    outcomes: () =>
      counts
        .by('outcome')
        .map(([outcome, count]) => ({ outcome: outcome as ResolutionOutcome | 'unknown', count }))
        .sort((a, b) => b.count - a.count),
    confirmed: () => confirmed(counts),
    perDay: () => counts.perDay,
    firstResponseKept: () => firstResponseKept(counts),
    resolutionKept: () => resolutionKept(counts),
    workingMinutes: () => workingMinutes(counts),
    responses: () => ({
      firstResponse: responses(counts, 'firstResponse'),
      nextResponse: responses(counts, 'nextResponse'),
    }),
    firstContact: () => firstContactShare(counts),
    complaints: () => counts.sum('voiced', 'complaint'),
    thanks: () => counts.sum('voiced', 'thanks'),
    satisfaction: () => satisfactionOf(counts),
    calls: () => callFigures(counts),
    districts: () => byFact(counts, 'opened-at', 'resolved-at'),
    services: () => byFact(counts, 'opened-about', 'resolved-about'),
    departments: () => departments(counts).sort((a, b) => b.opened - a.opened),
    satisfiedIn: () => satisfiedIn(counts),
    promisesKept: () => shareOf(counts, 'promise', 'kept'),
    departmentsInTime: () => shareOf(counts, 'department-answer', 'in-time'),
    departmentAnswers: () => departmentAnswers(counts),
    investors: () => investorFigures(counts),
    corrections: () => corrections(counts),
    loops: () => loopsOf(counts),
    speed: () => speedOf(counts),
    checks: () => checkFigures(counts),
  });
}
