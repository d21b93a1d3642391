import { describe, expect, test } from 'vitest';
import { indexKeys } from '#shared/adapters/table/index-keys.ts';
import { partitionOf } from '#shared/adapters/table/keys.ts';
import { casesOf, closedQueueOf, type IndexReader, liveOf } from '#shared/adapters/table/listing.ts';
import { openQueueOf } from '#shared/adapters/table/open-queue.ts';
import type { IndexPosition, Stretch } from '#shared/adapters/table/places.ts';
import { type IndexName, tableSchema } from '#shared/adapters/table/schema.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Aggregates, Kind } from '#shared/ports/store.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';

/** An index with outdated entries over current states. It counts reads. */
class ReadIndex implements IndexReader {
  readonly queries: number[] = [];
  readonly statesRead: string[] = [];
  readonly #entries: readonly (IndexPosition & { readonly index: IndexName; readonly partition: string })[];
  readonly #heads: ReadonlyMap<string, Case>;

  constructor(indexed: readonly Case[], shards: number, heads: readonly Case[] = indexed) {
    this.#entries = indexed.flatMap((one) => {
      const attributes = indexKeys('case', one, shards);
      return (['list', 'due', 'owner'] as const).map((index) => {
        const keys = tableSchema.indexes[index];
        const { [keys.partition]: partition = '', [keys.sort]: sort = '' } = attributes;
        return { pk: partitionOf('case', one.id), index, partition, sort };
      });
    });
    this.#heads = new Map(heads.map((one) => [partitionOf('case', one.id), one]));
  }

  async positions({ index, partition, order, above, below, limit }: Stretch): Promise<IndexPosition[]> {
    const sign = order === 'ascending' ? 1 : -1;
    const found = this.#entries
      .filter((entry) => entry.index === index && entry.partition === partition)
      .filter(({ sort }) => (above === undefined || sort > above) && (below === undefined || sort < below))
      .sort((a, b) => (a.sort < b.sort ? -sign : sign))
      .slice(0, limit);
    this.queries.push(found.length);
    return found;
  }

  async states<K extends Kind>(pks: readonly string[]): Promise<Map<string, Aggregates[K]>> {
    this.statesRead.push(...pks);
    return new Map(pks.flatMap((pk) => [...this.#heads].filter(([stored]) => stored === pk))) as never;
  }
}

const casesDue = (count: number, department: (n: number) => string): Case[] =>
  Array.from({ length: count }, (_, n) =>
    aCase({ department: department(n), nextDueAt: WORKING_MORNING + n }),
  );

const ROADS = { department: 'roads', state: 'active' } as const;

describe('a queue read from the index', () => {
  test.each([1, 3, 7])(
    'over %i shards leads page by page through every case once, in order',
    async (shards) => {
      const cases = casesDue(100, (n) => (n % 3 === 0 ? 'roads' : 'parks'));
      const reader = new ReadIndex(cases, shards);
      const seen: Case[] = [];
      let cursor: string | undefined;
      do {
        const request = { limit: 4, ...(cursor !== undefined && { cursor }) };
        const page = await openQueueOf(reader, shards, ROADS, request);
        seen.push(...page.items);
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(seen).toEqual(cases.filter(({ department }) => department === 'roads'));
    },
  );

  test('reads the heads of its page and one more, and none of what is not its own', async () => {
    const cases = casesDue(200, (n) => (n % 4 === 0 ? 'roads' : 'parks'));
    const reader = new ReadIndex(cases, 2);
    const { items } = await openQueueOf(reader, 2, ROADS, { limit: 5 });
    const own = cases.filter(({ department }) => department === 'roads');
    expect(items).toEqual(own.slice(0, 5));
    expect(reader.statesRead).toEqual(own.slice(0, 6).map(({ id }) => partitionOf('case', id)));
  });

  test('fills its page past heads that have moved on since', async () => {
    const indexed = casesDue(12, () => 'roads');
    const heads = indexed.map((one, n) => (n % 2 === 0 ? { ...one, department: 'parks' } : one));
    const { items } = await openQueueOf(new ReadIndex(indexed, 2, heads), 2, ROADS, { limit: 5 });
    expect(items).toEqual(heads.filter(({ department }) => department === 'roads').slice(0, 5));
  });

  test('reads no state of other departments', async () => {
    const cases = casesDue(5000, (n) => (n === 4999 ? 'rare' : 'parks'));
    const reader = new ReadIndex(cases, 1);
    const rare = { department: 'rare', state: 'active' } as const;
    expect(await openQueueOf(reader, 1, rare, { limit: 25 })).toEqual({ items: cases.slice(-1) });
    expect(reader.statesRead).toEqual(cases.slice(-1).map(({ id }) => partitionOf('case', id)));
  });

  test('of closed cases reads nothing of other departments', async () => {
    const closing = { at: WORKING_MORNING, reason: 'finished' } as const;
    const cases = casesDue(5000, (n) => (n === 4999 ? 'rare' : 'parks')).map(
      (one): Case => ({ ...one, status: 'closed', closing }),
    );
    const reader = new ReadIndex(cases, 1);
    expect(await closedQueueOf(reader, 'rare', { limit: 25 })).toEqual({ items: cases.slice(-1) });
    expect(reader.queries).toEqual([1]);
  });
});

describe('the live cases of a shard', () => {
  test('are looked for in ever longer chunks among others: few queries, each entry once', async () => {
    const cases = casesDue(5000, () => 'parks').map(
      (one, n): Case => (n === 4999 ? one : { ...one, status: 'resolved' }),
    );
    const reader = new ReadIndex(cases, 1, cases);
    expect(await liveOf(reader, 0, { limit: 25 })).toEqual({ items: cases.slice(-1) });
    expect(reader.queries.length).toBeLessThanOrEqual(9);
    expect(reader.queries.reduce((sum, read) => sum + read, 0)).toBe(5000);
  });
});

describe('an index that lags behind the heads', () => {
  const erased = { at: 1, because: 'request' } as const;

  test('shows no case that was erased since, neither in a queue nor of its beneficiary', async () => {
    const cases = casesDue(4, () => 'roads').map(
      (one): Case => ({ ...one, status: 'closed', closing: { at: WORKING_MORNING, reason: 'finished' } }),
    );
    const heads = cases.map((one, n) => (n < 2 ? { ...one, erased } : one));
    const page = { limit: 10 };
    const ids = heads.slice(2).map(({ id }) => id);
    const { items } = await closedQueueOf(new ReadIndex(cases, 1, heads), 'roads', page);
    expect(items.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const theirs = new ReadIndex(cases, 1, heads);
    expect((await casesOf(theirs, 'b-norah', page)).items.map(({ id }) => id).sort()).toEqual(
      [...ids].sort(),
    );
  });

  test('counts no case as at work that was resolved since', async () => {
    const cases = casesDue(6, (n) => (n % 2 === 0 ? 'roads' : 'parks'));
    const heads = cases.map((one, n): Case => (n === 1 ? { ...one, status: 'resolved' } : one));
    const reader = new ReadIndex(cases, 1, heads);
    expect((await liveOf(reader, 0, { limit: 4 })).items).toEqual(
      heads.filter(({ status }) => status !== 'resolved').slice(0, 4),
    );
  });
});
