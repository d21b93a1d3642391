import { beforeAll, describe, expect, inject, test } from 'vitest';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { remindOfOverdue, tickDigest } from '#shared/application/digests.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { LowAnswer, Task } from '#shared/domain/tasks/task.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import type { Store } from '#shared/ports/store.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { changeOf, committed, opened } from './changes.ts';
import { createTable, localClient } from './table-definition.ts';

const agent = (user: string) => ({
  ...{ user, name: { ar: user, en: user }, email: `${user}@rida.example`, capacity: 99 },
  ...{ departments: ['operations'], skills: [], languages: ['ar' as const] },
});
const rules = { ...shippedRules, staff: new Map([['huda', agent('huda')]]) };

const READERS = [
  ...['supervisor', 'leadership', 'user:huda', 'user:gone', 'head:operations', 'department:operations'],
  ...['head:planning', 'department:planning', 'head:care', 'department:care'],
] as const;
type Reader = (typeof READERS)[number];

/** Cases by owner: 10 of an agent, 10 without an agent, 6 of an agent who left, 4 that are due later. */
const groupsOf = (weeks: number) =>
  [
    { count: 10, case: { department: 'operations', assignee: 'huda', status: 'open' } },
    { count: 10, case: { department: 'planning' } },
    { count: 6, case: { department: 'planning', assignee: 'gone', status: 'open' } },
    { count: 4, case: { department: 'care', deadlineAt: T + (weeks * 7 + 5) * DAY } },
  ] as const;

/** Process the timers of all readers until an instant, each at its time. */
async function walkUntil(store: Store, from: number, until: number): Promise<void> {
  for (let now = from; now < until; now += DAY)
    for (const reader of READERS) {
      const due = (await store.load('digest', reader))?.nextDueAt;
      if (due !== undefined && due <= now) await tickDigest({ store, rules, now }, reader);
    }
}

/** Return the counts of overdue cases of every reader's mails within a time. */
async function countsIn(store: Store, from: number, until: number): Promise<Record<string, number[]>> {
  const counted = await Promise.all(
    READERS.map(async (reader): Promise<[Reader, number[]]> => {
      const commits = await store.timeline('digest', reader);
      const events = commits.filter(({ at }) => at >= from && at < until).flatMap((one) => one.events);
      return [
        reader,
        events.flatMap(({ type, data }) =>
          type === 'rida.notices.due.v1' ? [data.overdue?.count ?? 0] : [],
        ),
      ];
    }),
  );
  return Object.fromEntries(counted.filter(([, counts]) => counts.length > 0));
}

