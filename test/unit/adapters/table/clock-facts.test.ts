import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { clockFacts } from '#shared/adapters/table/clock-facts.ts';
import type { ClockFact } from '#shared/domain/cases/case.ts';

const T = 1_790_000_000_000;
const read = (stored: string): ClockFact[] => z.decode(clockFacts, stored);
const write = (facts: ClockFact[]): string => z.encode(clockFacts, facts);

describe('the facts of the clocks as a text', () => {
  test('that was written before there were promises and requests is read', () => {
    const facts: ClockFact[] = [
      { at: T, type: 'opened' },
      { at: T + 36, type: 'beneficiary-contact' },
      { at: T + 36, type: 'agent-contact' },
      { at: T + 30, type: 'reopened' },
      ...(['new', 'open', 'pending-beneficiary', 'pending-department', 'resolved', 'closed'] as const).map(
        (status): ClockFact => ({ at: T + 31, type: 'status', status }),
      ),
    ];
    const stored = 'omubbs7i8 b10 a0 r-6 N1 O0 B0 D0 R0 C0';
    expect(read(stored)).toEqual(facts);
    expect(write(facts)).toBe(stored);
    expect(read('')).toEqual([]);
  });

  test('says what else a fact says behind commas, counted from the fact itself', () => {
    const facts: ClockFact[] = [
      { at: T, type: 'terms' },
      { at: T + 1, type: 'promised', dueAt: T + 37 },
      { at: T + 2, type: 'promise-withdrawn' },
      { at: T + 3, type: 'asked', request: 'r1', dueAt: T + 39 },
      { at: T + 3, type: 'asked', request: 'r12' },
      { at: T + 4, type: 'answered', request: 'r1' },
      { at: T + 5, type: 'request-withdrawn', request: 'r12' },
      {
        at: T + 6,
        type: 'absorbed',
        source: '4K7-R2M-0385',
        remaining: { firstResponse: -36, resolution: 0 },
      },
      { at: T + 6, type: 'absorbed', source: '4K7-R2M-0386', remaining: { resolution: 36 } },
      { at: T + 6, type: 'absorbed', source: '4K7-R2M-0387', remaining: {} },
      { at: T + 7, type: 'released', source: '4K7-R2M-0385' },
    ];
    const stored = [
      ...['tmubbs7i8', 'p1,10', 'w1', 'q1,r1,10', 'q0,r12', 'n1,r1', 'x1,r12'],
      ...['m1,4K7-R2M-0385,-10,0', 'm0,4K7-R2M-0386,,10', 'm0,4K7-R2M-0387,,', 'l1,4K7-R2M-0385'],
    ].join(' ');
    expect(write(facts)).toBe(stored);
    expect(read(stored)).toEqual(facts);
  });

  test.each(['p0', 'q0', 'q0,', 'q0,r0', 'n0', 'x0,7', 'm0', 'm0,a b', 'l0', 'l0,', 'z0', 'o', 'o0,!'])(
    '%j, of which something is missing, is damage and no fact',
    (stored) => {
      expect(z.safeDecode(clockFacts, stored).success).toBe(false);
    },
  );

  test.each<ClockFact>([
    { at: T, type: 'asked', request: 'r 1' },
    { at: T, type: 'answered', request: '' },
    { at: T, type: 'released', source: 'a,b' },
    { at: T + 0.5, type: 'opened' },
  ])('%j could not be read again, so it is not written', (fact) => {
    expect(z.safeEncode(clockFacts, [fact]).success).toBe(false);
  });
});
