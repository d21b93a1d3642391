import { describe, expect, it } from 'vitest';
import { claimSentence } from '#functions/web/figures/claim-text.ts';
import { CATALOGUE, type MeasureId } from '#shared/domain/reports/catalogue.ts';
import { type Claim, claimsOf, type Silence } from '#shared/domain/reports/claims.ts';
import type { ComparedPeriod } from '#shared/domain/reports/compared-period.ts';
import { figuresOf } from '#shared/domain/reports/figures-of.ts';
import { startOfDay } from '#shared/domain/reports/local-day.ts';
import { type NotedChange, redefinitions } from '#shared/domain/reports/noted-change.ts';
import { daysOf, type Period } from '#shared/domain/reports/period.ts';
import { bucketOf } from '#shared/domain/reports/time-bucket.ts';
import { hijriMonthLength, hijriMonthStart } from '#shared/domain/sla/hijri.ts';
import { formatDate, parseDate } from '#shared/domain/sla/local-date.ts';
import { elapsed } from '#shared/domain/sla/working-time.ts';
import { shippedRules as rules } from '#test/builders/shipped-rules.ts';

/** Numbers in [0, 1) that are the same in each run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Counts = Record<string, number>;
type Days = ReadonlyMap<string, Counts>;
type Chance = () => number;

const { calendar } = rules.desk;
const nextDay = (day: string): string => formatDate(parseDate(day) + 1);
const workingMs = (from: string, after: string): number =>
  elapsed(calendar, startOfDay(from), startOfDay(after));

/** One side of a comparison, with the real calendar of the centre. */
function side(period: Period, days: Days): ComparedPeriod {
  const counted = daysOf(period).flatMap((day) => {
    const counts = days.get(day);
    return counts === undefined ? [] : [{ day, shard: 0, version: 1, counts }];
  });
  return {
    ...{ period, days: counted, figures: figuresOf(counted) },
    workingMs: workingMs(period.from, nextDay(period.to)),
    isOpen: (day) => workingMs(day, nextDay(day)) > 0,
  };
}

/** How often each of `n` tries succeeds. */
function hits(n: number, share: number, chance: Chance): number {
  let found = 0;
  for (let at = 0; at < n; at += 1) if (chance() < share) found += 1;
  return found;
}

const around = (mean: number, chance: Chance): number => Math.round(mean * (0.8 + 0.4 * chance()));
const fill = (period: Period, of: (day: string) => Counts): [string, Counts][] =>
  daysOf(period).map((day) => [day, of(day)]);

/** The kept and missed deadlines of a department on a day. */
function deadlines(department: string, n: number, share: number, chance: Chance): Counts {
  const kept = hits(n, share, chance);
  return { [`resolution|kept|${department}`]: kept, [`breached|resolution|${department}`]: n - kept };
}

