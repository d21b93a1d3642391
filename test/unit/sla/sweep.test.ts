import { describe, expect, it } from 'vitest';
import { dueItem } from '#functions/sla/due-item.ts';
import { sweep } from '#functions/sla/sweep.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { ANNOUNCE_AFTER, ASK_FOR_FACTS_AFTER } from '#shared/domain/telephone/decide-call.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { WorkingCentre } from './working-centre.ts';

describe('the sweep', () => {
  const swept = async (shards: number, cases: readonly ReturnType<typeof aCase>[]) => {
    const sent: (readonly unknown[])[] = [];
    const dueQueue = { send: async (items: readonly unknown[]) => void sent.push(items) };
    const store = new MemoryStore({ shards }).seed(...cases);
    const deps = {
      store,
      dueQueue,
      clock: fixedClock(),
      rules: rulesOf(),
      settings: new MemorySettings(),
    };
    return { ...(await sweep(deps)), sent };
  };

  it('hands on all that is due, of every shard and page, and nothing that is not', async () => {
    const due = Array.from({ length: 250 }, (_, n) => aCase({ nextDueAt: T - n }));
    const { due: count, oldestAgeMs, sent } = await swept(3, [...due, aCase({ nextDueAt: T + 1 }), aCase()]);
    expect({ count, oldestAgeMs }).toEqual({ count: 250, oldestAgeMs: 249 });
    const items = sent.flat().map((item) => dueItem.parse(item));
    expect(items.map(({ id }) => id).sort()).toEqual(due.map(({ id }) => id).sort());
    for (const page of sent) expect(page.length).toBeLessThanOrEqual(500);
  });

  it('sends nothing when nothing is due', async () => {
    expect(await swept(2, [aCase()])).toEqual({ due: 0, oldestAgeMs: 0, retimed: 0, sent: [] });
  });
});

describe('new settings', () => {
  it('are carried to every open case once, page by page, and a sweep that died continues', async () => {
    const store = new MemoryStore({ shards: 2 }).seed(
      ...Array.from({ length: 700 }, () => aCase()),
      aCase({ status: 'closed' }),
    );
    const settings = new MemorySettings();
    const rules = rulesOf({ ...shippedRules, version: 3 });
    const sent: unknown[] = [];
    let left = 2;
    const dueQueue = {
      send: async (items: readonly unknown[]) => {
        if (left === 0) throw new Error('the queue is out of reach');
        left -= 1;
        sent.push(...items);
      },
    };
    const deps = { store, dueQueue, clock: fixedClock(), rules, settings };
    await expect(sweep(deps)).rejects.toThrow('out of reach');
    left = 100;
    sent.length = 0;
    expect((await sweep(deps)).retimed).toBe(700);
    const [roster, ...items] = sent.map((item) => dueItem.parse(item));
    expect(roster).toEqual({ kind: 'roster', id: 'staff', dueAt: 0, retime: { from: 0, to: 3 } });
    expect(new Set(items.map(({ id }) => id)).size).toBe(700);
    expect(items.every(({ retime }) => retime?.from === 0 && retime.to === 3)).toBe(true);
    expect((await sweep(deps)).retimed).toBe(0);
  });

  it('that come before the last ones reached everybody are told against those that did', async () => {
    // One sweep queues twenty pages, and every shard has at least one.
    const shards = 21;
    const store = new MemoryStore({ shards }).seed(...Array.from({ length: 300 }, () => aCase()));
    const settings = new MemorySettings();
    await settings.saveRetiming({ version: 4 });
    let sent: unknown[] = [];
    const dueQueue = { send: async (items: readonly unknown[]) => void sent.push(...items) };
    const hand = async (version: number) => {
      sent = [];
      const rules = rulesOf({ ...shippedRules, version });
      await sweep({ store, dueQueue, clock: fixedClock(), rules, settings });
      return [...new Set(sent.map((item) => JSON.stringify(dueItem.parse(item).retime)))];
    };
    expect(await hand(5)).toEqual(['{"from":4,"to":5}']);
    expect(await hand(6)).toEqual(['{"from":4,"to":6}']);
    expect(await hand(6)).toEqual(['{"from":4,"to":6}']);
    expect(await hand(6)).toEqual([]);
    expect(await hand(7)).toEqual(['{"from":6,"to":7}']);
  });
});

describe('a call whose end never came', () => {
  const lostCall = async () => {
    const centre = new WorkingCentre();
    const facts = { initiatedAt: T, queuedAt: T + MINUTE };
    await updateCall(centre.store, { id: 'c-1', cause: 'flow', at: T, recordedAt: T, facts });
    centre.clock.set(T + ASK_FOR_FACTS_AFTER);
    return centre;
  };

  it('is asked about after two hours, and announced as the telephone system tells it', async () => {
    const centre = await lostCall();
    centre.knows('c-1', { answeredAt: T + 2 * MINUTE, endedAt: T + 5 * MINUTE, reason: 'AGENT_DISCONNECT' });
    expect((await centre.sweepOnce(2)).outcomes).toEqual(['committed', 'not-due']);
    expect(centre.store.commits.flatMap(({ events }) => events)).toMatchObject([
      { type: 'rida.call.started.v1' },
      { type: 'rida.call.ended.v1', data: { seconds: 300, waitSeconds: 60, answered: true, queued: true } },
    ]);
  });

  it('is looked up again while it continues', async () => {
    const centre = await lostCall();
    centre.knows('c-1', { initiatedAt: T });
    await centre.sweepOnce();
    expect(await centre.store.load('call', 'c-1')).toMatchObject({ nextDueAt: T + 2 * ASK_FOR_FACTS_AFTER });
    expect((await centre.sweepOnce()).due).toBe(0);
  });

  it('is over when the telephone system knows it no more', async () => {
    const centre = await lostCall();
    await centre.sweepOnce();
    centre.clock.advance(ANNOUNCE_AFTER);
    await centre.sweepOnce();
    expect(centre.store.commits.flatMap(({ events }) => events).at(-1)).toMatchObject({
      type: 'rida.call.ended.v1',
      data: { reason: 'LOST', answered: false, queued: true },
    });
    expect((await centre.sweepOnce()).due).toBe(0);
  });

  it('has what the caller asked for done when the contact record never came', async () => {
    const centre = await lostCall();
    const attributes = { intent: 'register:report', language: 'en', line: 'staff' };
    centre.knows('c-1', { endedAt: T + MINUTE, customer: '+966500000001' }, attributes);
    await centre.sweepOnce(2);
    const call = await centre.store.load('call', 'c-1');
    expect(await centre.store.load('case', call?.caseRef ?? '')).toMatchObject({
      ...{ type: 'report', language: 'en', segment: 'staff' },
      beneficiary: { phone: '+966500000001' },
    });
    expect(centre.store.activeCases).toBe(1);
  });

  it('of several legs is asked about each that has no end', async () => {
    const centre = await lostCall();
    const leg = { source: 'record', endedAt: T + MINUTE, next: 'c-2' } as const;
    await updateCall(centre.store, { id: 'c-1', cause: 'record', at: T, recordedAt: T, facts: leg });
    centre.knows('c-2', { initiationMethod: 'TRANSFER', endedAt: T + 9 * MINUTE });
    await centre.sweepOnce();
    expect(centre.store.commits.flatMap(({ events }) => events).at(-1)).toMatchObject({
      type: 'rida.call.ended.v1',
      data: { seconds: 540, transfers: 1 },
    });
  });
});
