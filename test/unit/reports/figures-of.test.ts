import { describe, expect, it } from 'vitest';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { figuresOf } from '#shared/domain/reports/figures-of.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import { bucketOf, minutesOf, quantile } from '#shared/domain/reports/time-bucket.ts';
import { wilson } from '#shared/domain/statistics/wilson.ts';

const day = (on: string, counts: Record<string, number>, shard = 0): DayFigures => ({
  ...{ day: on, shard, version: 1, applied: [], counts },
});

describe('the figures of a period', () => {
  const figures = figuresOf([
    day('2026-01-05', { 'opened|mail|report': 3, 'resolved|roads': 2, 'resolution|kept|roads': 1 }),
    day('2026-01-04', { 'opened|mail|report': 2, 'opened|phone|inquiry': 5, 'opened-in|roads': 4 }),
    day('2026-01-04', { 'opened|mail|report': 1, 'breached|resolution|roads': 1, 'score-in|roads|5': 2 }, 1),
    day('2026-01-04', { 'invited|mail': 9, 'score|mail|5': 3, 'score|mail|4': 1, 'score|mail|1': 1 }, 2),
    day('2026-01-04', { 'call|served': 4, 'call-wait-seconds': 50, 'score|phone|1': 1 }, 3),
  ]);

  it('adds days and shards up', () => {
    expect(figures.opened).toBe(11);
    expect(figures.perDay).toEqual([
      { day: '2026-01-04', opened: 8, resolved: 0 },
      { day: '2026-01-05', opened: 3, resolved: 2 },
    ]);
    expect(figures.byChannelAndType).toEqual([
      { channel: 'mail', type: 'report', count: 6 },
      { channel: 'phone', type: 'inquiry', count: 5 },
    ]);
  });

  it('keep answered in time, reported finished and confirmed by the beneficiary apart', () => {
    const { confirmed, resolved, firstResponseKept } = figuresOf([
      day('2026-01-04', { 'resolved|roads': 12, 'asked|mail': 7, 'asked|no-address': 5 }),
      day('2026-01-04', { 'first-response|kept|roads': 9, 'first-response|late|roads': 3 }, 1),
      day('2026-01-05', { 'confirmation|confirmed|mail': 4, 'confirmation|contested|mail': 2 }),
      day('2026-01-05', { 'confirmation|confirmed|mail': -1, 'outcome-suspect|no-page': 30 }, 1),
    ]);
    expect([firstResponseKept?.share, resolved]).toEqual([0.75, 12]);
    expect(confirmed).toMatchObject({ asked: 7, notAsked: 5, confirmed: 3, contested: 2 });
    expect(confirmed.share).toMatchObject({ n: 12, share: 0.25 });
  });

  it('gives shares with what they rest on', () => {
    expect(figures.resolutionKept).toMatchObject({ n: 2, share: 0.5 });
    expect(figures.firstResponseKept).toBeNull();
    expect(figures.calls).toMatchObject({ offered: 4, wait: { n: 4, seconds: 12.5 }, handling: null });
  });

  it('judge calls by the service level, without those given up within seconds', () => {
    const { calls } = figuresOf([
      day('2026-01-04', { 'call|served': 8, 'call|abandoned': 4, 'call|callback': 2, 'call|machine': 9 }),
      day('2026-01-04', { 'call-short': 2, 'service-level|within': 6, 'service-level|late': 1 }, 1),
      day('2026-01-05', { 'service-level|left': 1, 'call-called-back': 1, 'call-wait-seconds': 70 }),
      day('2026-01-05', { 'call-handled': 8, 'call-talk-seconds': 800, 'call-hold-seconds': 80 }, 1),
      day('2026-01-05', { 'call-work-seconds': 160, 'call-callback|kept': 1, 'call-callback|asked': 2 }, 2),
      day('2026-01-05', { 'call-line|staff|served': 3, 'call-line|general|abandoned': 4 }, 3),
      day('2026-01-05', { 'call-hour|09|served': 1, 'call-hour|08|machine': 5 }, 4),
    ]);
    expect(calls).toMatchObject({ offered: 14, short: 2, machine: 9, callbacks: { kept: 1, asked: 2 } });
    expect(calls.abandonment).toMatchObject({ n: 12, share: 2 / 12 });
    expect(calls.serviceLevel).toMatchObject({ n: 8, share: 0.75 });
    expect(calls.wait).toEqual({ n: 7, seconds: 10 });
    expect(calls.handling).toEqual({ n: 8, seconds: 130 });
    expect(calls.lines).toEqual([
      { name: 'general', offered: 4, served: 0, abandoned: 4 },
      { name: 'staff', offered: 3, served: 3, abandoned: 0 },
    ]);
    expect(calls.hours).toEqual([
      { name: '08', offered: 0, served: 0, abandoned: 0 },
      { name: '09', offered: 1, served: 1, abandoned: 0 },
    ]);
  });

  it('never pools ways of asking', () => {
    expect(figures.satisfaction.map(({ mode, scores, topTwo }) => [mode, scores, topTwo?.share])).toEqual([
      ['mail', [1, 0, 0, 1, 3], 0.8],
      ['phone', [1, 0, 0, 0, 0], 0],
    ]);
  });

  it('tell what was announced wrongly, what departments owed and what agents corrected', () => {
    const desk = figuresOf([
      day('2026-01-04', { 'breached|resolution': 3, 'retracted|resolution': 1, merged: 4, unmerged: 1 }),
      day('2026-01-05', { 'breached|resolution': -1, 'contact|phone': 2, 'contact|visit': 1 }),
      day('2026-01-05', { 'department-answer|in-time|planning': 3, 'department-answer|late|planning': 1 }),
      day('2026-01-05', { 'promise|kept': 4, 'promise|late': 1, 'corrected|type|inquiry|report': 2 }),
      day('2026-01-06', { 'corrected|category|other|roads': 5, 'corrected|type|inquiry|report': 1 }),
    ]);
    expect(desk).toMatchObject({ breached: 2, retracted: 1, merged: 3, contacts: 3 });
    expect(desk.promisesKept).toMatchObject({ n: 5, share: 0.8 });
    expect(desk.departmentsInTime).toMatchObject({ n: 4, share: 0.75 });
    expect(desk.departments).toMatchObject([
      { department: 'planning', answersInTime: { n: 4, share: 0.75 } },
    ]);
    expect(desk.corrections).toEqual([
      { field: 'category', from: 'other', to: 'roads', count: 5 },
      { field: 'type', from: 'inquiry', to: 'report', count: 3 },
    ]);
  });

  it('counts overdue open cases as late, and a late case once', () => {
    const overdue = { 'breached|resolution|roads': 29, 'resolution|kept|roads': 1 };
    const first = figuresOf([day('2026-01-04', overdue)]);
    expect(first.resolutionKept).toMatchObject({ n: 30, share: 1 / 30 });
    expect(first.departments).toMatchObject([{ department: 'roads', resolutionKept: { n: 30 } }]);
    // They are resolved in a later period, where they are not counted again.
    expect(figuresOf([day('2026-04-04', { 'resolution|late|roads': 29 })]).resolutionKept).toBeNull();
    const before = figuresOf([day('2026-01-04', { 'breached|resolution': 2, 'resolution|kept|roads': 2 })]);
    expect(before.resolutionKept).toMatchObject({ n: 4 });
    const unannounced = { 'resolution|late|roads': 1, 'missed-unannounced|roads': 1 };
    expect(figuresOf([day('2026-01-04', unannounced)])).toMatchObject({
      breached: 1,
      resolutionKept: { n: 1 },
    });
  });

  it('is empty, not wrong, without days', () => {
    expect(figuresOf([])).toMatchObject({
      opened: 0,
      resolutionKept: null,
      workingMinutes: { median: null },
    });
  });
});