function times(department: string, n: number, minutes: number, chance: Chance): Counts {
  const counts: Counts = {};
  for (let at = 0; at < n; at += 1) {
    const bucket = bucketOf(minutes * (0.5 + chance()));
    for (const name of [`worked|${bucket}`, `worked-in|${department}|${bucket}`])
      counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function merged(...all: readonly Counts[]): Counts {
  const sum: Counts = {};
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

const answers = (n: number, share: number, chance: Chance): Counts => {
  const good = hits(n, share, chance);
  return { 'score|mail|5': good, 'score|mail|1': n - good };
};

/** Two periods of ordinary weeks, without feasts: each variant begins elsewhere. */
function months(at: number): { before: Period; now: Period } {
  const first = parseDate('2025-08-03') + 7 * (at % 6);
  return {
    before: { from: formatDate(first), to: formatDate(first + 27) },
    now: { from: formatDate(first + 28), to: formatDate(first + 55) },
  };
}

interface Variant {
  readonly before: ComparedPeriod;
  readonly now: ComparedPeriod;
  readonly changes?: readonly NotedChange[];
}

interface Trap {
  readonly trap: string;
  readonly id: MeasureId;
  /** The silence of each variant. */
  readonly because: Silence | 'within-chance';
  readonly made: (chance: Chance, at: number) => Variant;
  /** The same numbers without the trap. Of them something is said, so that the rule is what keeps silent. */
  readonly twin: (chance: Chance, at: number) => Variant;
}

const plain = (
  { before, now }: { before: Period; now: Period },
  earlier: (day: string) => Counts,
  later: (day: string) => Counts,
): Variant => {
  const days = new Map([...fill(before, earlier), ...fill(now, later)]);
  return { before: side(before, days), now: side(now, days) };
};

/** The Hijri month and the one before it: Ramadan is the ninth, and the feasts are in the tenth and the twelfth. */
function hijriMonth(year: number, month: number): { before: Period; now: Period } {
  const start = hijriMonthStart(year, month);
  const [earlier, length] = [
    month === 1 ? 30 : hijriMonthLength(year, month - 1),
    hijriMonthLength(year, month),
  ];
  return {
    before: { from: formatDate(start - earlier), to: formatDate(start - 1) },
    now: { from: formatDate(start), to: formatDate(start + length - 1) },
  };
}

/** The week with the days of the feast after Ramadan, and the week before Ramadan began. */
function feastWeek(year: number): { before: Period; now: Period } {
  const start = hijriMonthStart(year, 10);
  const ramadan = hijriMonthStart(year, 9);
  return {
    before: { from: formatDate(ramadan - 7), to: formatDate(ramadan - 1) },
    now: { from: formatDate(start), to: formatDate(start + 6) },
  };
}

const received = (mean: number, chance: Chance) => (): Counts => ({ 'arrived|case': around(mean, chance) });

const traps: readonly Trap[] = [
  {
    trap: 'a small number of answers',
    ...{ id: 'satisfiedMail', because: 'too-few' },
    made: (chance, at) =>
      plain(
        months(at),
        () => answers(5, 0.9, chance),
        (day) => (day.endsWith('5') ? answers(3 + (at % 4), 0.1, chance) : { sent: 1 }),
      ),
    twin: (chance, at) =>
      plain(
        months(at),
        () => answers(5, 0.9, chance),
        () => answers(3 + (at % 4), 0.1, chance),
      ),
  },
  {
    trap: 'Simpson’s paradox in resolutions in time',
    ...{ id: 'resolution', because: 'mix' },
    made: (chance, at) =>
      plain(
        months(at),
        () => merged(deadlines('easy', 20 + at, 0.93, chance), deadlines('hard', 4, 0.4, chance)),
        () => merged(deadlines('easy', 4, 0.96, chance), deadlines('hard', 20 + at, 0.45, chance)),
      ),
    twin: (chance, at) =>
      plain(
        months(at),
        () => merged(deadlines('easy', 12, 0.93, chance), deadlines('hard', 12, 0.4, chance)),
        () => merged(deadlines('easy', 12, 0.7, chance), deadlines('hard', 12, 0.2, chance)),
      ),
  },
  {
    trap: 'Simpson’s paradox in the time to resolve',
    ...{ id: 'median', because: 'mix' },
    made: (chance, at) =>
      plain(
        months(at),
        () => merged(times('quick', 4, 60, chance), times('slow', 16 + at, 900, chance)),
        () => merged(times('quick', 16 + at, 66, chance), times('slow', 4, 990, chance)),
      ),
    twin: (chance) =>
      plain(
        months(0),
        () => merged(times('quick', 6, 120, chance), times('slow', 14, 900, chance)),
        () => merged(times('quick', 6, 40, chance), times('slow', 14, 300, chance)),
      ),
  },
  {
    trap: 'Simpson’s paradox in satisfaction',
    ...{ id: 'satisfiedMail', because: 'mix' },
    made: (chance, at) => {
      const day = (easy: number, hard: number, more: number) => (): Counts => {
        const [a, b] = [hits(easy, 0.9 + more, chance), hits(hard, 0.4 + more, chance)];
        return {
          ...{ 'score|mail|5': a + b, 'score|mail|1': easy + hard - a - b },
          ...{ 'score-in|easy|5': a, 'score-in|easy|1': easy - a },
          ...{ 'score-in|hard|5': b, 'score-in|hard|1': hard - b },
        };
      };
      return plain(months(at), day(12 + at, 3, 0), day(3, 12 + at, 0.02));
    },
    twin: (chance, at) =>
      plain(
        months(at),
        () => answers(15, 0.8, chance),
        () => answers(15, 0.5, chance),
      ),
  },
  {
    trap: 'a new department that is good',
    ...{ id: 'resolution', because: 'mix' },
    made: (chance, at) =>
      plain(
        months(at),
        () => merged(deadlines('old', 10, 0.7, chance), deadlines('other', 10, 0.7, chance)),
        () =>
          merged(
            ...[deadlines('old', 10, 0.7, chance), deadlines('other', 10, 0.7, chance)],
            deadlines('new', 20 + at, 0.99, chance),
          ),
      ),
    twin: (chance, at) =>
      plain(
        months(at),
        () => merged(deadlines('old', 10, 0.7, chance), deadlines('other', 10, 0.7, chance)),
        () =>
          merged(
            ...[deadlines('old', 10, 0.95, chance), deadlines('other', 10, 0.95, chance)],
            deadlines('new', 20 + at, 0.99, chance),
          ),
      ),
  },
  {
    trap: 'a closed department that was bad',
    ...{ id: 'resolution', because: 'mix' },
    made: (chance, at) =>
      plain(
        months(at),
        () => merged(deadlines('kept', 10, 0.8, chance), deadlines('closed', 12 + at, 0.2, chance)),
        () => deadlines('kept', 10, 0.8, chance),
      ),
    twin: (chance, at) =>
      plain(
        months(at),
        () => merged(deadlines('kept', 10, 0.5, chance), deadlines('closed', 12 + at, 0.2, chance)),
        () => deadlines('kept', 10, 0.95, chance),
      ),
  },
  {
    trap: 'all departments replaced',
    ...{ id: 'resolution', because: 'mix' },
    made: (chance, at) =>
      plain(
        months(at),
        () => deadlines('lights', 12, 0.5, chance),
        () => deadlines('roads', 12, 0.9, chance),
      ),
    twin: (chance, at) =>
      plain(
        months(at),
        () => merged(deadlines('lights', 12, 0.5, chance), deadlines('bridges', 12, 0.5, chance)),
        () => merged(deadlines('lights', 12, 0.9, chance), deadlines('roads', 12, 0.9, chance)),
      ),
  },
  {
    trap: 'the hours of Ramadan',
    ...{ id: 'received', because: 'different-hours' },
    made: (chance, at) => plain(hijriMonth(1446 + (at % 4), 9), received(40, chance), received(25, chance)),
    twin: (chance, at) => plain(months(at), received(40, chance), received(25, chance)),
  },
  {
    trap: 'the week of a feast',
    ...{ id: 'received', because: 'different-hours' },
    made: (chance, at) => plain(feastWeek(1446 + (at % 4)), received(60, chance), received(15, chance)),
    twin: (chance) =>
      plain(
        { before: { from: '2025-08-03', to: '2025-08-09' }, now: { from: '2025-08-10', to: '2025-08-16' } },
        received(60, chance),
        received(15, chance),
      ),
  },
  {
    trap: 'a missing week',
    ...{ id: 'received', because: 'missing-days' },
    made: (chance, at) => {
      const { before, now } = months(at);
      const later = fill(now, received(20, chance)).filter((_, day) => day < 7 || day >= 14);
      const days = new Map([...fill(before, received(40, chance)), ...later]);
      return { before: side(before, days), now: side(now, days) };
    },
    twin: (chance, at) => plain(months(at), received(40, chance), received(20, chance)),
  },
  {
    trap: 'two missing working days of a week',
    ...{ id: 'received', because: 'missing-days' },
    made: (chance, at) => {
      const first = parseDate('2025-08-03') + 7 * (at % 6);
      const before = { from: formatDate(first), to: formatDate(first + 6) };
      const now = { from: formatDate(first + 7), to: formatDate(first + 13) };
      const later = fill(now, received(30, chance)).filter((_, day) => day !== 1 && day !== 2);
      const days = new Map([...fill(before, received(60, chance)), ...later]);
      return { before: side(before, days), now: side(now, days) };
    },
    // A weekend may have no event.
    twin: (chance, at) => {
      const first = parseDate('2025-08-03') + 7 * (at % 6);
      const before = { from: formatDate(first), to: formatDate(first + 6) };
      const now = { from: formatDate(first + 7), to: formatDate(first + 13) };
      const later = fill(now, received(15, chance)).filter((_, day) => day < 5);
      const days = new Map([...fill(before, received(60, chance)), ...later]);
      return { before: side(before, days), now: side(now, days) };
    },
  },
  {
    trap: 'an import that was counted twice on one day',
    ...{ id: 'received', because: 'few-days' },
    made: (chance, at) =>
      plain(months(at), received(20, chance), (day) =>
        day === formatDate(parseDate(months(at).now.from) + 10)
          ? { 'arrived|case': 600 + 100 * at }
          : received(20, chance)(),
      ),
    twin: (chance, at) => plain(months(at), received(20, chance), received(40 + at, chance)),
  },
  {
    trap: 'answers of one campaign on one day',
    ...{ id: 'satisfiedMail', because: 'few-days' },
    made: (chance, at) =>
      plain(
        months(at),
        () => answers(3, 0.7, chance),
        (day) =>
          day === formatDate(parseDate(months(at).now.from) + 9)
            ? answers(90, 0.05, chance)
            : answers(3, 0.7, chance),
      ),
    twin: (chance, at) =>
      plain(
        months(at),
        () => answers(6, 0.7, chance),
        () => answers(6, 0.4, chance),
      ),
  },
  {
    trap: 'old cases that were closed on one day',
    ...{ id: 'median', because: 'few-days' },
    made: (chance, at) =>
      plain(
        months(at),
        () => times('one', 4, 300, chance),
        (day) =>
          day === formatDate(parseDate(months(at).now.from) + 9)
            ? times('one', 160, 20_000, chance)
            : times('one', 4, 300, chance),
      ),
    twin: (chance, at) =>
      plain(
        months(at),
        () => times('one', 9, 300, chance),
        () => times('one', 9, 900, chance),
      ),
  },
  {
    trap: 'questions about the outcome that were switched off',
    ...{ id: 'confirmedShare', because: 'different-asking' },
    made: (chance, at) => {
      const day = (asked: number) => (): Counts => ({
        ...{ 'resolved|one': 10, 'asked|mail': asked, 'asked|opted-out': 10 - asked },
        'confirmation|confirmed|mail': hits(asked, 0.8, chance),
      });
      return plain(months(at), day(9), day(4));
    },
    twin: (chance, at) => {
      const day = (share: number) => (): Counts => ({
        ...{ 'resolved|one': 10, 'asked|mail': 9, 'asked|opted-out': 1 },
        'confirmation|confirmed|mail': hits(9, share, chance),
      });
      return plain(months(at), day(0.9), day(0.4));
    },
  },
  {
    trap: 'new deadlines',
    ...{ id: 'resolution', because: 'changed-definition' },
    made: (chance, at) => ({
      ...plain(
        months(at),
        () => deadlines('one', 10, 0.5, chance),
        () => deadlines('one', 10, 0.9, chance),
      ),
      changes: [
        {
          ...{ id: 'a', day: months(at).now.from, name: { ar: 'مدد', en: 'Terms' }, kind: 'targets' },
          ...{ by: 'huda', at: 0 },
        },
      ],
    }),
    twin: (chance, at) =>
      plain(
        months(at),
        () => deadlines('one', 10, 0.5, chance),
        () => deadlines('one', 10, 0.9, chance),
      ),
  },
];

const VARIANTS = 8;
const claimIn = (id: MeasureId, { now, before, changes = [] }: Variant): Claim =>
  claimsOf(now, before, { redefined: redefinitions(changes) })[id];
const reasonOf = (claim: Claim): string => (claim.says === 'nothing' ? claim.because : claim.says);
const seeds = Array.from({ length: VARIANTS }, (_, at) => at);

describe('the traps', () => {
  it.each(traps)('are seen in each variant: $trap', ({ trap, id, because, made }) => {
    for (const at of seeds) {
      const claim = claimIn(id, made(numbers(at * 97 + trap.length), at));
      expect([at, reasonOf(claim)]).toEqual([at, because]);
      for (const language of ['ar', 'en'] as const)
        expect(claimSentence(id, claim, { language, rules })).not.toMatch(
          /ارتفع|انخفض|تحسّن|تراجع|rose|fell|better|worse/u,
        );
    }
  });

  it.each(traps)(
    'are the reason for the silence: the same without $trap says something',
    ({ trap, id, twin }) => {
      for (const at of seeds) {
        const says = claimIn(id, twin(numbers(at * 31 + trap.length), at)).says;
        expect([at, says]).toEqual([at, expect.stringMatching(/^(rose|fell)$/u)]);
      }
    },
  );
});

describe('nothing but chance', () => {
  const same: readonly [string, MeasureId, (chance: Chance) => Counts][] = [
    ['shares', 'satisfiedMail', (chance) => answers(6, 0.75, chance)],
    [
      'resolutions',
      'resolution',
      (chance) => merged(deadlines('a', 6, 0.8, chance), deadlines('b', 6, 0.6, chance)),
    ],
    ['counts', 'received', (chance) => ({ 'arrived|case': hits(400, 0.1, chance) })],
    ['times', 'median', (chance) => times('a', 6, 400, chance)],
    ['the longest times', 'p90', (chance) => times('a', 6, 400, chance)],
  ];

  it.each(same)('moves %s in at most one of twelve pairs of months', (_, id, of) => {
    const chance = numbers(id.length * 7919);
    const pairs = Array.from({ length: 60 }, (_, at) =>
      claimIn(
        id,
        plain(
          months(at),
          () => of(chance),
          () => of(chance),
        ),
      ),
    );
    expect(pairs.filter(({ says }) => says === 'rose' || says === 'fell').length).toBeLessThanOrEqual(5);
  });
});

it('a mean without an interval says so, and not that it has no value', () => {
  const day = () => ({ 'call|served': 9, 'call-wait-seconds': 300 });
  const claim = claimIn('callsWait', plain(months(0), day, day));
  expect(reasonOf(claim)).toBe('no-interval');
  expect(CATALOGUE.callsWait.quantile).toBeUndefined();
});

it('a shorter month is compared by the day', () => {
  const february = {
    before: { from: '2027-01-01', to: '2027-01-31' },
    now: { from: '2027-02-01', to: '2027-02-28' },
  };
  const chance = numbers(5);
  const { says } = claimIn(
    'resolved',
    plain(
      february,
      () => ({ 'resolved|a': around(30, chance) }),
      () => ({ 'resolved|a': around(30, chance) }),
    ),
  );
  expect(['within-chance', 'nothing']).toContain(says);
});

it('times of each quantile have a claim, with the department that explains it', () => {
  const chance = numbers(11);
  const claim = claimIn(
    'median',
    plain(
      months(1),
      () => merged(times('lighting', 10, 900, chance), times('roads', 5, 300, chance)),
      () => merged(times('lighting', 10, 400, chance), times('roads', 5, 300, chance)),
    ),
  );
  expect(claim).toMatchObject({ says: 'fell', isBetter: true, mainly: 'lighting' });
});
