import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countIn, type QuotaPlace } from '#shared/domain/mail/quota.ts';

const WITHIN = 100;

test('in whatever order and repetition actions come, no time contains more than are allowed', () => {
  const action = fc.record({ slot: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), pause: fc.nat(80) });
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), fc.integer({ min: 0, max: 4 }), (actions, allowed) => {
      const quota = { name: 'q', allowed, withinMs: WITHIN };
      const counted: QuotaPlace[] = [];
      let stored: readonly QuotaPlace[] = [];
      let now = 0;
      for (const { slot, pause } of actions) {
        now += pause;
        const { answer, places } = countIn(stored, quota, slot, now);
        if (places) counted.push({ slot, at: now });
        if (!answer.isAllowed && answer.freeAt !== undefined) {
          expect(answer.freeAt).toBeGreaterThan(now);
          expect(countIn(stored, quota, slot, answer.freeAt).answer.isAllowed).toBe(true);
          expect(countIn(stored, quota, slot, answer.freeAt - 1).answer.isAllowed).toBe(false);
        }
        expect(answer.isAllowed || allowed === 0 || 'freeAt' in answer).toBe(true);
        stored = places ?? stored;
        expect(counted.filter(({ at }) => at > now - WITHIN).length).toBeLessThanOrEqual(allowed);
      }
    }),
  );
});

test('a repeated action is allowed without being counted, with the answer of its first delivery', () => {
  const quota = { name: 'q', allowed: 2, withinMs: WITHIN };
  const stored = [
    { slot: 'a', at: 0 },
    { slot: 'b', at: 10 },
  ];
  expect(countIn(stored, quota, 'a', 20)).toEqual({ answer: { isAllowed: true, others: 0 } });
  expect(countIn(stored, quota, 'b', 20)).toEqual({ answer: { isAllowed: true, others: 1 } });
  expect(countIn(stored, quota, 'c', 20)).toEqual({ answer: { isAllowed: false, freeAt: 100 } });
  expect(countIn(stored, { ...quota, allowed: 1 }, 'c', 20)).toEqual({
    answer: { isAllowed: false, freeAt: 110 },
  });
});
