import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import { DeadLetters } from './dead-letters.ts';
import type { CentreBus } from './event-bus.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';

export interface RelayProps {
  readonly table: CaseTable;
  readonly bus: CentreBus;
}

const IMPACT =
  'Changes of cases are stored but not published: acknowledgements, escalations and surveys are delayed.';

/** Publishes commits from the stream of the table on the bus. Only this function may publish. */
export class Relay extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, { table, bus }: RelayProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', platform, {
      impact: IMPACT,
      remedy:
        'Each message names a shard and sequence numbers. The stream keeps the records for 24 hours; the table keeps the data permanently.',
    });
    const relay = new RidaFunction(this, 'Function', platform, {
      service: 'relay/relay',
      variables: { BUS_NAME: bus.publishing() },
      memoryMiB: 512,
      timeout: Duration.seconds(30),
      deadLetters,
      statements: table.readingStream(),
    });
    new EventSourceMapping(this, 'Source', {
      target: relay,
      eventSourceArn: table.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      parallelizationFactor: 2,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 100,
      maxRecordAge: Duration.hours(23),
      onFailure: { bind: () => ({ destination: deadLetters.queue.queueArn }) },
      filters: [FilterCriteria.filter(table.commitsInStream)],
    });
    platform.alarms.add(this, 'Late', {
      metric: relay.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      threshold: Duration.minutes(15).toMilliseconds(),
      evaluationPeriods: 3,
      impact: IMPACT,
      remedy: 'The stream keeps records for 24 hours only. Check the errors of the relay function now.',
    });
  }
}
