import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openMovableClock } from '#shared/adapters/embedded/movable-clock.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { tempFolder } from './temp-folder.ts';

const stoppedClock = { now: () => 1000 };

test('the system clock tells epoch milliseconds', () => {
  expect(Number.isSafeInteger(systemClock.now())).toBe(true);
  expect(systemClock.now()).toBeGreaterThan(Date.UTC(2026, 0, 1));
});

test('a movable clock runs with the clock below it until it is put forward, and stays so after a restart', async () => {
  const path = join(await tempFolder(), 'clock', 'ahead.json');
  const clock = await openMovableClock(path, stoppedClock);
  expect([clock.now(), clock.ahead()]).toEqual([1000, 0]);
  await clock.advance(500);
  await clock.advance(0);
  expect([clock.now(), clock.ahead()]).toEqual([1500, 500]);
  expect((await openMovableClock(path, stoppedClock)).now()).toBe(1500);
});

test('moves at the same time all count', async () => {
  const path = join(await tempFolder(), 'ahead.json');
  const clock = await openMovableClock(path, stoppedClock);
  await Promise.all([1, 10, 100].map((ms) => clock.advance(ms)));
  expect(clock.ahead()).toBe(111);
  expect((await openMovableClock(path, stoppedClock)).ahead()).toBe(111);
});

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('it does not move by %d', async (ms) => {
  const clock = await openMovableClock(join(await tempFolder(), 'ahead.json'), stoppedClock);
  await expect(clock.advance(ms)).rejects.toThrow(RangeError);
  expect(clock.ahead()).toBe(0);
});

test('a move that could not be kept did not happen, and the next one may', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'there', 'ahead.json');
  const clock = await openMovableClock(path, stoppedClock);
  await writeFile(join(folder, 'there'), 'a file where a folder must be');
  await expect(clock.advance(5)).rejects.toThrow();
  expect(clock.ahead()).toBe(0);
});

test('a file that says something else is refused', async () => {
  const path = join(await tempFolder(), 'ahead.json');
  await writeFile(path, '{"aheadMs":-5}');
  await expect(openMovableClock(path, stoppedClock)).rejects.toThrow();
});
