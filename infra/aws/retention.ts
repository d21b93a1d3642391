import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import { periodicFunction } from './periodic-function.ts';
import type { Platform } from './platform.ts';

/**
 * Every night, erase the personal data of closed cases whose retention time has passed. A run stops before its
 * timeout, and the run of the next hour continues, so that a night erases about as many cases as a day closes.
 */
export class Retention extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, { table }: { table: CaseTable }) {
    super(scope, id);
    periodicFunction(this, platform, {
      id: 'ApplyRetention',
      service: 'cases/apply-retention',
      variables: { TABLE_NAME: table.use('write') },
      memoryMiB: 512,
      timeout: Duration.minutes(14),
      at: 'cron(15 0-6 * * ? *)',
      description: 'erases personal data of cases after the retention time',
      missed: {
        impact: 'Personal data of beneficiaries is kept longer than the published retention time.',
        remedy: 'The next run continues where this run stopped. Fix the function, then delete the messages.',
      },
    });
  }
}
