import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { createDeadLetterQueue } from './alarms.ts';
import type { Platform } from './platform.ts';

export interface DeadLettersProps {
  /** The impact on beneficiaries of a message in this queue, as a sentence. */
  readonly impact: string;
  /** The action of the operator. Default: the command that redrives all messages. */
  readonly remedy?: string;
}

/** A dead-letter queue with an alarm on the first message. */
export class DeadLetters extends Construct {
  readonly queue: IQueue;
  private readonly platform: Platform;

  constructor(scope: Construct, id: string, platform: Platform, { impact, remedy }: DeadLettersProps) {
    super(scope, id);
    this.platform = platform;
    this.queue = createDeadLetterQueue(this, 'Queue', platform.keys.transit);
    platform.alarms.add(this, 'Alarm', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 1,
      cause: 'one message in the queue',
      impact,
      remedy:
        remedy ??
        `Fix the cause, then run: aws sqs start-message-move-task --source-arn ${this.queue.queueArn}`,
    });
  }

  /** Return the permissions to send messages to this queue. */
  sending(): PolicyStatement[] {
    return [
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
      this.platform.keys.use(this.platform.keys.transit),
    ];
  }
}
