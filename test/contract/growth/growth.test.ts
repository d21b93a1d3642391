import { describe, expect, inject, test } from 'vitest';
import { type Cost, dynamoGround, type Ground, sqliteGround } from './ground.ts';
import type { Growth } from './growth.ts';
import { GROWTH } from './rows.ts';

const SMALL = 1_000;
/** The gate fills the stores further. A cost that grows does so from the first thousands on. */
const IS_LONG_RUN = process.env.RIDA_FULL_GROWTH === '1';
const LARGE = IS_LONG_RUN ? { sqlite: 100_000, dynamo: 10_000 } : { sqlite: 20_000, dynamo: 4_000 };
/** Tolerated difference of the cost of an act. */
const TOLERANCE = 0.2;

/** Expect the first act of a process to read at most so many units for each thousand that there are. */
async function start(ground: Ground, { what, atStart }: Growth, size: number): Promise<void> {
  ground.restart();
  if (atStart === undefined) return;
  const cost = await ground.costOf(() => atStart.act(ground, size));
  console.info(`${what}: the first act of a process at ${size}: ${JSON.stringify(cost)}`);
  const { 'read units': units } = cost;
  if (units !== undefined)
    expect(units).toBeLessThanOrEqual((atStart.readUnitsOfThousand * size) / 1_000 + 20);
}

/** Return the cost of each act at a size, in a process that was just started. */
async function costsAt(ground: Ground, growth: Growth, size: number): Promise<Record<string, Cost>> {
  await start(ground, growth, size);
  const { acts } = growth;
  const costs: Record<string, Cost> = {};
  for (const [name, act] of Object.entries(acts)) costs[name] = await ground.costOf(() => act(ground, size));
  return costs;
}

/** Return the acts whose cost differs between the sizes. */
async function grown(ground: Ground, growth: Growth, large: number): Promise<string[]> {
  await ground.fill(growth.items(0, SMALL));
  const before = await costsAt(ground, growth, SMALL);
  await ground.fill(growth.items(SMALL, large));
  const after = await costsAt(ground, growth, large);
  return Object.entries(before).flatMap(([name, small]) => {
    console.info(`${growth.what}: ${name}: ${JSON.stringify(small)} → ${JSON.stringify(after[name])}`);
    return Object.entries(small).flatMap(([unit, spent]) => {
      const then = after[name]?.[unit] ?? Number.NaN;
      // A difference of half a unit, or of a kilobyte, does not count.
      const most = spent * TOLERANCE + (unit.startsWith('kilobytes') ? 1 : 0.5);
      return Math.abs(then - spent) <= most ? [] : [`${name}: ${unit}: ${spent} → ${then}`];
    });
  });
}

describe('the cost of an action does not grow with', () => {
  test.each(GROWTH)(`$what: 1,000 and ${LARGE.sqlite} in SQLite`, { timeout: 180_000 }, async (growth) => {
    expect(await grown(sqliteGround(), growth, LARGE.sqlite)).toEqual([]);
  });

  const endpoint = inject('dynamodb');
  const numbered = GROWTH.map((growth, n) => ({ growth, n, what: growth.what }));
  test.runIf(endpoint).each(numbered)(
    `$what: 1,000 and ${LARGE.dynamo} in DynamoDB`,
    { timeout: 240_000 },
    async ({ growth, n }) => {
      const ground = await dynamoGround(endpoint ?? '', `growth-${n}`);
      expect(await grown(ground, growth, LARGE.dynamo)).toEqual([]);
    },
  );
});
