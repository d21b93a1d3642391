import { Duration } from 'aws-cdk-lib';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { sharesReader } from './concurrency.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Granted } from './granted.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';

export interface WorkQueueProps {
  /** The impact on beneficiaries when this work is not done, as a sentence. */
  readonly impact: string;
  /** The timeout of the worker function. */
  readonly workTimeout: Duration;
  /** The maximum age of the oldest message before an alarm is raised. */
  readonly patience?: Duration;
  /** How long messages are collected into one batch. */
  readonly gather?: Duration;
}

export interface WorkerOptions {
  readonly batchSize: number;
  readonly maxConcurrency: number;
  readonly gather?: Duration;
  /** Whether the function may hide a message until a service accepts requests again. */
  readonly postpones?: boolean;
}

/** The number of deliveries before a message is moved to the dead-letter queue. */
const ATTEMPTS = 5;

/** A queue for one worker function, with a dead-letter queue and alarms. */
export class SqsWorkQueue extends Construct {
  readonly queue: IQueue;
  readonly deadLetters: DeadLetters;
  private readonly platform: Platform;

  constructor(scope: Construct, id: string, platform: Platform, props: WorkQueueProps) {
    super(scope, id);
    const { impact, workTimeout, patience = Duration.minutes(15), gather = Duration.seconds(0) } = props;
    this.platform = platform;
    this.deadLetters = new DeadLetters(this, 'DeadLetters', platform, { impact });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: platform.keys.transit,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      // At least six times the timeout of the function plus the batching window (Lambda developer guide,
      // "Using Lambda with Amazon SQS").
      visibilityTimeout: Duration.seconds(6 * workTimeout.toSeconds() + gather.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount: ATTEMPTS },
    });
    const age = this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) });
    platform.alarms.add(this, 'TooOld', {
      metric: age,
      threshold: patience.toSeconds(),
      evaluationPeriods: 3,
      cause: `a message that waits ${patience.toMinutes()} minutes`,
      impact,
      remedy: 'Messages are processed late but are not lost. Check the errors and throttles of the function.',
    });
  }

  /** Connect a function to the queue. It may report partial batch failures. */
  feed(worker: IFunction, options: WorkerOptions): void {
    const { keys, stage, feeds } = this.platform;
    if (options.postpones) {
      const actions = ['sqs:ChangeMessageVisibility'];
      worker.addToRolePolicy(new PolicyStatement({ actions, resources: [this.queue.queueArn] }));
    }
    if (sharesReader(stage)) feeds.push({ queue: this.queue, worker, batchSize: options.batchSize });
    else {
      worker.addToRolePolicy(keys.use(keys.transit, 'kms:Decrypt'));
      this.map(worker, options);
    }
  }

  private map(worker: IFunction, { batchSize, maxConcurrency, gather }: WorkerOptions): void {
    const { queueArn } = this.queue;
    // Lambda checks these permissions when it creates the mapping (developer guide, "Using Lambda with SQS").
    // A statement of its own: the CDK also allows GetQueueUrl and ChangeMessageVisibility.
    const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
    worker.addToRolePolicy(new PolicyStatement({ actions, resources: [queueArn] }));
    const source = new EventSourceMapping(this, 'Source', {
      target: worker,
      eventSourceArn: queueArn,
      batchSize,
      maxConcurrency,
      reportBatchItemFailures: true,
      ...(gather && { maxBatchingWindow: gather }),
    });
    source.node.addDependency(worker);
    accept(source, [exceptions.queueSource]);
  }

  /** Return the target for EventBridge rules. Deliveries that fail are retried for a day. */
  target(): SqsQueue {
    return new SqsQueue(this.queue, {
      deadLetterQueue: this.deadLetters.queue,
      maxEventAge: Duration.hours(24),
      retryAttempts: 185,
    });
  }

  /** Return the queue URL and the permission to send. */
  sending(): Granted {
    const { keys } = this.platform;
    return {
      value: this.queue.queueUrl,
      statements: [
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
        keys.use(keys.transit),
      ],
    };
  }
}
