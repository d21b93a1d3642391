import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { everythingHolds } from './invariants.ts';
import { life, type WorldStep } from './steps.ts';
import { World } from './world.ts';

const SHARDS = 2;
const SEED = 20_261_129;
const HISTORIES = 40;

/** A clock that is set back by up to an hour, or forward by a day. */
const jump: fc.Arbitrary<WorldStep> = fc
  .oneof(fc.integer({ min: -60, max: -1 }), fc.integer({ min: 60, max: 24 * 60 }))
  .map((minutes) => ({ do: 'advance', ms: minutes * MINUTE }));

/** A history with duplicates, disorder and crashes, into which clock jumps are put. */
const history = fc
  .tuple(life(25), fc.array(fc.tuple(fc.nat(24), jump), { maxLength: 4 }))
  .map(([steps, jumps]) =>
    jumps.reduce<WorldStep[]>(
      (sofar, [at, one]) => sofar.toSpliced(Math.max(1, at % (sofar.length + 1)), 0, one),
      steps,
    ),
  );

/** Run a history and return its log: every commit with its time and its events, in order, and the notices sent. */
async function logOf(steps: readonly WorldStep[], store: MemoryStore | SqliteStore): Promise<string> {
  const world = new World(store);
  for (const step of steps) await world.take(step);
  world.clock.advance(HOUR);
  await world.quiesce();
  await everythingHolds(world);
  const commits = await world.commits();
  const mails = world.mailer.sent.map(({ messageId, to }) => [messageId, to]);
  return JSON.stringify({ commits, mails });
}

it(`${HISTORIES} random histories with duplicates, disorder, crashes and clock jumps: one seed, one log`, async () => {
  const histories = fc.sample(history, { seed: SEED, numRuns: HISTORIES });
  const digest = createHash('sha256');
  for (const steps of histories) {
    const log = await logOf(steps, new SqliteStore(openDatabase(':memory:'), SHARDS));
    expect(await logOf(steps, new SqliteStore(openDatabase(':memory:'), SHARDS))).toBe(log);
    expect(JSON.parse(await logOf(steps, new MemoryStore({ shards: SHARDS })))).toEqual(JSON.parse(log));
    digest.update(log);
  }
  const again = createHash('sha256');
  for (const steps of fc.sample(history, { seed: SEED, numRuns: HISTORIES }))
    again.update(await logOf(steps, new SqliteStore(openDatabase(':memory:'), SHARDS)));
  expect(again.digest('hex')).toBe(digest.digest('hex'));
});
