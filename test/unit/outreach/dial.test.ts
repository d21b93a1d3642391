import { describe, expect, it } from 'vitest';
import { TelephoneMisconfigured } from '#functions/outreach/dial.ts';
import { prefer } from '#shared/application/prefer.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { pace } from '#shared/runtime/pace.ts';
import { CALLING_MORNING as T } from '#test/builders/a-call-out.ts';
import { CallingCentre } from './calling.ts';

describe('a call that is due', () => {
  it('is placed once, by a token that names it and its attempt, and carries nothing personal', async () => {
    const centre = new CallingCentre();
    const due = await centre.due();
    expect(await centre.dial(due)).toBe('dialled');
    expect(await centre.dial(due)).toBe('not-due');
    expect(centre.orders).toHaveLength(1);
    const [order] = centre.orders;
    expect(order).toMatchObject({ to: '+966500000001', flow: 'outbound/evaluation-call', ringSeconds: 45 });
    expect(JSON.stringify(order?.attributes)).not.toMatch(/966|رخصة/u);
    expect(order?.attributes).toMatchObject({ callOutId: 'call-out-1', attempt: '1', language: 'ar' });
    expect((await centre.callOut()).state).toEqual({ is: 'dialling', attempt: 1 });
    expect(centre.turns).toEqual([1]);
  });

  it('that may not have been placed is requested again by the same token', async () => {
    const centre = new CallingCentre();
    const due = await centre.due();
    centre.answer = new Error('timed out');
    await expect(centre.dial(due)).rejects.toThrow('timed out');
    centre.answer = undefined;
    expect(await centre.dial(due)).toBe('dialled');
    const [first, second] = centre.orders;
    expect(first?.token).toBe(second?.token);
    expect(await centre.linesTaken()).toBe(1);
  });

  it('outside the hours waits for the next opening, whenever its message comes', async () => {
    const centre = new CallingCentre();
    const due = await centre.due();
    centre.clock.set(T + 12 * HOUR);
    expect(await centre.dial(due)).toBe('outside-hours');
    expect((await centre.callOut()).state).toEqual({ is: 'planned', at: T + 23 * HOUR });
    expect(centre.orders).toEqual([]);
  });

  it.each([
    ['calls', 'follow-up', 'opted-out'],
    ['surveys', 'evaluation', 'opted-out'],
    ['surveys', 'investor', 'dialled'],
    ['updates', 'evaluation', 'dialled'],
  ] as const)('to somebody who wants no %s, for %s: %s', async (preference, purpose, outcome) => {
    const centre = new CallingCentre();
    const due = await centre.due('call-out-1', { purpose });
    const wish = { do: 'opt-out', of: [preference], cause: 'wish', at: T, recordedAt: T } as const;
    await prefer(centre.store, 'beneficiary-call-out-1', wish);
    expect(await centre.dial(due)).toBe(outcome);
    expect(centre.orders).toHaveLength(outcome === 'dialled' ? 1 : 0);
  });

  it('that was stopped since then is not placed', async () => {
    const centre = new CallingCentre();
    const due = await centre.due();
    await centre.do('call-out-1', { do: 'stop', by: 'agent:huda' });
    expect(await centre.dial(due)).toBe('not-due');
  });

  it('waits while every line is taken, and goes when one is free', async () => {
    const centre = new CallingCentre({ concurrent: 2 });
    for (const id of ['a', 'b']) expect(await centre.dial(await centre.due(id))).toBe('dialled');
    expect(await centre.dial(await centre.due('c'))).toBe('lines-taken');
    expect((await centre.callOut('c')).state).toEqual({ is: 'planned', at: T + 2 * MINUTE });
    const [first] = (await centre.callOut('a')).attempts;
    await centre.ends(first?.contactId ?? '');
    expect(await centre.linesTaken()).toBe(1);
    expect(await centre.dial(await centre.tick('c'))).toBe('dialled');
  });

  it.each(['throttled', 'limit'] as const)(
    'that is refused as %s waits and does not count as an attempt',
    async (refused) => {
      const centre = new CallingCentre();
      centre.answer = { refused };
      expect(await centre.dial(await centre.due())).toBe(refused);
      expect(await centre.callOut()).toMatchObject({
        state: { is: 'planned', at: T + MINUTE },
        attempts: [],
      });
      expect(await centre.linesTaken()).toBe(0);
    },
  );

  it.each(['not-allowed', 'invalid-number'] as const)('that is refused as %s ends so', async (refused) => {
    const centre = new CallingCentre();
    centre.answer = { refused };
    expect(await centre.dial(await centre.due())).toBe(refused);
    expect((await centre.callOut()).state).toMatchObject({ is: 'finished', disposition: refused });
  });

  it('that cannot be placed at all calls a person, and waits', async () => {
    const centre = new CallingCentre();
    centre.answer = { refused: 'misconfigured' };
    const due = await centre.due();
    await expect(centre.dial(due)).rejects.toBeInstanceOf(TelephoneMisconfigured);
    expect((await centre.callOut()).state.is).toBe('due');
    centre.answer = undefined;
    expect(await centre.dial(due)).toBe('dialled');
  });
});

describe('the pace', () => {
  it('gives turns at the rate, shared among processes, and follows when it changes', async () => {
    let now = 0;
    const waits: number[] = [];
    const sleep = async (ms: number) => {
      waits.push(ms);
      now += ms;
    };
    const turn = pace({ sharedBy: 2, now: () => now, sleep });
    for (const perSecond of [2, 2, 4]) await turn(perSecond);
    await turn(4);
    expect(waits).toEqual([1000, 1000, 500]);
    now += 5000;
    await turn(1);
    expect(waits).toHaveLength(3);
  });
});
