import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import { Schedule } from './schedule.ts';

const IMPACT = 'Personal data of beneficiaries is kept longer than the published retention time.';

/**
 * Every night, erase the personal data of closed cases whose retention time has passed. A run stops before its
 * timeout, and the run of the next hour continues, so that a night erases about as many cases as a day closes.
 */
export class Retention extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, { table }: { table: CaseTable }) {
    super(scope, id);
    const missed = new DeadLetters(this, 'Missed', platform, {
      impact: IMPACT,
      remedy: 'The next run continues where this run stopped. Fix the function, then delete the messages.',
    });
    const applyRetention = new RidaFunction(this, 'ApplyRetention', platform, {
      service: 'cases/apply-retention',
      variables: { TABLE_NAME: table.use('write') },
      memoryMiB: 512,
      timeout: Duration.minutes(14),
      deadLetters: missed,
    });
    new Schedule(this, 'Nightly', {
      calls: applyRetention,
      at: 'cron(15 0-6 * * ? *)',
      zone: 'Asia/Riyadh',
      description: 'erases personal data of cases after the retention time',
      missed,
      retries: 2,
    });
  }
}
