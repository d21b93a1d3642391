import { describe, expect, test } from 'vitest';
import { policies } from '#shared/domain/sla/data/policies.ts';
import { evaluate } from '#shared/domain/sla/evaluate.ts';
import { nextTier, type Tier, tiersOf } from '#shared/domain/sla/tiers.ts';
import type { Fact } from '#shared/domain/sla/timeline.ts';
import { inRiyadh, office, riyadh } from './support.ts';

const report = policies.find(({ id }) => id === 'report');
if (report === undefined) throw new Error('a report policy is shipped');
const terms = report;

const at = (time: string) => riyadh(`2026-11-${time}`);
const opened: Fact = { at: at('22T07:30'), type: 'opened', status: 'open', priority: 'high' };
const answered: Fact = { at: at('22T07:45'), type: 'first-response' };
const NONE: ReadonlySet<string> = new Set();

function tiers(asOf: string, ...facts: Fact[]): readonly Tier[] {
  return tiersOf(office, evaluate(terms, office, [opened, ...facts], at(asOf)));
}
function next(asOf: string, fired: ReadonlySet<string>, ...facts: Fact[]) {
  return nextTier(tiers(asOf, ...facts), fired, at(asOf));
}
const keys = (list: readonly Tier[]) => list.map(({ key }) => key);

test('the ladder of a running case, in working time', () => {
  const lines = tiers('22T08:00', answered).map(
    ({ key, tell, level, at }) => `${key} ${tell} ${level} ${inRiyadh(at).slice(8, 16)}`,
  );
  expect(lines).toEqual([
    'resolution#1#at-75 assignee 0 22T12:45',
    'resolution#1#at-100 supervisor 1 22T14:30',
    'resolution#1#after-420 department-head 2 23T14:30',
    'resolution#1#after-1260 leadership 3 25T14:30',
    'resolution#1#after-1680 leadership 3 26T14:30',
    'resolution#1#after-2100 leadership 3 29T14:30',
    'resolution#1#after-2520 leadership 3 30T14:30',
    'resolution#1#after-2940 leadership 3 01T14:30',
  ]);
});

describe('the tier that acts now', () => {
  test('nothing before its time; the next look is at the warning', () => {
    expect(next('22T08:00', NONE, answered)).toEqual({ dueNow: [], skipped: [], nextAt: at('22T12:45') });
  });

  test('a warning at its instant, a breach only after it', () => {
    expect(keys(next('22T12:45', NONE, answered).dueNow)).toEqual(['resolution#1#at-75']);
    const fired = new Set(['resolution#1#at-75']);
    const atDue = next('22T14:30', fired, answered);
    expect(atDue).toEqual({ dueNow: [], skipped: [], nextAt: at('22T14:30') + 1 });
    expect(keys(nextTier(tiers('22T14:31', answered), fired, at('22T14:31')).dueNow)).toEqual([
      'resolution#1#at-100',
    ]);
  });

  test('after an outage only the highest of a clock acts', () => {
    const { dueNow, skipped, nextAt } = next('23T15:00', NONE, answered);
    expect(keys(dueNow)).toEqual(['resolution#1#after-420']);
    expect(keys(skipped)).toEqual(['resolution#1#at-75', 'resolution#1#at-100']);
    expect(nextAt).toBe(at('25T14:30') + 1);
  });

  test('each clock by itself', () => {
    expect(keys(next('22T09:00', NONE).dueNow)).toEqual(['firstResponse#1#at-100']);
    expect(
      keys(next('22T13:00', new Set(['firstResponse#1#at-75', 'firstResponse#1#at-100'])).dueNow),
    ).toEqual(['resolution#1#at-75']);
  });

  test('a tier acts once, and a lower one missed is only recorded', () => {
    const fired = new Set(['resolution#1#at-100']);
    const { dueNow, skipped } = next('22T14:31', fired, answered);
    expect([dueNow, keys(skipped)]).toEqual([[], ['resolution#1#at-75']]);
  });

  test('the ladder ends', () => {
    const everything = new Set(keys(tiers('22T08:00', answered)));
    expect(nextTier(tiers('30T14:30', answered), everything, at('30T14:30'))).toEqual({
      dueNow: [],
      skipped: [],
      nextAt: null,
    });
  });
});

describe('clocks that do not run', () => {
  const waits: Fact = { at: at('22T10:00'), type: 'status', status: 'pending-beneficiary' };

  test('a held clock has nothing ahead', () => {
    expect(next('25T10:00', NONE, answered, waits)).toEqual({ dueNow: [], skipped: [], nextAt: null });
  });

  test('but what passed before it was held still acts', () => {
    const late = { ...waits, at: at('22T13:00') };
    expect(keys(next('22T13:30', NONE, answered, late).dueNow)).toEqual(['resolution#1#at-75']);
  });

  test('a met clock has no tier', () => {
    expect(tiers('30T10:00', answered, { at: at('22T10:00'), type: 'resolved' })).toEqual([]);
  });

  test('a reopened case climbs a ladder of its own', () => {
    const facts: Fact[] = [
      answered,
      { at: at('22T10:00'), type: 'resolved' },
      { at: at('23T10:00'), type: 'reopened' },
    ];
    expect(new Set(keys(tiers('23T10:00', ...facts)).map((key) => key.split('#')[1]))).toEqual(
      new Set(['2']),
    );
  });
});

test('a tier that a change of terms put into the past is marked', () => {
  const urgent: Fact = { at: at('22T13:00'), type: 'priority', priority: 'urgent' };
  const { dueNow } = next('22T13:00', new Set(['resolution#1#at-75']), answered, urgent);
  expect(dueNow.map(({ key, cause }) => [key, cause])).toEqual([['resolution#1#at-100', 'terms']]);
  const later = next('23T12:00', new Set(['resolution#1#at-75', 'resolution#1#at-100']), answered, urgent);
  expect(later.dueNow.map(({ key, cause }) => [key, cause])).toEqual([['resolution#1#after-420', 'time']]);
});
