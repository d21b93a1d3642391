import { describe, expect, it } from 'vitest';
import { runClock } from '#functions/sla/clock.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { WorkingCentre } from './working-centre.ts';

// Sunday 4 January 2026, 10:00 in Riyadh (07:00 UTC). Hours are 07:30 to 14:30, Sunday to Thursday. An
// inquiry of high priority: first response within one working hour, resolution within seven.
const inquiry = () => aCase({ type: 'inquiry', priority: 'high', category: 'other', department: 'care' });
const withTimer = async (centre: WorkingCentre) => {
  const supportCase = inquiry();
  centre.store.seed({ ...supportCase, nextDueAt: T });
  await centre.sweepOnce();
  return supportCase;
};

describe('a week without any work', () => {
  it('warns, tells the breach and goes up level by level, each once, in working time only', async () => {
    const centre = new WorkingCentre();
    await withTimer(centre);
    await centre.passUntil(T + 14 * DAY);
    expect(centre.announced()).toEqual([
      '01-04 07:45 sla warned firstResponse assignee',
      '01-04 08:15 sla breached firstResponse supervisor',
      '01-04 08:15 case escalated firstResponse 1 supervisor',
      // Three quarters of seven hours: 4.5 on Sunday, the rest from 07:30 on Monday.
      '01-05 05:15 sla warned resolution assignee',
      '01-05 07:15 sla breached resolution supervisor',
      '01-05 07:15 case escalated resolution 1 supervisor',
      '01-05 08:15 case escalated firstResponse 2 department-head',
      '01-06 07:15 case escalated resolution 2 department-head',
      '01-08 07:15 case escalated resolution 3 leadership',
      // Friday and Saturday do not count.
      '01-11 07:15 case escalated resolution 3 leadership',
      '01-12 07:15 case escalated resolution 3 leadership',
      '01-13 07:15 case escalated resolution 3 leadership',
      '01-14 07:15 case escalated resolution 3 leadership',
    ]);
  });

  it('comes to rest: nothing is left that time alone could bring', async () => {
    const centre = new WorkingCentre();
    const { id } = await withTimer(centre);
    await centre.passUntil(T + 14 * DAY, 6 * HOUR);
    expect(await centre.store.load('case', id)).not.toHaveProperty('nextDueAt');
    expect((await centre.sweepOnce()).due).toBe(0);
  });

  it('lets only the highest act of what passed while nothing ran, and still tells each breach', async () => {
    const centre = new WorkingCentre();
    await withTimer(centre);
    centre.clock.set(T + 2 * DAY + HOUR);
    await centre.sweepOnce();
    expect(centre.announced()).toEqual([
      '01-06 08:00 sla breached firstResponse supervisor',
      '01-06 08:00 sla breached resolution supervisor',
      '01-06 08:00 case escalated firstResponse 2 department-head',
      '01-06 08:00 case escalated resolution 2 department-head',
    ]);
  });
});

describe('a week of work', () => {
  it('an answer in time causes no warning; waiting for the beneficiary stops the clock', async () => {
    const centre = new WorkingCentre();
    const { id } = await withTimer(centre);
    await centre.passUntil(T + 30 * MINUTE);
    await centre.do(id, { do: 'reply', by: 'agent:salem', thenStatus: 'pending-beneficiary' });
    await centre.passUntil(T + 5 * DAY, HOUR);
    expect(centre.announced()).toEqual(['01-04 07:30 message sent', '01-04 07:30 case status-changed']);
    await centre.do(id, { do: 'receive', channel: 'mail' }, 'beneficiary');
    // Friday: the clocks continue on Sunday; half an hour is used, and a response is due in two hours.
    await centre.passUntil(T + 7 * DAY);
    expect(centre.announced().slice(2)).toEqual([
      '01-09 07:00 message received',
      '01-09 07:00 case status-changed',
      '01-11 06:00 sla warned nextResponse assignee',
      '01-11 06:45 sla breached nextResponse supervisor',
      '01-11 06:45 case escalated nextResponse 1 supervisor',
    ]);
  });

  it('a resolved case is asked at once and closed fourteen days after its resolution', async () => {
    const centre = new WorkingCentre();
    const { id } = await withTimer(centre);
    await centre.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
    await centre.passUntil(T + 20 * DAY, 12 * HOUR);
    expect(centre.announced()).toEqual([
      '01-04 07:00 case resolved',
      '01-04 19:00 survey invited',
      '01-18 07:00 case closed no-answer',
    ]);
  });

  it('somebody asked about one case is not asked about another within thirty days', async () => {
    const centre = new WorkingCentre();
    const first = await withTimer(centre);
    const second = await withTimer(centre);
    await centre.do(first.id, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
    await centre.passUntil(T + DAY);
    await centre.do(second.id, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
    await centre.passUntil(T + 3 * DAY, HOUR);
    const surveys = centre.announced().filter((line) => line.includes('survey'));
    expect(surveys).toEqual(['01-04 07:15 survey invited', '01-05 08:00 survey suppressed cool-down']);
  });
});

describe('the same timer', () => {
  it('handed on three times acts once', async () => {
    const centre = new WorkingCentre();
    await withTimer(centre);
    centre.clock.set(T + 45 * MINUTE);
    const { outcomes } = await centre.sweepOnce(3);
    expect(outcomes).toEqual(['committed', 'not-due', 'not-due']);
    expect(centre.announced()).toEqual(['01-04 07:45 sla warned firstResponse assignee']);
  });

  it('set again for the same millisecond acts again', async () => {
    const centre = new WorkingCentre();
    const supportCase = aCase({
      openedAt: T - DAY,
      facts: [{ at: T - DAY, type: 'opened' }],
      priority: 'low',
    });
    centre.store.seed(supportCase);
    for (const priority of ['high', 'urgent'] as const) {
      await centre.do(supportCase.id, { do: 'reclassify', to: { priority }, by: 'agent:salem' });
      await centre.sweepOnce();
    }
    const { nextDueAt } = (await centre.store.load('case', supportCase.id)) ?? {};
    expect(nextDueAt).toBeGreaterThan(centre.clock.now());
  });

  it('worked on by two at once acts once', async () => {
    const centre = new WorkingCentre();
    const { id } = await withTimer(centre);
    centre.clock.set(T + 45 * MINUTE);
    const item = { kind: 'case', id, dueAt: T + 45 * MINUTE } as const;
    const outcomes = await Promise.all([runClock(centre.deps(), item), runClock(centre.deps(), item)]);
    expect(outcomes.sort()).toEqual(['committed', 'duplicate']);
    expect(centre.announced()).toHaveLength(1);
  });

  it.each([
    ['of a case that is gone', { kind: 'case', id: '4K7-2M0-0381', dueAt: T }],
    ['of a call that is gone', { kind: 'call', id: 'c-1', dueAt: T }],
  ] as const)('%s is nothing', async (_, item) => {
    expect(await runClock(new WorkingCentre().deps(), item)).toBe('not-due');
  });
});
