import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import { Schedule } from './schedule.ts';

const IMPACT = 'Cases of beneficiaries may wait although a member of staff has room for them.';

/** Every night, count the workloads of staff again and assign waiting cases. */
export class Workloads extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, { table }: { table: CaseTable }) {
    super(scope, id);
    const missed = new DeadLetters(this, 'Missed', platform, {
      impact: IMPACT,
      remedy: 'The next nightly run counts everything again. Fix the function, then delete the messages.',
    });
    const recount = new RidaFunction(this, 'Recount', platform, {
      service: 'cases/recount',
      variables: { TABLE_NAME: table.use('count') },
      memoryMiB: 512,
      timeout: Duration.minutes(10),
      deadLetters: missed,
    });
    new Schedule(this, 'Nightly', {
      calls: recount,
      at: 'cron(45 2 * * ? *)',
      zone: 'Asia/Riyadh',
      description: 'counts the workloads of staff',
      missed,
      retries: 2,
    });
  }
}
