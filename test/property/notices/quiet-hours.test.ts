import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterQuiet } from '#shared/domain/notices/quiet-hours.ts';
import { DAY } from '#shared/domain/time/instant.ts';

const clockTime = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
const zone = fc.constantFrom('Asia/Riyadh', 'UTC', 'Asia/Kathmandu');

/** Return the local time of day by Intl. */
const wallTime = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    at,
  );
const isQuiet = (time: string, { from, to }: { from: string; to: string }): boolean =>
  from <= to ? time >= from && time < to : time >= from || time < to;

describe('quiet hours', () => {
  it('move what falls into them to their end, and nothing else', () => {
    fc.assert(
      fc.property(instant, clockTime, clockTime, zone, (at, from, to, where) => {
        const quiet = { from, to };
        const moved = afterQuiet(at, quiet, where);
        const falls = isQuiet(wallTime(at, where), quiet);
        expect(moved > at).toBe(falls);
        expect(moved - at).toBeLessThanOrEqual(DAY);
        if (falls) expect(wallTime(moved, where)).toBe(to);
        else expect(moved).toBe(at);
      }),
      { numRuns: 2000 },
    );
  });

  it('are over once told: moving again changes nothing', () => {
    fc.assert(
      fc.property(instant, clockTime, clockTime, zone, (at, from, to, where) => {
        const moved = afterQuiet(at, { from, to }, where);
        expect(afterQuiet(moved, { from, to }, where)).toBe(moved);
      }),
    );
  });

  it('never go back where summer time ends inside them', () => {
    const ends = Date.UTC(2026, 9, 25, 1);
    fc.assert(
      fc.property(fc.integer({ min: ends - DAY, max: ends + DAY }), clockTime, clockTime, (at, from, to) => {
        expect(afterQuiet(at, { from, to }, 'Europe/Berlin')).toBeGreaterThanOrEqual(at);
      }),
      { numRuns: 1000 },
    );
  });

  it('without a range do nothing', () => {
    expect(afterQuiet(5, undefined, 'UTC')).toBe(5);
    expect(afterQuiet(5, { from: '07:00', to: '07:00' }, 'UTC')).toBe(5);
  });
});
