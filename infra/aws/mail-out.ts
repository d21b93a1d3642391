import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  type EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import type { Foundation } from './foundation.ts';
import type { Granted } from './granted.ts';

export interface MailOutProps {
  readonly identity: EmailIdentity;
  /** Where events go that EventBridge could not hand to their queue. */
  readonly unrouted: DeadLetters;
}

/** Mail to beneficiaries: how it is sent, and what did not arrive. */
export class MailOut extends Construct {
  private readonly configuration: ConfigurationSet;
  private readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, foundation: Foundation, { identity, unrouted }: MailOutProps) {
    super(scope, id);
    const { stage, alarms } = foundation;
    this.identity = identity;
    this.configuration = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: `rida-${stage.name}`,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      tlsPolicy: ConfigurationSetTlsPolicy.OPTIONAL,
    });
    this.configuration.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    });
    this.listUndelivered(foundation, unrouted);
    alarms.add(this, 'Complaints', {
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.ComplaintRate',
        period: Duration.hours(1),
      }),
      threshold: 0.001,
      impact: 'Beneficiaries mark our mail as unwanted, and AWS may stop all mail of the centre.',
    });
    alarms.add(this, 'Bounces', {
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.BounceRate',
        period: Duration.hours(1),
      }),
      threshold: 0.05,
      impact: 'Many addresses refuse our mail, and AWS may stop all mail of the centre.',
    });
  }

  /** The configuration set's name, and the right to send with it from the centre's own domain. */
  sending(): Granted {
    const configurationSet = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configuration.configurationSetName,
    });
    return {
      value: this.configuration.configurationSetName,
      statements: [
        new PolicyStatement({
          actions: ['ses:SendRawEmail'],
          resources: [this.identity.emailIdentityArn, configurationSet],
        }),
      ],
    };
  }

  /** Mail that did not arrive waits for a person, who reaches the beneficiary some other way. */
  private listUndelivered(foundation: Foundation, unrouted: DeadLetters): void {
    const undelivered = new DeadLetters(this, 'Undelivered', foundation, {
      impact: 'A beneficiary did not get a mail we sent: their address refuses it, or they complained of it.',
      remedy: 'The message names the address: reach them another way, then delete the message.',
    });
    new Rule(this, 'UndeliveredRule', {
      description: 'Mail of the centre that did not arrive',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Complaint Received', 'Email Rejected', 'Email Rendering Failed'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.configuration.configurationSetName] } } },
      },
      targets: [
        new SqsQueue(undelivered.queue, {
          deadLetterQueue: unrouted.queue,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
  }
}
