import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { SETTINGS_NOT_VALID } from '#shared/settings/log-settings.ts';
import type { CaseTable } from './case-table.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Granted } from './granted.ts';
import { loggedCode } from './logged-code.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import { Schedule } from './schedule.ts';
import type { SigningKey } from './signing-key.ts';
import { SqsWorkQueue } from './work-queue.ts';

export interface SlaClockProps {
  readonly table: CaseTable;
  /** The Connect instance and the permission to describe its contacts. */
  readonly connect: Granted;
  readonly signingKey: SigningKey;
}

const IMPACT = 'Deadlines pass without warnings. Cases are not escalated, surveyed or closed.';
const SETTINGS_IMPACT =
  'The latest settings are not in force: deadlines of beneficiaries follow the earlier calendar and service levels.';
const WORK_TIMEOUT = Duration.seconds(30);

/** A sweep queues all due timers every minute, and a worker processes each. */
export class SlaClock extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, props: SlaClockProps) {
    super(scope, id);
    const { table, connect, signingKey } = props;
    const due = new SqsWorkQueue(this, 'Due', platform, {
      impact: IMPACT,
      workTimeout: WORK_TIMEOUT,
      patience: Duration.minutes(5),
    });
    const worker = new RidaFunction(this, 'Clock', platform, {
      service: 'sla/clock',
      variables: {
        TABLE_NAME: table.use('write'),
        CONNECT_INSTANCE_ID: connect,
        SIGNING_KEY_ID: signingKey.reading(),
      },
      memoryMiB: 512,
      timeout: WORK_TIMEOUT,
    });
    due.feed(worker, { batchSize: 10, maxConcurrency: 10 });

    const missed = new DeadLetters(this, 'Missed', platform, {
      impact: IMPACT,
      remedy:
        'A later sweep finds all timers that an earlier one missed. Fix the sweep, then delete the messages.',
    });
    const sweep = new RidaFunction(this, 'Sweep', platform, {
      service: 'sla/sweep',
      variables: { TABLE_NAME: table.use('sweep'), DUE_QUEUE_URL: due.sending() },
      memoryMiB: 512,
      timeout: Duration.seconds(50),
      deadLetters: missed,
    });
    // A failed sweep is not retried: the next one starts within a minute and finds the same timers.
    new Schedule(this, 'EveryMinute', {
      calls: sweep,
      at: 'rate(1 minute)',
      description: 'queues due timers',
      missed,
    });
    const period = Duration.minutes(5);
    platform.alarms.add(this, 'NoSweeps', {
      metric: sweep.metricInvocations({ period }),
      threshold: 3,
      below: true,
      silence: 'alarming',
      cause: 'fewer than three runs in five minutes',
      impact: IMPACT,
      remedy: 'Check that the schedule is enabled and that its role may invoke the sweep.',
    });
    platform.alarms.add(this, 'SweepFails', {
      metric: sweep.metricErrors({ period }),
      threshold: 3,
      cause: 'three failed runs in five minutes',
      impact: IMPACT,
    });
    // The sweep loads the settings every minute, so that it detects invalid ones first.
    const notValid = { logGroup: sweep.logGroup, code: SETTINGS_NOT_VALID } as const;
    platform.alarms.add(this, 'SettingsAlarm', {
      metric: loggedCode(this, 'SettingsNotValid', platform, notValid),
      threshold: 1,
      cause: `one line with the code ${SETTINGS_NOT_VALID}`,
      impact: SETTINGS_IMPACT,
      remedy: `The log of sla/sweep lists the wrong fields at ${SETTINGS_NOT_VALID}. Correct them under /settings, or restore an earlier version there.`,
    });
    platform.alarms.show(
      'Due timers: sweeps and worker',
      sweep.metricInvocations({ period }),
      worker.metricDuration({ period }),
    );
  }
}
