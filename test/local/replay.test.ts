import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { balanceOf } from '#infra/demo/replay/balance.ts';
import { daysOf, REFERENCE, type ReferenceLoad } from '#infra/demo/replay/reference-load.ts';
import { REPLAY_BEGINS, replay, replaySettings } from '#infra/demo/replay/replay.ts';
import { aCentre, aFolder } from './support.ts';

test('the parts of the days add up to the published figures of the reference centre', () => {
  const days = daysOf(REFERENCE);
  const sum = (of: (day: (typeof days)[number]) => number) => days.reduce((all, day) => all + of(day), 0);
  expect(sum(({ mails }) => mails)).toBe(2400);
  expect(sum(({ investorCalls }) => investorCalls)).toBe(1700);
  expect(sum(({ evaluations }) => evaluations)).toBe(1800);
  expect(sum(({ calls }) => calls)).toBe(40 * 54.5);
  expect(days.filter(({ evaluations }) => evaluations > 0).map(({ evaluations }) => evaluations)).toEqual([
    ...Array(10).fill(165),
    150,
  ]);
  expect(days.slice(0, -1).every(({ calls }) => calls === 40)).toBe(true);
});

// `npm run replay` plays the eleven weeks.
test('a small load over two weeks is in the figures exactly', async () => {
  const load: ReferenceLoad = {
    ...{ workingDays: 5.5, mails: 7, callsADay: 1, investorCalls: 5 },
    ...{ evaluationsAWeek: 4, evaluations: 6 },
  };
  const data = aFolder();
  const settings = join(aFolder(), 'settings.json');
  writeFileSync(settings, JSON.stringify(replaySettings));
  const centre = await aCentre({ data, settings, below: { now: () => REPLAY_BEGINS } });
  const balance = await balanceOf(centre, load, await replay(centre, load));
  expect(balance.filter(({ is, should }) => is !== should)).toEqual([]);
  expect(balance.map(({ should }) => should)).toEqual([6, 5, 7, 6, 13, 6, 6, 0, 0, 4, 2]);
});
