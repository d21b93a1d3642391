import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '#shared/domain/sla/local-date.ts';
import { changesTo } from '#shared/domain/telephone/hours/hours-changes.ts';
import { type HoursPlan, planHours } from '#shared/domain/telephone/hours/hours-plan.ts';
import { MemorySwitchboardHours } from '#test/doubles/switchboard.ts';
import { calendar, DAYTIME } from '../sla/arbitraries.ts';
import { wallClock } from '../sla/wall-clock.ts';

const RUNS = { numRuns: 40 };
const FIRST = parseDate('2026-01-01');
const MINUTE = 60_000;
const QUARTERS = Array.from({ length: 1440 / 15 }, (_, i) => i * 15);
const riyadh = calendar({ ...DAYTIME, zones: ['Asia/Riyadh'] });
const firstDay = fc.integer({ min: FIRST, max: FIRST + 400 });
const limits = (from: number, atMost = 50) => ({ from, to: from + 30, atMost });

/** Synchronise the switchboard and return the number of writes. */
async function follow(board: MemorySwitchboardHours, plan: HoursPlan, today: number): Promise<number> {
  const before = board.writes.length;
  const { week, remove, add } = changesTo(plan, await board.inForce(), today);
  if (week) await board.setWeek(week);
  for (const stretch of remove) await board.remove(stretch);
  for (const stretch of add) await board.add(stretch);
  return board.writes.length - before;
}

/** Return the open quarter hours of a local day by the wall clock. Riyadh is always UTC+3. */
const openOnTheWall = (isOpen: (at: number) => boolean, day: number): number[] =>
  QUARTERS.filter((minute) => isOpen((day * 1440 + minute - 180) * MINUTE));
const openOnTheBoard = (board: MemorySwitchboardHours, day: number): number[] =>
  QUARTERS.filter((minute) => board.hoursOn(day).some(({ from, to }) => from <= minute && minute < to));

describe('the hours of a switchboard', () => {
  test('that follows the plan are those of the calendar, quarter by quarter of an hour', async () => {
    await fc.assert(
      fc.asyncProperty(riyadh, firstDay, fc.integer({ min: 1, max: 20 }), async (hours, from, atMost) => {
        const plan = planHours(hours, limits(from, atMost));
        const board = new MemorySwitchboardHours();
        await follow(board, plan, from);
        const { isOpen } = wallClock(hours);
        expect(plan.temporary.length).toBeLessThanOrEqual(atMost);
        for (let day = from; day <= plan.until; day++)
          expect(openOnTheBoard(board, day)).toEqual(openOnTheWall(isOpen, day));
      }),
      RUNS,
    );
  });

  test('stay those of the calendar through days and decrees', async () => {
    const changes = fc.array(fc.tuple(riyadh, fc.nat(40)), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const board = new MemorySwitchboardHours();
        let today = FIRST + 30;
        for (const [hours, later] of list) {
          today += later;
          const plan = planHours(hours, limits(today));
          await follow(board, plan, today);
          const { isOpen } = wallClock(hours);
          for (let day = today; day <= plan.until; day += 3)
            expect(openOnTheBoard(board, day)).toEqual(openOnTheWall(isOpen, day));
        }
      }),
      RUNS,
    );
  });

  test('are written once: afterwards only what is over is taken away', async () => {
    await fc.assert(
      fc.asyncProperty(riyadh, firstDay, async (hours, from) => {
        const board = new MemorySwitchboardHours();
        const window = limits(from);
        await follow(board, planHours(hours, window), from);
        expect(await follow(board, planHours(hours, window), from)).toBe(0);
        const over = board.hours.temporary.filter(({ to }) => to === from).length;
        expect(await follow(board, planHours(hours, { ...window, from: from + 1 }), from + 1)).toBe(over);
      }),
      RUNS,
    );
  });
});
