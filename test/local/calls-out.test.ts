import { expect, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { HOUR, MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import { aCentre, allCases } from './support.ts';

const live = async ({ store }: LocalCentre) =>
  (await store.callsOut('evaluation', 'live', { limit: 10 })).items;
const finished = async ({ store }: LocalCentre) =>
  (await store.callsOut('evaluation', 'finished', { limit: 10 })).items;
const ringing = ({ switchboard }: LocalCentre) =>
  switchboard.calls().filter(({ state }) => state === 'ringing');

/** Plan calls to these numbers as a supervisor, and let their timers run. */
async function planned(centre: LocalCentre, numbers: readonly string[]): Promise<void> {
  const supervisor = await signInAt(centre.url, 'huda', 'هدى', 'supervisor');
  const list = numbers.map((number) => `${number},رخصة بناء,2026-01-02`).join('\n');
  await supervisor.send('/calls-out', '/calls-out/list', { list });
  await centre.advance(SECOND);
  await centre.settle();
}

test('a list is called one after the other on the lines there are; answers by key are joined and shown', async () => {
  const centre = await aCentre();
  await planned(centre, ['0500000001', '٠٥٠٠٠٠٠٠٠٢']);
  expect(ringing(centre)).toHaveLength(2);
  const [first, second] = ringing(centre);
  await centre.switchboard.pickUp(first?.id ?? '', 'person');
  const call = centre.switchboard.find(first?.id ?? '');
  for (const key of ['1', '1', '5', '4', '1', '2', '3', '4']) await call?.press(key);
  await centre.switchboard.decline(second?.id ?? '');
  await centre.settle();
  await centre.advance(3 * MINUTE);
  const [done] = await finished(centre);
  expect(done?.state).toMatchObject({ disposition: 'completed' });
  expect(done?.attempts[0]?.report).toMatchObject({
    answers: { satisfaction: 5, ease: 4, finished: 1 },
    registered: (await allCases(centre))[0]?.id,
  });
  const [again] = await live(centre);
  expect(again).toMatchObject({ phone: second?.caller, state: { is: 'planned' }, attempts: [{ number: 1 }] });
  expect((await centre.store.load('lines', 'outbound'))?.taken).toEqual([]);
  expect(centre.bus.queueDepths().every(({ dead }) => dead === 0)).toBe(true);
});

test('no calls are placed outside the hours, and all within them', async () => {
  const centre = await aCentre();
  await centre.advance(12 * HOUR);
  await planned(centre, ['0500000001']);
  expect(ringing(centre)).toEqual([]);
  await centre.advance(12 * HOUR);
  const [called] = [...(await live(centre)), ...(await finished(centre))];
  expect(called?.attempts.length).toBeGreaterThan(0);
});
