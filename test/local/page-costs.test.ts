import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import { buildExample } from '#infra/local/example/build-example.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { leadingNowhere, leadingNumbers, listedOn } from '../unit/web/leading-numbers.ts';
import { costsOfPages } from './lived-pages.ts';

const UNTIL = WORKING_MORNING + 6 * HOUR;

let data = '';
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'rida-pages-'));
  await buildExample({ cases: 60, days: 1, staff: 20, until: UNTIL, data, key: Buffer.alloc(32, 'costs') });
});

afterAll(() => rmSync(data, { recursive: true, force: true }));

test('a page of a lived-in centre needs few statements and rows, and is small', async () => {
  const costs = await costsOfPages(data, UNTIL, 1);
  expect(costs.length).toBeGreaterThan(20);
  expect(costs.filter(({ path }) => path.startsWith('/cases/')).length).toBeGreaterThanOrEqual(3);
  const tooLarge = costs.filter(
    ({ path, statements, rows, bytes }) =>
      // Each number of the figures has the address of its cases.
      statements > 60 || rows > 250 || bytes > (path.startsWith('/figures') ? 180_000 : 150_000),
  );
  expect(tooLarge).toEqual([]);
});

test('each number of the figures of a lived-in centre leads to as many cases, or says why it has no list', async () => {
  const centre = await openCentre({
    ...{ data, port: 0, 'smtp-port': 0, 'trust-mail': 'loopback', sweepEveryMs: 0, pauseMs: 1 },
    below: { now: () => UNTIL },
  });
  try {
    const { page } = await signInAt(centre.url, 'lead', 'المشرف', 'supervisor');
    const links = new Map<string, number | undefined>();
    for (const path of [
      '/figures?days=7&compare=none',
      '/figures/surveys?days=7',
      '/figures/report?days=7',
    ]) {
      const figures = await page(path);
      expect([path, leadingNowhere(figures)]).toEqual([path, []]);
      for (const { href, count } of leadingNumbers(figures)) links.set(href, count ?? links.get(href));
    }
    expect(links.size).toBeGreaterThan(100);
    const wrong: [string, unknown][] = [];
    for (const [href, count] of links) {
      const { number, rows, isWhole } = listedOn(await page(href));
      const isRight = (count === undefined || count === number) && (!isWhole || rows >= Math.abs(number));
      if (!isRight) wrong.push([href, { count, number, rows }]);
    }
    expect(wrong).toEqual([]);
  } finally {
    await centre.close();
  }
});
