import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { surveyChannels } from '#shared/domain/surveys/dispatch-table.ts';
import type { Store } from '#shared/ports/store.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { AskingCentre, type Moment, PERSONS } from './asking-centre.ts';
import type { Heard } from './asking-world.ts';

const who = fc.nat(PERSONS - 1);
const act: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 6, arbitrary: who.map((one) => ({ do: 'resolve' as const, who: one })) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('call' as const),
      who,
      about: fc.boolean(),
      withheld: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: who.map((one) => ({ do: 'evaluate' as const, who: one })) },
  { weight: 2, arbitrary: who.map((one) => ({ do: 'status' as const, who: one })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, fc.constantFrom('reopen' as const, 'confirm' as const, 'bounce' as const))
      .map(([one, does]) => ({ do: does, who: one })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(who, fc.constantFrom('opt-out' as const, 'opt-in' as const))
      .map(([one, does]) => ({ do: does, who: one })),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pick-up' as const), who, does: fc.boolean() }) },
);
const wait = fc
  .oneof(
    fc.integer({ min: 1, max: 80 }),
    // Around the ends of the cool-downs.
    fc.constantFrom(29 * 24, 30 * 24 - 1, 30 * 24, 89 * 24, 90 * 24),
  )
  .map((hours): Moment[] => [{ do: 'wait', hours }]);
const history = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.array(act, { minLength: 1, maxLength: 3 }) },
    { weight: 4, arbitrary: wait },
  ),
  { minLength: 4, maxLength: 24, size: 'max' },
);

const restAfter = ({ channel }: Heard): number =>
  channel === 'evaluation' ? shippedRules.survey.evaluationCoolDownMs : shippedRules.survey.coolDownMs;

/** Live through a history, and check that each person rests between two questions. */
async function lived(
  store: Store,
  moments: readonly (readonly Moment[])[],
  messages: boolean,
): Promise<readonly Heard[]> {
  const centre = new AskingCentre(store, messages);
  for (const together of moments) await centre.take(together);
  const heard = centre.reached();
  for (const [at, one] of heard.entries()) {
    const others = heard.slice(0, at).filter((other) => other.who === one.who && other.about !== one.about);
    for (const other of others)
      expect(Math.abs(one.at - other.at), `${other.about} and ${one.about}`).toBeGreaterThanOrEqual(
        restAfter(one),
      );
  }
  return heard;
}

test('in random histories of all channels no person is asked twice within the cool-down', async () => {
  const channels = new Set<string>();
  await fc.assert(
    fc.asyncProperty(history, fc.boolean(), async (moments, messages) => {
      const heard = await lived(new MemoryStore(), moments, messages);
      for (const { channel } of heard) channels.add(channel);
    }),
    { numRuns: 80 },
  );
  expect([...channels].sort()).toEqual([...surveyChannels].sort());
});

test('the same over SQLite', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.boolean(), async (moments, messages) => {
      const overSqlite = await lived(new SqliteStore(openDatabase(':memory:'), 1), moments, messages);
      expect(overSqlite).toEqual(await lived(new MemoryStore(), moments, messages));
    }),
    { numRuns: 10 },
  );
});
