import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import { periodicFunction } from './periodic-function.ts';
import type { Platform } from './platform.ts';

/** Every night, count the workloads of staff again and assign waiting cases. After a week, draw the work to check. */
export class Workloads extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, { table }: { table: CaseTable }) {
    super(scope, id);
    periodicFunction(new Construct(this, 'Checks'), platform, {
      id: 'DrawChecks',
      service: 'cases/draw-checks',
      variables: { TABLE_NAME: table.use('write') },
      memoryMiB: 512,
      timeout: Duration.minutes(10),
      at: 'cron(15 3 * * ? *)',
      description: 'draws closed cases and conversations to be checked',
      missed: {
        impact: 'Cases that were closed too early may stay unnoticed.',
        remedy: 'The next nightly run draws the same week. Fix the function, then delete the messages.',
      },
    });
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
