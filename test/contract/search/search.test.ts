import { beforeAll, describe, expect, inject, it } from 'vitest';
import { DynamoSearchIndex } from '#shared/adapters/aws/dynamo-search-index.ts';
import type { SearchOrder } from '#shared/domain/search/relevance.ts';
import type { SearchEntry } from '#shared/domain/search/search-entry.ts';
import { searchQueries } from '#shared/domain/search/search-query.ts';
import { searchWords } from '#shared/domain/search/search-words.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { searchInMemory } from '#test/doubles/search-in-memory.ts';
import { createTable, localClient, searchTable } from '../table-definition.ts';
import { searchSuite } from './search.suite.ts';

describe('SqliteSearchIndex', () => {
  searchSuite(searchInMemory);
});

const endpoint = inject('dynamodb');
const table = 'search';

describe.runIf(endpoint)('DynamoSearchIndex', () => {
  const client = localClient(endpoint ?? '');
  beforeAll(() => createTable(client, table, searchTable));
  searchSuite(() => new DynamoSearchIndex({ client, table }));

  it('of a very frequent word reads the newest positions, and looks up the cases beyond them', async () => {
    const frugal = new DynamoSearchIndex({ client, table, mostPositions: 4 });
    const entry = (n: number): SearchEntry => ({
      ...{
        caseRef: `frequent-${n}`,
        version: 1,
        openedAt: WORKING_MORNING + n,
        numbers: [],
        names: [],
        subject: [],
      },
      facets: {
        ...{ state: 'active', type: 'report', department: 'care', category: 'other', channel: 'mail' },
      },
    });
    for (let n = 0; n < 12; n += 1)
      await frugal.write(entry(n), searchWords(`متكررة فريدة${n} ثنائية${n % 6}`));
    const find = async (typed: string, order: SearchOrder = 'relevance') => {
      const { hits, isPartial } = await frugal.find({
        query: searchQueries(typed)[0] ?? { terms: [] },
        order,
      });
      return { refs: hits.map(({ caseRef }) => caseRef.slice('frequent-'.length)), isPartial };
    };
    expect(await find('متكررة')).toEqual({ refs: ['11', '10', '9', '8'], isPartial: true });
    expect(await find('متكررة فريدة3')).toEqual({ refs: ['3'], isPartial: true });
    expect(await find('ثنائية2 متكررة')).toEqual({ refs: ['8', '2'], isPartial: true });
    expect(await find('ثنائية2', 'time')).toEqual({ refs: ['8', '2'], isPartial: false });
    expect(await find('متكررة غائبة')).toEqual({ refs: [], isPartial: true });
  });
});
