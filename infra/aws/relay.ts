import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import { streamConcurrency } from './concurrency.ts';
import { DeadLetters } from './dead-letters.ts';
import type { CentreBus } from './event-bus.ts';
import { loggedCode } from './logged-code.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';
import { RidaFunction } from './rida-function.ts';
import { SqsWorkQueue } from './work-queue.ts';

export interface RelayProps {
  readonly table: CaseTable;
  readonly bus: CentreBus;
}

const IMPACT =
  'Changes of cases are stored but not published: acknowledgements, escalations and surveys are delayed.';
const ASIDE_IMPACT =
  'The events of single changes of cases are not published: their acknowledgements, notices or figures are missing.';
const REPUBLISH_TIMEOUT = Duration.seconds(30);

/**
 * Publishes commits from the stream of the table on the bus, and later those that it set aside. Only these
 * two functions may publish.
 */
export class Relay extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, { table, bus }: RelayProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', platform, {
      impact: IMPACT,
      remedy:
        'Each message names a shard and sequence numbers. The stream keeps the records for 24 hours; the table keeps the data permanently.',
    });
    const aside = new SqsWorkQueue(this, 'Aside', platform, {
      impact: ASIDE_IMPACT,
      workTimeout: REPUBLISH_TIMEOUT,
    });
    const republish = new RidaFunction(this, 'Republish', platform, {
      service: 'relay/republish',
      variables: { TABLE_NAME: table.use('read'), BUS_NAME: bus.publishing() },
      memoryMiB: 256,
      timeout: REPUBLISH_TIMEOUT,
    });
    aside.feed(republish, { batchSize: 10, maxConcurrency: 2 });
    const relay = new RidaFunction(this, 'Function', platform, {
      service: 'relay/relay',
      variables: { BUS_NAME: bus.publishing(), ASIDE_QUEUE_URL: aside.sending() },
      memoryMiB: 512,
      timeout: Duration.seconds(30),
      statements: [...table.readingStream(), ...deadLetters.sending()],
    });
    if (relay.role) accept(relay.role, [exceptions.listStreams]);
    new EventSourceMapping(this, 'Source', {
      target: relay,
      eventSourceArn: table.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      parallelizationFactor: streamConcurrency(2, platform.stage),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      // Bounded by the age only: a number of attempts could be used up within minutes of an outage of the bus
      // (developer guide, "Lambda parameters for Amazon DynamoDB event source mappings").
      maxRecordAge: Duration.hours(23),
      onFailure: { bind: () => ({ destination: deadLetters.queue.queueArn }) },
      filters: [FilterCriteria.filter(table.commitsInStream)],
    });
    const setAside = { logGroup: relay.logGroup, code: 'commit-set-aside' } as const;
    platform.alarms.add(this, 'SetAside', {
      metric: loggedCode(this, 'SetAsideLogged', platform, setAside),
      threshold: 1,
      cause: 'one line with the code commit-set-aside',
      impact: ASIDE_IMPACT,
      remedy:
        'The log of relay/relay names each commit and the reason at commit-set-aside. Fix the contract or the software, then redrive the dead-letter queue of relay/republish.',
    });
    platform.alarms.add(this, 'Late', {
      metric: relay.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      threshold: Duration.minutes(15).toMilliseconds(),
      evaluationPeriods: 3,
      cause: 'a commit that is not published for 15 minutes',
      impact: IMPACT,
      remedy: 'The stream keeps records for 24 hours only. Check the errors of the relay function now.',
    });
  }
}