function overdueSuite(open: () => Store, weeks: number): void {
  test('overdue work is in the digest of each owner every working day until it moves', async () => {
    const store = open();
    const cases: Case[] = [];
    for (const [at, group] of groupsOf(weeks).entries())
      for (let n = 0; n < group.count; n += 1)
        cases.push(
          await opened(store, {
            ...{ openedAt: T - 5 * DAY, deadlineAt: T - (n + 1) * HOUR, ...group.case },
            beneficiary: { id: `b-${at}-${n}`, name: 'نورة', authenticated: true },
          }),
        );
    await remindOfOverdue({ store, rules, now: T }, 'supervisor');
    await walkUntil(store, T, T + weeks * 7 * DAY);
    for (let week = 1; week < weeks; week += 1) {
      const counted = await countsIn(store, T + week * 7 * DAY, T + (week + 1) * 7 * DAY);
      expect(counted).toEqual({
        supervisor: Array(5).fill(26),
        leadership: Array(5).fill(26),
        'user:huda': Array(5).fill(10),
        'head:operations': Array(5).fill(10),
        'department:planning': Array(5).fill(10),
        'head:planning': Array(5).fill(16),
      });
    }
    const [newest] = (await store.newestCommits('digest', 'supervisor', { limit: 1 })).flatMap(
      ({ events }) => events,
    );
    const overdue = newest?.type === 'rida.notices.due.v1' ? newest.data.overdue : undefined;
    expect(overdue?.byAge).toEqual([{ days: weeks > 4 ? 28 : 7, count: 26 }]);
    expect(new Set(overdue?.oldest.map((one) => one.case))).toEqual(
      new Set(cases.slice(0, 26).map(({ id }) => id)),
    );

    // The cases of the agent move, and one is passed to a department that got no notice.
    const then = T + weeks * 7 * DAY;
    for (const [at, one] of cases.slice(0, 10).entries())
      await committed(
        store,
        changeOf('case', one, {
          ...one,
          ...(at === 0
            ? { department: 'care', assignee: undefined as never }
            : { status: 'resolved', resolution: { at: then, by: 'agent:huda', outcome: 'تم' } }),
        }),
      );
    await walkUntil(store, then, then + 8 * DAY);
    expect(await countsIn(store, then + 2 * DAY, then + 4 * DAY)).toMatchObject({
      supervisor: [17, 17],
      'head:care': [1, 1],
      'department:care': [1, 1],
    });
    // The four others become overdue on the weekend, too late for the leadership.
    const last = await countsIn(store, then + 7 * DAY, then + 8 * DAY);
    expect(last).toMatchObject({ supervisor: [21], 'department:care': [5], leadership: [17] });
    expect(last).not.toHaveProperty('user:huda');
    expect(last).not.toHaveProperty('head:operations');
    expect(await store.load('digest', 'user:huda')).not.toHaveProperty('nextDueAt');
  });

  test('tasks beside cases are in the digests of their owner and the supervisor, once they are overdue', async () => {
    const store = open();
    const later = T + 100 * DAY;
    const tasks = ['huda', undefined].map((owner, n): Task => {
      const id = `recovery-${weeks}-${n}`;
      const answer = { about: id, seen: 1, state: 'open', source: 'mail', at: later, dueAt: later + DAY };
      return {
        ...{ id, version: 1, causes: [], kind: 'recovery', openedAt: later, dueAt: later + DAY },
        recovery: { answers: [{ ...answer, department: 'licensing' } as LowAnswer], attempts: [] },
        ...(owner !== undefined && { owner }),
      };
    });
    for (const one of tasks) await committed(store, changeOf('task', undefined, one));
    await remindOfOverdue({ store, rules, now: later }, 'supervisor');
    await walkUntil(store, later, later + 6 * DAY);
    const counted = await countsIn(store, later + 3 * DAY, later + 6 * DAY);
    expect(counted['user:huda']?.every((count) => count === 1)).toBe(true);
    expect(counted).not.toHaveProperty('department:licensing');
    const [newest] = (await store.newestCommits('digest', 'supervisor', { limit: 1 })).flatMap(
      ({ events }) => events,
    );
    const overdue = newest?.type === 'rida.notices.due.v1' ? newest.data.overdue : undefined;
    expect(overdue?.tasks).toBe(2);
    for (const { id } of tasks)
      expect(overdue?.oldest).toContainEqual(expect.objectContaining({ case: id, kind: 'recovery' }));

    const end = { at: later, by: 'agent:huda', outcome: 'settled' } as const;
    for (const one of tasks)
      await committed(store, changeOf('task', one, { ...one, version: 2, ended: end }));
    await walkUntil(store, later + 6 * DAY, later + 9 * DAY);
    const after = await store.newestCommits('digest', 'user:huda', { limit: 1 });
    expect(after[0]?.at).toBeLessThanOrEqual(later + 6 * DAY);
    expect(await store.load('digest', 'user:huda')).not.toHaveProperty('nextDueAt');
  });

  test('without overdue work a reminder is silent and has no further timer', async () => {
    const store = open();
    await remindOfOverdue({ store, rules, now: T }, 'head:licensing');
    const { nextDueAt = 0 } = (await store.load('digest', 'head:licensing')) ?? {};
    expect(nextDueAt).toBeGreaterThan(T + 12 * HOUR);
    expect(await tickDigest({ store, rules, now: nextDueAt }, 'head:licensing')).toBe('unchanged');
    expect(await store.load('digest', 'head:licensing')).not.toHaveProperty('nextDueAt');
    await remindOfOverdue({ store, rules, now: nextDueAt + MINUTE }, 'head:licensing');
    await remindOfOverdue({ store, rules, now: nextDueAt + HOUR }, 'head:licensing');
    expect((await store.load('digest', 'head:licensing'))?.version).toBe(3);
  });
}

describe('MemoryStore', () => {
  const store = new MemoryStore();
  overdueSuite(() => store, 5);
});

describe('SqliteStore', () => {
  const store = new SqliteStore(openDatabase(':memory:'), 3);
  overdueSuite(() => store, 5);

  test('more overdue work than is read at once is counted in full, by age too', async () => {
    const many = new SqliteStore(openDatabase(':memory:'), 3);
    const old = 2005;
    for (let n = 0; n < old + 10; n += 1)
      await opened(many, { openedAt: T - 9 * DAY, deadlineAt: n < old ? T - 8 * DAY : T - HOUR });
    await remindOfOverdue({ store: many, rules, now: T - 3 * DAY }, 'supervisor');
    expect(await tickDigest({ store: many, rules, now: T }, 'supervisor')).toBe('committed');
    const [newest] = await many.newestCommits('digest', 'supervisor', { limit: 1 });
    const [due] = newest?.events ?? [];
    expect(due?.data).toMatchObject({
      overdue: {
        count: old + 10,
        byAge: [
          { days: 7, count: old },
          { days: 0, count: 10 },
        ],
      },
    });
    expect(due?.type === 'rida.notices.due.v1' && due.data.overdue?.oldest).toHaveLength(40);
  });
});

const endpoint = inject('dynamodb');
describe.runIf(endpoint)('DynamoStore', () => {
  const client = localClient(endpoint ?? '');
  const store = new DynamoStore({ client, table: 'overdue-digest', dueShards: 3 });
  beforeAll(() => createTable(client, 'overdue-digest'));
  overdueSuite(() => store, 2);
});
