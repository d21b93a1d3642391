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
import { WorkQueue } from './work-queue.ts';

export interface SlaClockProps {
  readonly table: CaseTable;
  /** The Connect instance, and the right to ask it about a call. */
  readonly connect: Granted;
  readonly signingKey: SigningKey;
}

const IMPACT =
  'Deadlines pass without anybody being warned: cases are neither escalated, surveyed nor closed.';
const SETTINGS_IMPACT =
  'What was changed last in the settings is not in force: beneficiaries are promised times by the calendar and terms of before.';
const WORK_TIMEOUT = Duration.seconds(30);

/** Every minute a sweep looks for what is due and queues it; a worker deals with each case. */
export class SlaClock extends Construct {
  constructor(scope: Construct, id: string, foundation: Platform, props: SlaClockProps) {
    super(scope, id);
    const { table, connect, signingKey } = props;
    const due = new WorkQueue(this, 'Due', foundation, {
      impact: IMPACT,
      workTimeout: WORK_TIMEOUT,
      patience: Duration.minutes(5),
    });
    const worker = new RidaFunction(this, 'Clock', foundation, {
      service: 'sla/clock',
      variables: {
        TABLE_NAME: table.use('write'),
        CONNECT_INSTANCE_ID: connect,
        SIGNING_KEY_ID: signingKey.reading(),
      },
      memoryMiB: 512,
      timeout: WORK_TIMEOUT,
      deadLetters: due.deadLetters,
    });
    due.feed(worker, { batchSize: 10, maxConcurrency: 10 });

    const missed = new DeadLetters(this, 'Missed', foundation, {
      impact: IMPACT,
      remedy:
        'A later sweep finds everything an earlier one missed: mend the sweep, then delete the messages.',
    });
    const sweep = new RidaFunction(this, 'Sweep', foundation, {
      service: 'sla/sweep',
      variables: { TABLE_NAME: table.use('sweep'), DUE_QUEUE_URL: due.sending() },
      memoryMiB: 512,
      timeout: Duration.seconds(50),
      deadLetters: missed,
    });
    // A sweep that fails is not repeated: the next one is a minute away and finds the same.
    new Schedule(this, 'EveryMinute', {
      calls: sweep,
      at: 'rate(1 minute)',
      description: 'looks for what is due',
      missed,
    });
    const period = Duration.minutes(5);
    foundation.alarms.add(this, 'NoSweeps', {
      metric: sweep.metricInvocations({ period }),
      threshold: 3,
      below: true,
      silence: 'alarming',
      impact: IMPACT,
      remedy: 'Look whether the schedule is enabled and its role may invoke the sweep.',
    });
    foundation.alarms.add(this, 'SweepFails', {
      metric: sweep.metricErrors({ period }),
      threshold: 3,
      impact: IMPACT,
    });
    // Once a minute the sweep asks for the settings in force: it meets what is wrong with them first.
    const notValid = { logGroup: sweep.logGroup, code: SETTINGS_NOT_VALID } as const;
    foundation.alarms.add(this, 'SettingsAlarm', {
      metric: loggedCode(this, 'SettingsNotValid', foundation, notValid),
      threshold: 1,
      impact: SETTINGS_IMPACT,
      remedy: `The log of sla/sweep says at ${SETTINGS_NOT_VALID} which fields; restore an earlier version under /settings.`,
    });
    foundation.alarms.show(
      'Due work: sweeps and worker',
      sweep.metricInvocations({ period }),
      worker.metricDuration({ period }),
    );
  }
}
