import { Aws, Duration } from 'aws-cdk-lib';
import { Archive, EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import type { Granted } from './granted.ts';
import type { Platform } from './platform.ts';

/** The event bus of Rida, with an archive of one year for replays. */
export class CentreBus extends Construct {
  readonly bus: EventBus;
  /** Events that EventBridge could not deliver. */
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, platform: Platform) {
    super(scope, id);
    const { keys, stage } = platform;
    this.deadLetters = new DeadLetters(this, 'DeadLetters', platform, {
      impact:
        'An event of a case was not delivered to its consumer. Replies, notices or escalations may be missing.',
      remedy:
        'Read the message attribute ERROR_MESSAGE, fix the key policy or the rule, then replay the period from the archive.',
    });
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: `rida-${stage.name}`,
      description: 'All events of the centre',
      kmsKey: keys.transit,
      deadLetterQueue: this.deadLetters.queue,
    });
    // The CDK does not add this statement.
    this.deadLetters.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.deadLetters.queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': this.bus.eventBusArn } },
      }),
    );
    new Archive(this, 'Archive', {
      sourceEventBus: this.bus,
      archiveName: `rida-${stage.name}`,
      description: 'Events of the last year, to replay for a consumer that failed',
      eventPattern: { account: [Aws.ACCOUNT_ID] },
      retention: Duration.days(365),
      kmsKey: keys.transit,
    });
  }

  /** Return the bus name and the permission to publish. Only the functions of `relay` use it. */
  publishing(): Granted {
    return {
      value: this.bus.eventBusName,
      statements: [new PolicyStatement({ actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] })],
    };
  }
}
