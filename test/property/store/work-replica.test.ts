import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChangePlace, changePlaceOf, withFormerPlace } from '#shared/adapters/table/change-place.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import type { PositionReader, Stretch } from '#shared/adapters/table/places.ts';
import { type IndexName, tableSchema } from '#shared/adapters/table/schema.ts';
import { stateItem } from '#shared/adapters/table/state-item.ts';
import { WorkReplica } from '#shared/adapters/table/work-replica.ts';
import type { ChangedAt } from '#shared/adapters/table/work-sort.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { HOUR, SECOND } from '#shared/domain/time/instant.ts';
import { workOfCase } from '#shared/domain/work-list/work-entry.ts';
import { selectWork, type WorkQuery } from '#shared/domain/work-list/work-query.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

const DEPARTMENTS = ['operations', 'planning'];
const SHARDS = 2;

/** An item, the time of its write by the clock of the writer, and since when readers of the index see it. */
interface Written {
  readonly item: Item;
  readonly seenFrom: number;
}

/**
 * An index as DynamoDB has it: every write is seen after a delay of its own, and two queries at once may see
 * different pasts.
 */
class LaggingIndex implements PositionReader {
  now = 0;
  lagOf: () => number = () => 0;
  read = 0;
  readonly #writes = new Map<string, Written[]>();

  write(item: Item, delay: number): void {
    const before = this.#writes.get(item.pk) ?? [];
    this.#writes.set(item.pk, [...before, { item, seenFrom: this.now + delay }]);
  }

  async positions({ index, partition, order, above, below, limit }: Stretch) {
    const names = tableSchema.indexes[index as IndexName];
    const at = this.now - this.lagOf();
    const seen = [...this.#writes.values()].flatMap((writes) => {
      const last = writes.findLast(({ seenFrom }) => seenFrom <= at)?.item;
      if (last?.[names.partition] !== partition) return [];
      return [{ pk: last.pk, sort: String(last[names.sort]) }];
    });
    const sign = order === 'ascending' ? 1 : -1;
    const found = seen
      .filter(({ sort }) => (above === undefined || sort > above) && (below === undefined || sort < below))
      .sort((a, b) => (a.sort < b.sort ? -sign : sign))
      .slice(0, limit);
    this.read += found.length;
    return found;
  }
}

const erased = { at: T, because: 'request' } as const;
const changes: Readonly<Record<string, (one: Case) => Case>> = {
  assign: (one) => ({ ...one, status: 'open', assignee: 'salem' }),
  move: (one) => ({ ...one, department: one.department === 'planning' ? 'operations' : 'planning' }),
  categorise: (one) => ({ ...one, category: 'water' }),
  note: (one) => one,
  resolve: (one) => ({ ...one, status: 'resolved', resolution: { at: T, by: 'agent:salem', outcome: 'تم' } }),
  close: (one) => ({ ...one, status: 'closed', closing: { at: T - HOUR, reason: 'finished' } }),
  refuse: (one) => ({
    ...one,
    status: 'closed',
    closing: { at: T, reason: 'spam' },
    quarantine: 'spam-verdict',
  }),
  reopen: ({ closing: _, resolution: _r, quarantine: _q, ...one }) => ({ ...one, status: 'open' }),
  erase: (one) => ({ ...one, erased }),
};

interface Step {
  /** The case that is changed. */
  readonly which: number;
  readonly change: string;
  /** Milliseconds since the step before. */
  readonly after: number;
  /** The clock of the writer is wrong by this. */
  readonly skew: number;
  /** Readers of the index see the change so much later. */
  readonly delay: number;
  /** The lag of the queries of a page, one after the other. */
  readonly lags: readonly number[];
  readonly isAsked: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  which: fc.nat({ max: 7 }),
  change: fc.constantFrom(...Object.keys(changes)),
  after: fc.integer({ min: 1, max: 4 * SECOND }),
  skew: fc.integer({ min: -SECOND, max: SECOND }),
  delay: fc.nat({ max: 3 * SECOND }),
  lags: fc.array(fc.nat({ max: 3 * SECOND }), { minLength: 1, maxLength: 5 }),
  isAsked: fc.boolean(),
});

const queries: readonly WorkQuery[] = (
  [
    { state: 'active', beside: ['spam'] },
    { state: 'active', beside: [], department: 'planning', assignee: null },
    { state: 'resolved', beside: [] },
    { state: 'closed', beside: [] },
    { state: 'spam', beside: [] },
  ] as const
).map((over) => ({
  ...{ order: 'urgency', isReversed: false, offset: 0, limit: 50, now: T, dayEndsAt: T + HOUR },
  ...over,
}));

/** Cases whose changes are written as a store writes them. */
class Writers {
  readonly cases: Case[];
  readonly #index: LaggingIndex;
  readonly #places = new Map<string, ChangePlace>();

  /** @param imported the number of cases that an import stored, at no known time */
  constructor(index: LaggingIndex, imported: number) {
    this.#index = index;
    this.cases = Array.from({ length: 8 }, () => aCase({ department: 'operations', version: 1 }));
    for (const [n, one] of this.cases.entries())
      this.#put(one, n < imported ? undefined : { at: index.now, version: 1 });
  }

  /** Change a case that is not erased. */
  change({ which, change, skew, delay }: Step): void {
    const before = this.cases[which];
    if (before === undefined || before.erased) return;
    const next = { ...(changes[change]?.(before) ?? before), version: before.version + 1 };
    this.cases[which] = next;
    this.#put(next, { at: this.#index.now + skew, version: next.version }, delay);
  }

