import { Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus } from 'aws-cdk-lib/aws-events';
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
import type { CaseTable } from './case-table.ts';
import type { Granted } from './granted.ts';
import { MailFeedback } from './mail-feedback.ts';
import type { Platform } from './platform.ts';

export interface MailOutProps {
  readonly identity: EmailIdentity;
  readonly table: CaseTable;
}

/** Sends mail with SES, and receives its delivery events. */
export class MailOut extends Construct {
  private readonly configuration: ConfigurationSet;
  private readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, platform: Platform, { identity, table }: MailOutProps) {
    super(scope, id);
    const { stage, alarms } = platform;
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
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    });
    const { configurationSetName: configurationSet } = this.configuration;
    new MailFeedback(this, 'Feedback', platform, { table, configurationSet });
    alarms.add(this, 'Complaints', {
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.ComplaintRate',
        period: Duration.hours(1),
      }),
      threshold: 0.001,
      cause: 'one complaint for a thousand sent mails',
      impact: 'Many recipients mark our mail as spam. AWS may stop all sending of the account.',
    });
    alarms.add(this, 'Bounces', {
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.BounceRate',
        period: Duration.hours(1),
      }),
      threshold: 0.05,
      cause: 'one bounce for twenty sent mails',
      impact: 'Many sent mails bounce. AWS may stop all sending of the account.',
    });
  }

  /** Return the name of the configuration set and the permission to send from the domain of the centre. */
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
          // `SendEmail` is the operation of version 2, for mails over 10 MB.
          actions: ['ses:SendRawEmail', 'ses:SendEmail'],
          resources: [this.identity.emailIdentityArn, configurationSet],
        }),
      ],
    };
  }
}
