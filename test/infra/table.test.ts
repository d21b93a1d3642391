import { expect, it } from 'vitest';
import { EXPIRY, wordIndex } from '#shared/adapters/table/schema.ts';
import { synthesise } from './synthesise.ts';

const { ofType } = synthesise();

it('the table removes items whose time to live is over', () => {
  const tables = ofType('AWS::DynamoDB::Table').filter(([id]) => id.startsWith('Cases'));
  expect(tables.map(([, { Properties }]) => Properties.TimeToLiveSpecification)).toEqual([
    { AttributeName: EXPIRY, Enabled: true },
  ]);
});

it('the table of the search has the shared index, an own key, and no backup that would keep erased words', () => {
  const [[, table] = [], ...others] = ofType('AWS::DynamoDB::Table').filter(
    ([id]) => !id.startsWith('Cases'),
  );
  expect(others).toEqual([]);
  expect(table?.Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    GlobalSecondaryIndexes: [
      {
        IndexName: wordIndex.name,
        KeySchema: [
          { AttributeName: wordIndex.partition, KeyType: 'HASH' },
          { AttributeName: wordIndex.sort, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  });
  expect(table?.Properties).not.toHaveProperty('PointInTimeRecoverySpecification');
});

it('the retention runs in several hours of a night, so that a run continues where another stopped', () => {
  const nightly = ofType('AWS::Scheduler::Schedule').filter(([id]) => id.startsWith('Retention'));
  expect(nightly.map(([, { Properties }]) => Properties.ScheduleExpression)).toEqual([
    'cron(15 0-6 * * ? *)',
  ]);
});
