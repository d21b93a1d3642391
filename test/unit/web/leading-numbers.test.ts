import { beforeAll, describe, expect, it } from 'vitest';
import { rollUp } from '#functions/reports/roll-up.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { everyEvent } from '#test/builders/every-event.ts';
import { leadingNowhere, leadingNumbers, listedOn } from './leading-numbers.ts';

/** Each sample of an event happens so often that no share is hidden. */
const TIMES = 7;
const PERIOD = 'from=2026-11-14&to=2026-11-29';
const desk = aConsole({ agent: { user: 'huda', name: 'Huda', roles: ['supervisor'] } });
const get = async (path: string): Promise<string> => {
  const answer = await desk.app.request(path, { headers: { cookie: 'language=en' } });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};

beforeAll(async () => {
  desk.clock.set(Date.parse('2026-11-29T12:00:00Z'));
  await rollUp({ figures: desk.figures, figureShards: 3, clock: desk.clock }, everyEvent(TIMES));
  await desk.figures.saveChange(
    {
      ...{ id: 'one', day: '2026-11-20', name: { ar: 'نموذج', en: 'Form' }, kind: 'form' },
      ...{ by: 'huda', at: 0, department: 'operations' },
    },
    'new',
  );
});

describe('each number', () => {
  it.each([
    `/figures?${PERIOD}&compare=before`,
    `/figures?days=365&compare=none`,
    `/figures/surveys?${PERIOD}`,
    `/figures/evidence?${PERIOD}`,
    `/figures/report?${PERIOD}`,
    '/figures/changes/one?weeks=1',
  ])('of %s leads to its cases or says why it has no list', async (path) => {
    expect(leadingNowhere(await get(path))).toEqual([]);
  });

  it('of the figures leads to as many rows as it says', async () => {
    const numbers = [
      ...leadingNumbers(await get(`/figures?${PERIOD}`)),
      ...leadingNumbers(await get(`/figures/surveys?${PERIOD}`)),
      ...leadingNumbers(await get(`/figures/report?${PERIOD}`)),
    ];
    expect(numbers.length).toBeGreaterThan(150);
    for (const [href, count] of new Map(numbers.map((one) => [one.href, one.count]))) {
      const list = await get(href);
      const { number, rows, isWhole } = listedOn(list);
      const [, heading = ''] = /<h1>(.*?)<\/h1>/su.exec(list) ?? [];
      expect([href, heading]).toEqual([href, expect.not.stringMatching(/\||^Behind the number$|^$/u)]);
      if (count !== undefined) expect([href, number]).toEqual([href, count]);
      if (isWhole && !list.includes('Taken back')) expect([href, rows]).toEqual([href, Math.abs(number)]);
    }
  });
});
