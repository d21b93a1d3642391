import { expect, it } from 'vitest';
import { EXPIRY } from '#shared/adapters/table/schema.ts';
import { synthesise } from './synthesise.ts';

const { ofType } = synthesise();

it('the table removes items whose time to live is over', () => {
  const tables = ofType('AWS::DynamoDB::Table').map(([, { Properties }]) => Properties);
  expect(tables).toHaveLength(1);
  expect(tables[0]?.TimeToLiveSpecification).toEqual({ AttributeName: EXPIRY, Enabled: true });
});

it('the retention runs in several hours of a night, so that a run continues where another stopped', () => {
  const nightly = ofType('AWS::Scheduler::Schedule').filter(([id]) => id.startsWith('Retention'));
  expect(nightly.map(([, { Properties }]) => Properties.ScheduleExpression)).toEqual([
    'cron(15 0-6 * * ? *)',
  ]);
});