  #put(one: Case, changed?: ChangedAt, delay = 0): void {
    const fresh = stateItem('case', one, SHARDS, changed);
    const item = withFormerPlace(fresh, this.#places.get(fresh.pk));
    const place = changePlaceOf(item);
    if (place) this.#places.set(item.pk, place);
    this.#index.write(item, delay);
  }
}

describe('the list of work in the memory of a process', () => {
  test('equals a full scan after any history, whatever was seen late, twice or in another order', async () => {
    const history = fc.array(step, { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(history, fc.nat({ max: 3 }), async (steps, imported) => {
        const index = new LaggingIndex();
        index.now = T;
        const writers = new Writers(index, imported);
        const replica = new WorkReplica(index, { shards: async () => SHARDS, now: () => index.now });
        for (const one of steps) {
          index.now += one.after;
          writers.change(one);
          let n = 0;
          index.lagOf = () => one.lags[n++ % one.lags.length] ?? 0;
          if (one.isAsked) await replica.page(DEPARTMENTS, queries[one.which % queries.length] as WorkQuery);
        }
        index.lagOf = () => 0;
        index.now += 4 * SECOND;
        const scanned = writers.cases.flatMap((one) => workOfCase(one) ?? []);
        for (const query of queries)
          expect(await replica.page(DEPARTMENTS, query)).toEqual(selectWork(scanned, query));
      }),
      { numRuns: 150 },
    );
  });

  const filled = async (size: number, now = () => T) => {
    const index = new LaggingIndex();
    index.now = T;
    for (let n = 0; n < size; n += 1)
      index.write(stateItem('case', aCase({}), SHARDS, { at: T - HOUR - n * SECOND, version: 1 }), 0);
    const replica = new WorkReplica(index, { shards: async () => SHARDS, now });
    return { index, replica };
  };
  const [active] = queries;
  if (!active) throw new Error('there are queries');

  test('after the first page reads only what has changed', async () => {
    const { index, replica } = await filled(3_000);
    expect((await replica.page(DEPARTMENTS, active)).counts.shown).toBe(3_000);
    index.read = 0;
    expect((await replica.page(DEPARTMENTS, active)).counts.shown).toBe(3_000);
    // The newest minute is read again in each shard.
    expect(index.read).toBeLessThanOrEqual(70);
  });

  test('a case that is seen at two places is where its higher version is', async () => {
    const one = aCase({});
    const closed = changes.close?.(one) ?? one;
    const places = [
      stateItem('case', closed, SHARDS, { at: T, version: 6 }),
      stateItem('case', one, SHARDS, { at: T, version: 7 }),
    ];
    const both: PositionReader = {
      async positions({ index, partition }) {
        const names = tableSchema.indexes[index];
        const found = places.filter((item) => item[names.partition] === partition);
        return found.map((item) => ({ pk: item.pk, sort: String(item[names.sort]) }));
      },
    };
    const replica = new WorkReplica(both, { shards: async () => SHARDS, now: () => T });
    expect((await replica.page(DEPARTMENTS, { ...active, beside: [] })).counts.shown).toBe(1);
  });

  test('the first page reads no work that ended before', async () => {
    const { index, replica } = await filled(5);
    for (let n = 0; n < 500; n += 1) {
      const ended = changes.close?.(aCase({ department: 'operations' })) ?? aCase({});
      index.write(stateItem('case', ended, SHARDS, { at: T - HOUR - n * SECOND, version: 2 }), 0);
    }
    expect((await replica.page(DEPARTMENTS, { ...active, beside: [] })).counts.shown).toBe(5);
    // The newest places of the last minute are read to find the changes since.
    expect(index.read).toBeLessThanOrEqual(70);
  });

  test('is read again after an hour, so that a change that was seen far too late is found', async () => {
    let now = T;
    const { index, replica } = await filled(10, () => now);
    await replica.page(DEPARTMENTS, active);
    index.write(stateItem('case', aCase({}), SHARDS, { at: T - 2 * HOUR, version: 1 }), 0);
    expect((await replica.page(DEPARTMENTS, active)).counts.shown).toBe(10);
    now += HOUR;
    expect((await replica.page(DEPARTMENTS, active)).counts.shown).toBe(11);
  });

  test('a writer whose clock is far ahead hides no change of others', async () => {
    const { index, replica } = await filled(10);
    index.write(stateItem('case', aCase({}), SHARDS, { at: T + HOUR, version: 1 }), 0);
    expect((await replica.page(DEPARTMENTS, active)).counts.shown).toBe(11);
    for (let n = 0; n < 4; n += 1)
      index.write(stateItem('case', aCase({}), SHARDS, { at: T + SECOND, version: 1 }), 0);
    expect((await replica.page(DEPARTMENTS, active)).counts.shown).toBe(15);
  });

  test('says that there is more work than it has read', async () => {
    const { index } = await filled(50);
    const options = { shards: async () => SHARDS, mostWork: 40 };
    const page = await new WorkReplica(index, options).page(DEPARTMENTS, active);
    expect(page.isPartial).toBe(true);
    expect(page.counts.shown).toBeLessThanOrEqual(40);
  });

  test('a failed read fails the page that asked, and the next one reads again', async () => {
    const { index, replica } = await filled(3);
    const read = index.positions.bind(index);
    index.positions = async () => {
      throw new Error('throttled');
    };
    await expect(replica.page(DEPARTMENTS, active)).rejects.toThrow('throttled');
    index.positions = read;
    expect((await replica.page(DEPARTMENTS, active)).counts.shown).toBe(3);
  });
});