describe("Wilson's interval", () => {
  it.each([
    [5, 5, 0.566, 1],
    [24, 30, 0.627, 0.905],
    [132, 165, 0.732, 0.854],
    [1440, 1800, 0.781, 0.818],
    [0, 10, 0, 0.278],
  ])('of %i in %i', (hits, n, low, high) => {
    const share = wilson(hits, n);
    expect(share?.low).toBeCloseTo(low, 3);
    expect(share?.high).toBeCloseTo(high, 3);
  });

  it.each([
    [4, 'hidden'],
    [5, 'few'],
    [29, 'few'],
    [30, 'shown'],
  ])('with %i answers is %s', (n, significance) => {
    expect(significanceOf(n)).toBe(significance);
  });
});

describe('buckets of time', () => {
  it('tell any length to within 5 %', () => {
    for (let minutes = 2; minutes < 40_000; minutes += 37) {
      expect(Math.abs(minutesOf(bucketOf(minutes)) / minutes - 1)).toBeLessThanOrEqual(0.0500001);
    }
  });

  it('give the quantiles of what was counted', () => {
    const buckets = new Map<number, number>();
    for (let minutes = 1; minutes <= 1000; minutes += 1) {
      buckets.set(bucketOf(minutes), (buckets.get(bucketOf(minutes)) ?? 0) + 1);
    }
    expect(quantile(buckets, 0.5) ?? 0).toBeGreaterThan(475);
    expect(quantile(buckets, 0.5) ?? 0).toBeLessThan(525);
    expect(quantile(new Map(), 0.5)).toBeNull();
  });
});

describe('the answers of departments', () => {
  it('are measured against the time given first, and an open miss counts', () => {
    const [planning] = figuresOf([
      day('2026-01-05', { 'department-asked|planning': 10, 'department-answer|in-time|planning': 6 }),
      day('2026-01-06', { 'department-answer|extended|planning': 1, 'department-answer|late|planning': 1 }),
      // Two times passed; one of them is not answered yet.
      day('2026-01-06', { 'breached|department|planning': 2, 'department-worked|planning|30': 3 }),
      day('2026-01-07', { 'department-time|asked|planning': 2, 'department-passed|planning|roads': 1 }),
      day('2026-01-07', { 'department-wrote|answered|planning': 1 }),
    ]).departmentAnswers;
    expect(planning).toMatchObject({
      ...{ department: 'planning', asked: 10, inTime: 6, extended: 1, missed: 2 },
      ...{ timeAsked: 2, passedOn: 1, wroteAgain: 1 },
    });
    expect(planning?.kept).toMatchObject({ n: 9, share: 6 / 9 });
    expect(planning?.medianMinutes).toBeGreaterThan(1);
  });
});
