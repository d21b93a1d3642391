import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '#shared/domain/sla/compile.ts';
import { isOpen, nextOpening, openIntervals } from '#shared/domain/sla/openings.ts';
import { due, elapsed } from '#shared/domain/sla/working-time.ts';
import { ANYWHERE, calendar, DAY, DAYTIME, duration, instant, MINUTE, pause } from './arbitraries.ts';
import { wallClock } from './wall-clock.ts';

const RUNS = { numRuns: 400 };
const compiled = calendar(ANYWHERE).map((data) => compile(data));
const pauses = fc.array(pause, { maxLength: 4 });

describe('due and elapsed', () => {
  test('elapsed up to the due instant is the duration, pauses or not', () => {
    fc.assert(
      fc.property(compiled, instant, duration, pauses, (c, s, d, p) => {
        const at = due(c, s, d, p);
        expect(at).toBeGreaterThan(s);
        expect(elapsed(c, s, at, p)).toBe(d);
      }),
      RUNS,
    );
  });

  test('the millisecond before is open and outside every pause: due never falls outside working time', () => {
    fc.assert(
      fc.property(compiled, instant, duration, pauses, (c, s, d, p) => {
        const last = due(c, s, d, p) - 1;
        expect(isOpen(c, last)).toBe(true);
        expect(p.some(({ from, to }) => from <= last && last < to)).toBe(false);
      }),
      RUNS,
    );
  });

  test('nothing to do is due at once', () => {
    fc.assert(
      fc.property(compiled, instant, pauses, (c, s, p) => due(c, s, 0, p) === s),
      RUNS,
    );
  });

  test('monotone in start and in duration', () => {
    fc.assert(
      fc.property(
        compiled,
        instant,
        fc.nat(20 * DAY),
        duration,
        fc.nat(3000 * MINUTE),
        (c, s, later, d, more) => {
          expect(due(c, s + later, d)).toBeGreaterThanOrEqual(due(c, s, d));
          expect(due(c, s, d + more)).toBeGreaterThanOrEqual(due(c, s, d));
        },
      ),
      RUNS,
    );
  });

  test('additive', () => {
    fc.assert(
      fc.property(compiled, instant, duration, duration, pauses, (c, s, a, b, p) => {
        const middle = due(c, s, a, p);
        const end = due(c, middle, b, p);
        expect(end).toBe(due(c, s, a + b, p));
        expect(elapsed(c, s, middle, p) + elapsed(c, middle, end, p)).toBe(elapsed(c, s, end, p));
      }),
      RUNS,
    );
  });

  test('a pause shifts the due instant by exactly the work it covers', () => {
    fc.assert(
      fc.property(compiled, instant, duration, pause, (c, s, d, p) => {
        const plain = due(c, s, d);
        const covered = p.from < plain ? elapsed(c, Math.max(s, p.from), p.to) : 0;
        expect(due(c, s, d, [p])).toBe(due(c, s, d + covered));
      }),
      RUNS,
    );
  });

  test('splitting, doubling and reordering pauses changes nothing', () => {
    fc.assert(
      fc.property(
        compiled,
        instant,
        duration,
        pauses,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (c, s, d, p, share) => {
          const cut = p.flatMap(({ from, to }) => {
            const middle = from + Math.floor((to - from) * share);
            return [
              { from: middle, to },
              { from, to: middle },
              { from, to: middle },
            ];
          });
          expect(due(c, s, d, cut.reverse())).toBe(due(c, s, d, p));
          expect(elapsed(c, s, s + 30 * DAY, cut)).toBe(elapsed(c, s, s + 30 * DAY, p));
        },
      ),
      RUNS,
    );
  });

  test('answers do not depend on the horizon of the table', () => {
    fc.assert(
      fc.property(
        calendar(ANYWHERE),
        instant,
        duration,
        fc.array(instant, { maxLength: 4 }),
        (data, s, d, asked) => {
          const used = compile(data, { from: s - 3000 * DAY, to: s + 10 * DAY });
          for (const at of asked) isOpen(used, at);
          expect(due(used, s, d)).toBe(due(compile(data), s, d));
        },
      ),
      RUNS,
    );
  });
});

describe('calendars', () => {
  const extra = fc
    .tuple(fc.nat(500), fc.nat(40), fc.integer({ min: 1, max: 40 }))
    .map(([day, from, length]) => ({ day, from: 30 * from, to: Math.min(1440, 30 * (from + length)) }))
    .map(({ day, from, to }) => ({
      on: new Date(Date.UTC(2026, 0, 1) + day * DAY).toISOString().slice(0, 10),
      from: new Date(from * MINUTE).toISOString().slice(11, 16),
      to: to === 1440 ? '24:00' : new Date(to * MINUTE).toISOString().slice(11, 16),
    }));

  test('a closure makes no due earlier, an opening none later', () => {
    fc.assert(
      fc.property(calendar(DAYTIME), extra, instant, duration, (data, when, s, d) => {
        const base = due(compile(data), s, d);
        const withOne = (kind: 'open' | 'closed') =>
          due(compile({ ...data, exceptions: [...data.exceptions, { ...when, kind }] }), s, d);
        expect(withOne('closed')).toBeGreaterThanOrEqual(base);
        expect(withOne('open')).toBeLessThanOrEqual(base);
      }),
      RUNS,
    );
  });

  test('open intervals are sorted, apart, and add up to what has elapsed', () => {
    fc.assert(
      fc.property(compiled, instant, fc.nat(60 * DAY), (c, from, length) => {
        const open = openIntervals(c, from, from + length);
        const total = open.reduce((sum, each) => sum + each.to - each.from, 0);
        expect(total).toBe(elapsed(c, from, from + length));
        for (const [i, each] of open.entries()) {
          expect(each.from).toBeGreaterThan(open[i - 1]?.to ?? Number.NEGATIVE_INFINITY);
          expect(each.to).toBeGreaterThan(each.from);
        }
      }),
      RUNS,
    );
  });

  test('the next opening is open, and nothing before it is', () => {
    fc.assert(
      fc.property(compiled, instant, (c, at) => {
        const opening = nextOpening(c, at);
        expect(isOpen(c, opening)).toBe(true);
        expect(elapsed(c, at, opening)).toBe(0);
      }),
      RUNS,
    );
  });
});

describe('the slow truth: the clock on the wall, minute by minute', () => {
  const SLOW = { numRuns: 60 };

  test('is open at the same instants and has worked the same time', () => {
    fc.assert(
      fc.property(calendar(DAYTIME), instant, fc.nat(4 * DAY), (data, from, length) => {
        const [c, truth] = [compile(data), wallClock(data)];
        expect(elapsed(c, from, from + length)).toBe(truth.elapsed(from, from + length));
        expect(isOpen(c, from)).toBe(truth.isOpen(from));
      }),
      SLOW,
    );
  });

  test('is due at the same instant', () => {
    fc.assert(
      fc.property(calendar(DAYTIME), instant, fc.integer({ min: 1, max: 300 * MINUTE }), (data, start, d) => {
        const c = compile(data);
        // Only some days, because the walk is slow.
        fc.pre(due(c, start, d) - start < 9 * DAY);
        expect(due(c, start, d)).toBe(wallClock(data).due(start, d));
      }),
      SLOW,
    );
  });
});
