import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DeliveryWait,
  needsPerson,
  type WaitReason,
  waitAfter,
  waitReasons,
} from '#shared/domain/mail/delivery-wait.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';

/** Try again at each next try, until a time. Return the times of the tries in minutes. */
function triesUntil(end: number, reasonAt: (n: number) => WaitReason) {
  const tries: { at: number; reason: WaitReason }[] = [];
  let waits: DeliveryWait | undefined;
  for (let now = 0; now <= end; now = waits.until) {
    const reason = reasonAt(tries.length);
    tries.push({ at: now, reason });
    waits = waitAfter(waits, { reason, until: now + MINUTE }, now);
  }
  return tries;
}
const minutes = (tries: readonly { at: number }[]) => tries.map(({ at }) => at / MINUTE);

describe('the pauses between tries of a mail', () => {
  it.each(['unreachable', 'busy', 'rejected'] as const)('grow when it is %s', (reason) => {
    expect(minutes(triesUntil(5 * HOUR, () => reason))).toEqual([0, 1, 6, 36, 96, 156, 216, 276]);
  });

  it('allow three copies an hour when the receiver may have each of them', () => {
    expect(minutes(triesUntil(5 * HOUR, () => 'unconfirmed'))).toEqual([0, 1, 6, 60, 120, 180, 240, 300]);
  });

  it('a day without a relay is about 26 tries', () => {
    expect(triesUntil(DAY, () => 'unreachable').length).toBeLessThanOrEqual(28);
  });

  it('no hour has more than three copies, and no try is lost, in any order of failures', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...waitReasons), { minLength: 1, maxLength: 40 }), (reasons) => {
        const tries = triesUntil(2 * DAY, (n) => reasons[n % reasons.length] ?? 'busy');
        const copies = tries.filter(({ reason }) => reason === 'unconfirmed');
        for (const { at } of copies)
          expect(copies.filter((one) => one.at >= at && one.at < at + HOUR).length).toBeLessThanOrEqual(3);
        expect(tries.at(-1)?.at).toBeGreaterThan(2 * DAY - 2 * HOUR);
      }),
    );
  });

  it('the rest of a relay does not count as a try', () => {
    const first = waitAfter(undefined, { reason: 'busy' }, 0);
    const rested = waitAfter(first, { reason: 'resting', until: 2 * MINUTE }, MINUTE);
    expect(rested).toMatchObject({ tries: 1, since: 0, until: 2 * MINUTE, reason: 'resting' });
  });
});

it.each([
  ['busy', DAY, false],
  ['unconfirmed', DAY, false],
  ['unreachable', 4 * DAY, false],
  ['unreachable', 6 * DAY, true],
  ['rejected', 0, true],
] as const)('a mail that is %s for %d ms needs a person: %s', (reason, age, expected) => {
  expect(needsPerson({ ...waitAfter(undefined, { reason }, 0) }, age)).toBe(expected);
});
