import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AgentDesk } from '#infra/local/phone/agent-desk.ts';
import { QUEUES } from '#infra/local/phone/local-agent-event.ts';
import { CALL_LINES } from '#shared/domain/telephone/line.ts';
import { aSwitchboard } from '#test/builders/a-switchboard.ts';

type World = ReturnType<typeof aSwitchboard>;
type WorldStep = (world: World, calls: string[]) => Promise<unknown>;

const USERS = ['salem', 'huda', 'maha'] as const;
const ACTS = [
  ...['available', 'away', 'signOff', 'answer', 'decline', 'hold', 'resume', 'end', 'finish'],
] as const satisfies readonly (keyof AgentDesk)[];

const user = fc.constantFrom(...USERS);
const which = fc.nat(9);
const on = (at: number, act: (id: string, world: World) => Promise<unknown>): WorldStep => {
  return async (world, calls) => {
    const id = calls.at(-1 - (at % Math.max(1, calls.length)));
    return id === undefined ? undefined : act(id, world);
  };
};

/** Random actions of callers, agents, the centre and time. */
const step: fc.Arbitrary<WorldStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ line: fc.constantFrom(...CALL_LINES), withheld: fc.boolean() }).map(
      ({ line, withheld }): WorldStep =>
        async ({ switchboard }, calls) =>
          calls.push(
            (await switchboard.call(withheld ? undefined : `+96650000000${calls.length % 10}`, line)).id,
          ),
    ),
  },
  {
    weight: 8,
    arbitrary: fc
      .record({ at: which, key: fc.constantFrom('1', '2', '3', '4', '5', '9', '#') })
      .map(({ at, key }) => on(at, async (id, { switchboard }) => switchboard.find(id)?.press(key))),
  },
  {
    weight: 2,
    arbitrary: which.map((at) => on(at, async (id, { switchboard }) => switchboard.find(id)?.silence())),
  },
  {
    weight: 2,
    arbitrary: which.map((at) => on(at, async (id, { switchboard }) => switchboard.find(id)?.hangUp())),
  },
  {
    weight: 1,
    arbitrary: which.map((at) =>
      on(at, async (id, { switchboard }) => switchboard.find(id)?.say('caller', 'نعم')),
    ),
  },
  {
    weight: 6,
    arbitrary: user.map(
      (who): WorldStep =>
        async ({ switchboard: { desk } }) => {
          await desk.signOn(who, who);
          await desk.available(who);
        },
    ),
  },
  {
    weight: 14,
    arbitrary: fc.record({ who: user, act: fc.constantFrom(...ACTS) }).map(
      ({ who, act }): WorldStep =>
        ({ switchboard: { desk } }) =>
          desk[act](who),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ who: user, queue: fc.constantFrom(...QUEUES) }).map(
      ({ who, queue }): WorldStep =>
        ({ switchboard: { desk } }) =>
          desk.transfer(who, { queue }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ who: user, agent: user }).map(
      ({ who, agent }): WorldStep =>
        ({ switchboard: { desk } }) =>
          desk.transfer(who, { agent }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat(99).map(
      (token): WorldStep =>
        async ({ dial }, calls) => {
          const dialled = await dial(String(token));
          if ('contactId' in dialled) calls.push(dialled.contactId);
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({ at: which, how: fc.constantFrom('person', 'machine', 'decline') }).map(
      ({ at, how }): WorldStep =>
        async ({ switchboard }) => {
          const ringing = switchboard.calls().filter(({ state }) => state === 'ringing');
          const id = ringing[at % Math.max(1, ringing.length)]?.id ?? '';
          return how === 'person' || how === 'machine'
            ? switchboard.pickUp(id, how)
            : switchboard.decline(id);
        },
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(1_000, 7_000, 21_000, 46_000, 300_000).map(
      (ms): WorldStep =>
        ({ pass }) =>
          pass(ms),
    ),
  },
);

/** End everything: active calls end, and callbacks are retried until they are given up. */
async function everythingEnds({ switchboard, pass }: World): Promise<void> {
  const { desk } = switchboard;
  const open = () => switchboard.calls().filter(({ state }) => state !== 'ended');
  await desk.signOn('last', 'last');
  while (open().length > 0 || switchboard.nextDueAt() !== undefined) {
    for (const { id, state } of open()) {
      if (state === 'ringing') await switchboard.decline(id);
      else if (state !== 'expected') await switchboard.find(id)?.hangUp();
    }
    for (const who of ['last', ...USERS]) {
      await desk.available(who);
      await desk.answer(who);
      await desk.end(who);
      await desk.finish(who);
    }
    await pass(60_000);
  }
  for (const who of ['last', ...USERS]) await desk.finish(who);
}

const at = (time: string | undefined | null): number => (time ? Date.parse(time) : Number.NaN);
const rises = (times: readonly number[]): boolean =>
  times.every((time, index) => index === 0 || time >= (times[index - 1] ?? time));

/** Check the events of each contact. */
function ofContacts({ events, records }: World): void {
  const byContact = Map.groupBy(events, ({ detail }) => detail.contactId);
  for (const [id, contactEvents] of byContact) {
    const types = contactEvents.map(({ detail }) => detail.eventType);
    const count = (type: string) => types.filter((one) => one === type).length;
    expect(types[0]).toBe('INITIATED');
    expect(types.slice(-1)).toEqual(['COMPLETED']);
    for (const once of ['INITIATED', 'DISCONNECTED', 'COMPLETED']) expect(count(once)).toBe(1);
    for (const atMost of ['QUEUED', 'CONNECTED_TO_AGENT', 'CONNECTED_TO_SYSTEM'])
      expect(count(atMost)).toBeLessThanOrEqual(1);
    if (count('CONNECTED_TO_AGENT') === 1)
      expect(types.indexOf('QUEUED')).toBeLessThan(types.indexOf('CONNECTED_TO_AGENT'));
    expect(rises(contactEvents.map(({ time }) => at(time)))).toBe(true);

    const { detail: end } = contactEvents.at(-1) ?? {};
    const { queueInfo, agentInfo } = end ?? {};
    const times = [
      ...[end?.initiationTimestamp, queueInfo?.enqueueTimestamp, queueInfo?.dequeueTimestamp],
      ...[agentInfo?.connectedToAgentTimestamp, end?.disconnectTimestamp],
    ];
    expect(rises(times.map(at).filter((time) => !Number.isNaN(time)))).toBe(true);

    const before = end?.previousContactId;
    if (before !== undefined) {
      const [first] = byContact.get(before) ?? [];
      expect(end?.initialContactId).toBe(first?.detail.initialContactId);
    } else expect(end?.initialContactId).toBe(id);

    const mine = records.filter(({ ContactId }) => ContactId === id);
    const record = mine.at(-1);
    expect(mine.length).toBeGreaterThanOrEqual(1);
    if (record?.NextContactId) expect(byContact.has(record.NextContactId)).toBe(true);
    if (queueInfo) expect(endOf(record, byContact)).not.toBe('nothing');
    const agent = record?.Agent;
    if (agent)
      expect(agent.LongestHoldDuration * Math.min(1, agent.NumberOfHolds)).toBeLessThanOrEqual(
        agent.CustomerHoldDuration,
      );
  }
}

/** Return how a queued contact ended. */
function endOf(
  record: World['records'][number] | undefined,
  byContact: ReadonlyMap<string, World['events']>,
): string {
  if (record?.Agent) return 'answered';
  if (record?.NextContactId) return 'moved';
  const isBack = (contactEvents: World['events']): boolean =>
    contactEvents.some(
      ({ detail }) =>
        detail.previousContactId === record?.ContactId && detail.initiationMethod === 'CALLBACK',
    );
  if ([...byContact.values()].some(isBack)) return 'call back';
  if (record?.DisconnectReason === 'CUSTOMER_DISCONNECT') return 'abandoned';
  return record?.DisconnectReason === 'CONTACT_FLOW_DISCONNECT' ? 'told that all are busy' : 'nothing';
}

/** Check that the events of each agent follow one another, and that no agent has two calls. */
function ofAgents({ agentEvents }: World): void {
  for (const ofAgent of Map.groupBy(agentEvents, ({ AgentARN }) => AgentARN).values()) {
    let last: World['agentEvents'][number] | undefined;
    for (const event of ofAgent) {
      expect(event.EventType === 'LOGIN').toBe(event.PreviousAgentSnapshot === null);
      const { CurrentAgentSnapshot: now, PreviousAgentSnapshot: before } = event;
      expect(now?.Contacts.length ?? 0).toBeLessThanOrEqual(1);
      if (last && before) expect(before.AgentStatus.Name).toBe(last.CurrentAgentSnapshot?.AgentStatus.Name);
      last = event;
    }
  }
}

it('tells consistent lives of calls and agents, whatever callers and agents do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const world = aSwitchboard();
      const calls: string[] = [];
      for (const one of steps) await one(world, calls);
      await everythingEnds(world);
      ofContacts(world);
      ofAgents(world);
    }),
    { numRuns: 150 },
  );
});

it('does not mind when callers and agents act at the same moment', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 2, maxLength: 6 }), { maxLength: 12 }),
      async (moments) => {
        const world = aSwitchboard();
        const calls: string[] = [];
        for (const together of moments) await Promise.all(together.map((one) => one(world, calls)));
        await everythingEnds(world);
        ofContacts(world);
        ofAgents(world);
      },
    ),
    { numRuns: 100 },
  );
});
