import { Duration } from 'aws-cdk-lib';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import type { Granted } from './granted.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';

export interface WorkQueueProps {
  /** What it means to a beneficiary when this work stays undone, as a sentence. */
  readonly impact: string;
  /** The timeout of the function that does the work. */
  readonly workTimeout: Duration;
  /** How old the oldest message may become before somebody is told. */
  readonly patience?: Duration;
  /** How long the worker gathers messages into one batch. */
  readonly gather?: Duration;
}

export interface WorkerOptions {
  readonly batchSize: number;
  readonly maxConcurrency: number;
  readonly gather?: Duration;
}

/** How often a message is tried before a person must look at it. */
const ATTEMPTS = 5;

/** A queue of work for one function, its dead-letter queue, and the alarms of both. */
export class WorkQueue extends Construct {
  readonly queue: IQueue;
  readonly deadLetters: DeadLetters;
  private readonly foundation: Platform;

  constructor(scope: Construct, id: string, foundation: Platform, props: WorkQueueProps) {
    super(scope, id);
    const { impact, workTimeout, patience = Duration.minutes(15), gather = Duration.seconds(0) } = props;
    this.foundation = foundation;
    this.deadLetters = new DeadLetters(this, 'DeadLetters', foundation, { impact });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: foundation.keys.transit,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      // Lambda developer guide, "Using Lambda with Amazon SQS": at least six times the function's timeout,
      // and the time in which a batch is gathered.
      visibilityTimeout: Duration.seconds(6 * workTimeout.toSeconds() + gather.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount: ATTEMPTS },
    });
    const age = this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) });
    foundation.alarms.add(this, 'TooOld', {
      metric: age,
      threshold: patience.toSeconds(),
      evaluationPeriods: 3,
      impact,
      remedy: 'The work is late, not lost: look at the errors and throttles of the function.',
    });
  }

  /** Has a function do the work; a batch may fail in part. */
  feed(worker: IFunction, { batchSize, maxConcurrency, gather }: WorkerOptions): void {
    worker.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        maxConcurrency,
        reportBatchItemFailures: true,
        ...(gather && { maxBatchingWindow: gather }),
      }),
    );
    accept(worker, [exceptions.queueSource]);
  }

  /** Where a rule of a bus sends its events; one that cannot be put into the queue is tried for a day. */
  target(): SqsQueue {
    return new SqsQueue(this.queue, {
      deadLetterQueue: this.deadLetters.queue,
      maxEventAge: Duration.hours(24),
      retryAttempts: 185,
    });
  }

  /** The queue's URL and the right to send to it. */
  sending(): Granted {
    const { keys } = this.foundation;
    return {
      value: this.queue.queueUrl,
      statements: [
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
        keys.use(keys.transit),
      ],
    };
  }
}
