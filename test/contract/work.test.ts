import fc from 'fast-check';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { caseStatus, caseType, priority } from '#events/vocabulary.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { WORK_KINDS, WORK_STATES, workOfCall, workOfCase } from '#shared/domain/work-list/work-entry.ts';
import { selectWork, WORK_ORDERS, type WorkQuery } from '#shared/domain/work-list/work-query.ts';
import type { Store } from '#shared/ports/store.ts';
import { aPlan, decided } from '#test/builders/a-call-out.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { changeOf, committed } from './changes.ts';
import { createTable, localClient } from './table-definition.ts';

const DEPARTMENTS = ['operations', 'planning', 'care'];
const CASES = 160;

/** Cases of every state, with values that repeat, so that every key of an order decides somewhere. */
const casesOf = (): Case[] => {
  const draw = fc.record({
    department: fc.constantFrom(...DEPARTMENTS),
    type: fc.constantFrom(...caseType.options),
    category: fc.constantFrom('lighting', 'water', 'roads'),
    district: fc.constantFrom(undefined, 'nuzhah', 'malaz'),
    service: fc.constantFrom(undefined, 'building-permit', 'survey-decision'),
    priority: fc.constantFrom(...priority.options),
    status: fc.constantFrom(...caseStatus.options),
    writtenIn: fc.constantFrom(undefined, 'ur'),
    assignee: fc.constantFrom(undefined, 'salem', 'huda', 'a#b'),
    at: fc.integer({ min: -9, max: 9 }),
    deadline: fc.constantFrom(undefined, -2, -1, 0, 1, 5, 50),
    reason: fc.constantFrom('finished', 'spam', 'machine-mail'),
    promised: fc.boolean(),
    aside: fc.boolean(),
  });
  return fc.sample(draw, { numRuns: CASES, seed: 17 }).map((one) => {
    const { at, deadline, reason, promised, aside, writtenIn, assignee, district, service, ...rest } = one;
    const isOver = one.status === 'closed';
    const endedAt = T + at * DAY;
    return aCase({
      ...rest,
      openedAt: T - 20 * DAY + at * HOUR,
      ...(writtenIn && { writtenIn }),
      ...(assignee && { assignee }),
      ...(district && { place: { district } }),
      ...(service && { service }),
      ...(deadline !== undefined && { deadlineAt: T + deadline * HOUR }),
      ...(promised && { promise: { at: T, dueAt: T + HOUR, by: 'agent:salem' } }),
      ...(one.status === 'resolved' && { resolution: { at: endedAt, by: 'agent:salem', outcome: 'تم' } }),
      ...(isOver && { closing: { at: endedAt, reason: reason as 'spam' } }),
      ...(isOver && aside && { quarantine: reason === 'machine-mail' ? 'machine-mail' : 'spam-verdict' }),
    });
  });
};

const callsOf = (): CallOut[] =>
  (['follow-up', 'investor', 'evaluation'] as const).map((purpose, n) => {
    const { state } = decided(undefined, aPlan({ purpose }));
    return { ...state, id: `call-${n}` };
  });

const query = (over: Partial<WorkQuery> = {}): WorkQuery => ({
  ...{ state: 'active', beside: [], order: 'urgency', isReversed: false, offset: 0, limit: 25 },
  ...{ now: T, dayEndsAt: T + 10 * HOUR },
  ...over,
});

const maybe = <V>(value: fc.Arbitrary<V>) => fc.option(value, { nil: undefined });
const anyQuery: fc.Arbitrary<WorkQuery> = fc.record({
  state: fc.constantFrom(...WORK_STATES),
  beside: fc.subarray(['spam', 'machine'] as const),
  order: fc.constantFrom(...WORK_ORDERS),
  isReversed: fc.boolean(),
  offset: fc.constantFrom(0, 0, 3, 40, 1_000),
  limit: fc.constantFrom(1, 25, 500),
  now: fc.constantFrom(T, T + HOUR, T - 3 * HOUR),
  dayEndsAt: fc.constant(T + 4 * HOUR),
  kind: maybe(fc.constantFrom(...WORK_KINDS)),
  department: maybe(fc.constantFrom(...DEPARTMENTS)),
  type: maybe(fc.constantFrom(...caseType.options)),
  category: maybe(fc.constantFrom('lighting', 'water')),
  district: maybe(fc.constantFrom('nuzhah', 'malaz', 'nowhere')),
  service: maybe(fc.constantFrom('building-permit', 'nothing')),
  rank: maybe(fc.constantFrom(1, 4, 5)),
  language: maybe(fc.constantFrom('ar', 'ur')),
  status: maybe(fc.constantFrom('new', 'open')),
  assignee: maybe(fc.constantFrom(null, 'salem', 'a#b', 'stranger')),
  due: maybe(fc.constantFrom('overdue' as const, 'today' as const)),
});

