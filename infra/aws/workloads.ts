import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import { periodicFunction } from './periodic-function.ts';
import type { Platform } from './platform.ts';

/** Every night, count the workloads of staff again and assign waiting cases. */
export class Workloads extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, { table }: { table: CaseTable }) {
    super(scope, id);
    periodicFunction(this, platform, {
      id: 'Recount',
      service: 'cases/recount',
      variables: { TABLE_NAME: table.use('count') },
      memoryMiB: 512,
      timeout: Duration.minutes(10),
      at: 'cron(45 2 * * ? *)',
      description: 'counts the workloads of staff',
      missed: {
        impact: 'Cases of beneficiaries may wait although a member of staff has room for them.',
        remedy: 'The next nightly run counts everything again. Fix the function, then delete the messages.',
      },
    });
  }
}
