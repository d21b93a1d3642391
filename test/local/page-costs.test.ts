import { expect, test } from 'vitest';
import { buildExample } from '#infra/local/example/build-example.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { costsOfPages } from './lived-pages.ts';
import { aFolder } from './support.ts';

const UNTIL = WORKING_MORNING + 6 * HOUR;

test('a page of a lived-in centre needs few statements and rows, and is small', async () => {
  const data = aFolder();
  await buildExample({ cases: 60, days: 1, staff: 20, until: UNTIL, data, key: Buffer.alloc(32, 'costs') });
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