const lives: Readonly<Record<string, (one: Case) => Case>> = {
  assign: (one) => ({ ...one, status: 'open', assignee: 'huda' }),
  move: (one) => ({ ...one, department: one.department === 'care' ? 'planning' : 'care' }),
  note: (one) => ({ ...one, heardAt: T }),
  resolve: (one) => ({ ...one, status: 'resolved', resolution: { at: T, by: 'agent:salem', outcome: 'تم' } }),
  close: (one) => ({ ...one, status: 'closed', closing: { at: T - DAY, reason: 'finished' } }),
  reopen: ({ closing: _, resolution: _r, quarantine: _q, ...one }) => ({ ...one, status: 'open' }),
  erase: (one) => ({ ...one, status: 'closed', erased: { at: T, because: 'request' } }),
};
const aLife = fc.array(
  fc.record({
    which: fc.nat({ max: CASES - 1 }),
    change: fc.constantFrom(...Object.keys(lives)),
    isOfOther: fc.boolean(),
    isRepeated: fc.boolean(),
    isAsked: fc.boolean(),
  }),
  { minLength: 25, maxLength: 25 },
);

interface LifeStep {
  readonly change: string;
  readonly cause: string;
  readonly isRepeated: boolean;
}

/** Change a case that is not erased, perhaps twice for the same cause. */
async function live(store: Store, id: string, { change, cause, isRepeated }: LifeStep): Promise<void> {
  const before = await store.load('case', id);
  if (before === undefined || before.erased) return;
  const wanted = changeOf('case', before, lives[change]?.(before) ?? before, { cause });
  const after = await committed(store, wanted);
  if (isRepeated) expect((await store.commit({ ...wanted, before: after })).outcome).toBe('duplicate');
}

/**
 * The contract of the list of work: the store answers what a full scan answers.
 * @param other the store of another process
 */
function workSuite(open: () => Store, runs: number, other = open): void {
  const [cases, calls] = [casesOf(), callsOf()];
  const scanned = [
    ...cases.flatMap((one) => workOfCase(one) ?? []),
    ...calls.flatMap((one) => workOfCall(one) ?? []),
  ];
  beforeAll(async () => {
    for (const one of cases)
      await committed(open(), changeOf('case', undefined, { ...one, version: 0, causes: [] }));
    for (const one of calls)
      await committed(open(), changeOf('call-out', undefined, { ...one, version: 0, causes: [] }));
  });

  test('pages and counts equal a full scan, for every filter and order', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuery, async (asked) => {
        expect(await open().work(DEPARTMENTS, asked)).toEqual(selectWork(scanned, asked));
      }),
      { numRuns: runs, seed: 17 },
    );
  });

  test('pages lead through everything once', async () => {
    const seen: string[] = [];
    for (let offset = 0; ; offset += 25) {
      const { entries } = await open().work(DEPARTMENTS, query({ offset }));
      if (entries.length === 0) break;
      seen.push(...entries.map(({ id }) => id));
    }
    const { counts } = await open().work(DEPARTMENTS, query());
    expect(new Set(seen).size).toBe(counts.shown);
    expect(seen).toHaveLength(counts.shown);
  });

  test('after changes by two processes, some of them repeated, both answer as a full scan does', async () => {
    const [life = []] = fc.sample(aLife, { numRuns: 1, seed: 17 });
    const closed = query({ state: 'closed' });
    for (const [n, one] of life.entries()) {
      await live(one.isOfOther ? other() : open(), cases[one.which]?.id ?? '', {
        ...one,
        cause: `life ${n}`,
      });
      if (one.isAsked) await open().work(DEPARTMENTS, query({ beside: ['spam'] }));
    }
    const now = (await Promise.all(cases.map(({ id }) => open().load('case', id)))).filter(
      (one) => one !== undefined,
    );
    const scan = [
      ...now.flatMap((one) => workOfCase(one) ?? []),
      ...calls.flatMap((one) => workOfCall(one) ?? []),
    ];
    for (const asked of [query({ beside: ['spam', 'machine'] }), query({ state: 'resolved' }), closed])
      for (const store of [open(), other()])
        expect(await store.work(DEPARTMENTS, asked)).toEqual(selectWork(scan, asked));
  });
}

describe('MemoryStore', () => {
  const store = new MemoryStore();
  workSuite(() => store, 200);
});

describe('SqliteStore', () => {
  const database = openDatabase(':memory:');
  const store = new SqliteStore(database, 3);
  workSuite(() => store, 200);

  test('a file without the list gets it from its states', async () => {
    const before = await store.work([], query({ limit: 500 }));
    database.sql.exec('DROP TABLE work');
    const opened = new SqliteStore(database, 3);
    expect(await opened.work([], query({ limit: 500 }))).toEqual(before);
  });
});

const endpoint = inject('dynamodb');
describe.runIf(endpoint)('DynamoStore', () => {
  const client = localClient(endpoint ?? '');
  const store = new DynamoStore({ client, table: 'work', dueShards: 3 });
  const other = new DynamoStore({ client, table: 'work', dueShards: 2 });
  beforeAll(() => createTable(client, 'work'));
  workSuite(
    () => store,
    12,
    () => other,
  );
});
