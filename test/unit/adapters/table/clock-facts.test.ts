import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { clockFacts } from '#shared/adapters/table/clock-facts.ts';
import type { ClockFact } from '#shared/domain/cases/case.ts';

const T = Date.UTC(2026, 8, 21, 15, 33, 20);
const iso = (ms: number): string => new Date(T + ms).toISOString();
const read = (stored: unknown[]): ClockFact[] => z.decode(clockFacts, stored as ClockFact[]);
const write = (facts: ClockFact[]): unknown[] => z.encode(clockFacts, facts);

const FACTS: readonly (readonly [ClockFact, Record<string, unknown>])[] = [
  [
    { at: T, type: 'opened' },
    { at: iso(0), type: 'opened' },
  ],
  [
    { at: T + 36, type: 'beneficiary-contact' },
    { at: iso(36), type: 'beneficiary-contact' },
  ],
  [
    { at: T + 36, type: 'agent-contact' },
    { at: iso(36), type: 'agent-contact' },
  ],
  [
    { at: T + 30, type: 'reopened' },
    { at: iso(30), type: 'reopened' },
  ],
  ...(['new', 'open', 'pending-beneficiary', 'pending-department', 'resolved', 'closed'] as const).map(
    (status) =>
      [
        { at: T + 31, type: 'status', status },
        { at: iso(31), type: 'status', status },
      ] as const,
  ),
  [
    { at: T, type: 'terms' },
    { at: iso(0), type: 'terms' },
  ],
  [
    { at: T + 1, type: 'promised', dueAt: T + 37 },
    { at: iso(1), type: 'promised', dueAt: iso(37) },
  ],
  [
    { at: T + 2, type: 'promise-withdrawn' },
    { at: iso(2), type: 'promise-withdrawn' },
  ],
  [
    { at: T + 3, type: 'asked', request: 'r1', dueAt: T + 39 },
    { at: iso(3), type: 'asked', request: 'r1', dueAt: iso(39) },
  ],
  [
    { at: T + 3, type: 'asked', request: 'r12' },
    { at: iso(3), type: 'asked', request: 'r12' },
  ],
  [
    { at: T + 4, type: 'answered', request: 'r1' },
    { at: iso(4), type: 'answered', request: 'r1' },
  ],
  [
    { at: T + 5, type: 'request-withdrawn', request: 'r12' },
    { at: iso(5), type: 'request-withdrawn', request: 'r12' },
  ],
  [
    { at: T + 6, type: 'absorbed', source: '4K7-R2M-0385', remaining: { firstResponse: -36, resolution: 0 } },
    {
      at: iso(6),
      type: 'absorbed',
      source: '4K7-R2M-0385',
      remaining: { firstResponse: -36, resolution: 0 },
    },
  ],
  [
    { at: T + 6, type: 'absorbed', source: '4K7-R2M-0386', remaining: { resolution: 36 } },
    { at: iso(6), type: 'absorbed', source: '4K7-R2M-0386', remaining: { resolution: 36 } },
  ],
  [
    { at: T + 6, type: 'absorbed', source: '4K7-R2M-0387', remaining: {} },
    { at: iso(6), type: 'absorbed', source: '4K7-R2M-0387', remaining: {} },
  ],
  [
    { at: T + 7, type: 'released', source: '4K7-R2M-0385' },
    { at: iso(7), type: 'released', source: '4K7-R2M-0385' },
  ],
];

describe('the facts of the clocks in an item', () => {
  test.each(FACTS)('%j is written as a person reads it, and read back', (fact, stored) => {
    expect(write([fact])).toEqual([stored]);
    expect(read([stored])).toEqual([fact]);
  });

  test('keep their order', () => {
    const facts = FACTS.map(([fact]) => fact);
    expect(read(write(facts))).toEqual(facts);
    expect(read([])).toEqual([]);
  });

  const at = iso(0);
  test.each([
    { at, type: 'promised' },
    { at, type: 'asked' },
    { at, type: 'asked', request: '' },
    { at, type: 'asked', request: 'r0' },
    { at, type: 'answered' },
    { at, type: 'request-withdrawn', request: '7' },
    { at, type: 'absorbed' },
    { at, type: 'absorbed', source: 'a b', remaining: {} },
    { at, type: 'released' },
    { at, type: 'released', source: '' },
    { at, type: 'vanished' },
    { type: 'opened' },
    { at: '!', type: 'opened' },
    { at: T, type: 'opened' },
  ])('%j, of which something is missing or wrong, is damage and no fact', (stored) => {
    expect(z.safeDecode(clockFacts, [stored] as unknown as ClockFact[]).success).toBe(false);
  });

  test.each<ClockFact>([
    { at: T, type: 'asked', request: 'r 1' },
    { at: T, type: 'answered', request: '' },
    { at: T, type: 'released', source: 'a,b' },
    { at: T + 0.5, type: 'opened' },
    { at: -1, type: 'opened' },
  ])('%j could not be read again, so it is not written', (fact) => {
    expect(z.safeEncode(clockFacts, [fact]).success).toBe(false);
  });
});
