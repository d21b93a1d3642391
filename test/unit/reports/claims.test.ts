import { describe, expect, it } from 'vitest';
import { claimSentence } from '#functions/web/figures/claim-text.ts';
import { CATALOGUE, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import { claimsOf } from '#shared/domain/reports/claims.ts';
import type { ComparedPeriod } from '#shared/domain/reports/compared-period.ts';
import { figuresOf } from '#shared/domain/reports/figures-of.ts';
import { daysOf } from '#shared/domain/reports/period.ts';
import { bucketOf } from '#shared/domain/reports/time-bucket.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';

const aView = (language: 'ar' | 'en') => ({ language, rules }) as Parameters<typeof claimSentence>[2];

type Counts = Record<string, number>;

/** A period of some days, each with counters. `undefined` is a day without any event. */
function aPeriod(
  from: string,
  days: readonly (Counts | undefined)[],
  { workingMs = days.length * 6 * HOUR, isRunning = false } = {},
): ComparedPeriod {
  const period = { from, to: formatDate(parseDate(from) + days.length - 1) };
  const counted = daysOf(period).flatMap((day, at) => {
    const counts = days[at];
    return counts === undefined ? [] : [{ day, shard: 0, version: 1, counts }];
  });
  return { period, figures: figuresOf(counted), days: counted, workingMs, isRunning, isOpen: () => true };
}

const every = (count: number, counts: Counts): Counts[] => Array.from({ length: count }, () => counts);
/** Day by day numbers around a mean, without chance. */
const around = (mean: number, count: number): Counts[] =>
  Array.from({ length: count }, (_, at) => ({
    'arrived|case': mean + ([0, 1, -1, 2, -2, 0, 0][at % 7] ?? 0),
  }));

const kept = (department: string, yes: number, no: number): Counts => ({
  [`resolution|kept|${department}`]: yes,
  [`breached|resolution|${department}`]: no,
});

const worked = (...minutes: number[]): Counts => {
  const counts: Counts = {};
  for (const one of minutes) {
    const name = `worked|${bucketOf(one)}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};
const many = (count: number, minutes: number): number[] => Array.from({ length: count }, () => minutes);

const before = '2026-01-01';
const now = '2026-01-31';

interface Trap {
  readonly trap: string;
  readonly id: MeasureId;
  readonly before: ComparedPeriod;
  readonly now: ComparedPeriod;
  /** The sentence that is written, without the name of the measure. */
  readonly says: RegExp;
  /** The sentence that must not appear. */
  readonly never: RegExp;
}

const moved = /rose|fell|better|worse/u;

const traps: readonly Trap[] = [
  {
    trap: 'a small number of answers',
    id: 'satisfiedMail',
    before: aPeriod(before, every(30, { 'score|mail|5': 1 })),
    now: aPeriod(now, [{ 'score|mail|1': 9, 'score|mail|5': 1 }, ...every(29, { sent: 1 })]),
    says: /too few to judge by/u,
    never: moved,
  },
  {
    trap: 'overlapping intervals',
    id: 'satisfiedMail',
    before: aPeriod(before, every(30, { 'score|mail|5': 3, 'score|mail|1': 1 })),
    now: aPeriod(now, every(30, { 'score|mail|5': 2, 'score|mail|1': 1 })),
    says: /within chance/u,
    never: moved,
  },
  {
    trap: 'Simpson’s paradox: every department improved, and the whole fell',
    id: 'resolution',
    before: aPeriod(before, every(30, { ...kept('easy', 27, 3), ...kept('hard', 1, 2) })),
    now: aPeriod(now, every(30, { ...kept('easy', 5, 0), ...kept('hard', 15, 15) })),
    says: /the shares of the departments changed/u,
    never: moved,
  },
  {
    trap: 'one outlier among the times',
    id: 'median',
    before: aPeriod(before, [worked(...many(60, 100)), ...every(29, { sent: 1 })]),
    now: aPeriod(now, [worked(...many(59, 100), 90_000), ...every(29, { sent: 1 })]),
    says: /within chance/u,
    never: moved,
  },
  {
    trap: 'a new department',
    id: 'resolution',
    before: aPeriod(before, every(30, { ...kept('old', 8, 2), ...kept('other', 8, 2) })),
    now: aPeriod(now, every(30, { ...kept('old', 8, 2), ...kept('other', 8, 2), ...kept('new', 30, 0) })),
    says: /the shares of the departments changed/u,
    never: moved,
  },
  {
    trap: 'a shorter month',
    id: 'received',
    before: aPeriod(before, around(20, 31)),
    now: aPeriod('2026-02-01', around(20, 28)),
    says: /within chance/u,
    never: moved,
  },
  {
    trap: 'the shorter hours of Ramadan',
    id: 'received',
    before: aPeriod(before, around(30, 30)),
    now: aPeriod(now, around(20, 30), { workingMs: 30 * 5 * HOUR }),
    says: /the working hours differ/u,
    never: moved,
  },
  {
    trap: 'a changed definition',
    id: 'satisfiedMail',
    before: aPeriod(before, every(30, { 'score|mail|5': 9, 'score|mail|1': 1 })),
    now: aPeriod(now, every(30, { 'score|mail|5': 5, 'score|mail|1': 5 })),
    says: /the definition changed/u,
    never: moved,
  },
  {
    trap: 'a missing week',
    id: 'received',
    before: aPeriod(before, around(20, 30)),
    now: aPeriod(now, [...around(20, 10), ...every(7, {}).map(() => undefined), ...around(20, 13)]),
    says: /days are missing/u,
    never: moved,
  },
  {
    trap: 'an import that was counted twice on one day',
    id: 'received',
    before: aPeriod(before, around(20, 30)),
    now: aPeriod(now, [...around(20, 12), { 'arrived|case': 900 }, ...around(20, 17)]),
    says: /a few unusual days/u,
    never: moved,
  },
  {
    trap: 'a day that has not ended',
    id: 'received',
    before: aPeriod(before, every(5, { 'arrived|case': 40 })),
    now: aPeriod(now, [...every(4, { 'arrived|case': 40 }), { 'arrived|case': 1 }], { isRunning: true }),
    says: /within chance/u,
    never: moved,
  },
  {
    trap: 'a period without a value',
    id: 'satisfiedMail',
    before: aPeriod(before, every(30, { sent: 1 })),
    now: aPeriod(now, every(30, { 'score|mail|5': 9 })),
    says: /no value in one of the periods/u,
    never: moved,
  },
];

describe('the sentences about two periods', () => {
  it.each(traps)('claim nothing that the data do not carry: $trap', ({ trap, id, says, never, ...one }) => {
    const changed = { ...CATALOGUE[id], ...(trap.includes('definition') && { changedOn: '2026-01-20' }) };
    const claim = claimsOf(one.now, one.before, { catalogue: { ...CATALOGUE, [id]: changed } })[id];
    const sentence = claimSentence(id, claim, aView('en'));
    expect(sentence).toMatch(says);
    expect(sentence).not.toMatch(never);
    const arabic = claimSentence(id, claim, aView('ar'));
    expect(arabic).not.toMatch(/ارتفع|انخفض|تحسّن|تراجع/u);
  });

  it('say what the data carry, with the department that explains it', () => {
    const earlier = aPeriod(before, every(30, { ...kept('operations', 5, 5), ...kept('licensing', 8, 2) }));
    const later = aPeriod(now, every(30, { ...kept('operations', 9, 1), ...kept('licensing', 8, 2) }));
    const claim = claimsOf(later, earlier).resolution;
    expect(claim).toMatchObject({ says: 'rose', isBetter: true, mainly: 'operations' });
    expect(claimSentence('resolution', claim, aView('en'))).toBe(
      'Resolution in time (overdue open cases count): rose from 65% to 85%, mainly in Operations and maintenance.',
    );
  });

  it('compare counts by the day', () => {
    const claim = claimsOf(aPeriod(now, around(40, 28)), aPeriod(before, around(20, 31))).received;
    expect(claim).toMatchObject({ says: 'rose', isBetter: null });
    expect(claimSentence('received', claim, aView('en'))).toBe('Received: rose from 20 a day to 40 a day.');
  });

  it('compare times by the intervals of their quantiles', () => {
    const claim = claimsOf(
      aPeriod(now, [worked(...many(80, 300)), ...every(29, { sent: 1 })]),
      aPeriod(before, [worked(...many(80, 600)), ...every(29, { sent: 1 })]),
    ).median;
    expect(claim).toMatchObject({ says: 'fell', isBetter: true });
  });
});
