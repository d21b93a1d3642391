import { Aws, Duration } from 'aws-cdk-lib';
import { Archive, EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import type { Granted } from './granted.ts';
import type { Platform } from './platform.ts';

/** The one bus of everything that happens, and an archive of a year to replay from. */
export class Bus extends Construct {
  readonly bus: EventBus;
  /** Events that AWS could not hand on at all. */
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, foundation: Platform) {
    super(scope, id);
    const { keys, stage } = foundation;
    this.deadLetters = new DeadLetters(this, 'DeadLetters', foundation, {
      impact:
        'Something happened to a case and nobody who must act on it was told: answers and escalations may be missing.',
      remedy:
        'Look at the message attribute ERROR_MESSAGE, mend the key or the rule, then replay the time from the archive.',
    });
    this.bus = new EventBus(this, 'Bus', {
      eventBusName: `rida-${stage.name}`,
      description: 'Everything that happens at the centre',
      kmsKey: keys.transit,
      deadLetterQueue: this.deadLetters.queue,
    });
    new Archive(this, 'Archive', {
      sourceEventBus: this.bus,
      archiveName: `rida-${stage.name}`,
      description: 'Every event of a year, to replay a consumer that was wrong',
      eventPattern: { account: [Aws.ACCOUNT_ID] },
      retention: Duration.days(365),
      kmsKey: keys.transit,
    });
  }

  /** The bus's name and the right to publish: for the relay and for nothing else. */
  publishing(): Granted {
    return {
      value: this.bus.eventBusName,
      statements: [new PolicyStatement({ actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] })],
    };
  }
}
