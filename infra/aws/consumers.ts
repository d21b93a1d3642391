import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CaseTable } from './case-table.ts';
import { queueConcurrency } from './concurrency.ts';
import type { ContentBuckets } from './content-buckets.ts';
import type { CentreBus } from './event-bus.ts';
import { EventConsumer } from './event-consumer.ts';
import type { MailOut } from './mail-out.ts';
import { MessageSecret } from './message-secret.ts';
import type { Platform } from './platform.ts';
import type { SigningKey } from './signing-key.ts';
import type { StageSettings } from './stage.ts';

export interface ConsumersProps {
  readonly bus: CentreBus;
  readonly table: CaseTable;
  readonly contentBuckets: ContentBuckets;
  readonly mailOut: MailOut;
  readonly signingKey: SigningKey;
}

/** The maximum concurrency of each consumer that sends mail. All share the sending rate of the account. */
const SENDERS = { notifyBeneficiary: 5, sendDigest: 2, invite: 2, alertSupervisor: 2 } as const;

/** Return the share of the account's sending rate for one function that sends mail at a time, mails a second. */
export function sendingShare(stage: StageSettings): number {
  // The hourly reports are one more sender.
  const senders = Object.values(SENDERS).reduce((sum, one) => sum + queueConcurrency(one, stage), 1);
  return stage.mailsPerSecond / senders;
}

/** The consumers of events, with the impact of a failure. */
export class Consumers extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, props: ConsumersProps) {
    super(scope, id);
    const { table, contentBuckets: content, mailOut, signingKey } = props;
    const { bus } = props.bus;
    const sending = {
      CONFIGURATION_SET: mailOut.sending(),
      MAILS_PER_SECOND: String(sendingShare(platform.stage)),
    };
    new EventConsumer(this, 'NotifyBeneficiary', platform, {
      bus,
      consumer: 'mail/notify-beneficiary',
      variables: {
        TABLE_NAME: table.use('write'),
        BLOB_BUCKET: content.use('write'),
        SIGNING_KEY_ID: signingKey.reading(),
        ...sending,
      },
      maxConcurrency: SENDERS.notifyBeneficiary,
      postpones: true,
      impact: 'Beneficiaries receive neither acknowledgements nor the replies of agents.',
      alarmOn: {
        code: 'acknowledgements-stopped',
        impact:
          'The hourly limit of repeated acknowledgements is reached: beneficiaries who write again receive theirs later.',
        remedy:
          'Check the senders of the newest cases. If people write the mails, raise desk.acknowledgementsPerHour on the settings page.',
      },
    });
    new EventConsumer(this, 'CollectEscalations', platform, {
      bus,
      consumer: 'notices/collect-escalations',
      variables: { TABLE_NAME: table.use('write') },
      // Events within 20 seconds become one write to a digest. Concurrent writers conflict.
      batchSize: 100,
      gather: Duration.seconds(20),
      maxConcurrency: 2,
      impact:
        'Missed deadlines are not reported to supervisors and heads of department. Late cases stay late.',
    });
    new EventConsumer(this, 'SendDigest', platform, {
      bus,
      consumer: 'notices/send-digest',
      variables: { TABLE_NAME: table.use('write'), ...sending },
      maxConcurrency: SENDERS.sendDigest,
      postpones: true,
      impact: 'Supervisors, heads of department and agents receive no notices. Late cases stay late.',
    });
    new EventConsumer(this, 'Invite', platform, {
      bus,
      consumer: 'surveys/invite',
      variables: {
        TABLE_NAME: table.use('write'),
        BLOB_BUCKET: content.use('write'),
        ...sending,
        SIGNING_KEY_ID: signingKey.reading(),
      },
      maxConcurrency: SENDERS.invite,
      postpones: true,
      impact: 'Beneficiaries receive no survey, so that wrong resolutions are not detected.',
    });
    const messageSecret = new MessageSecret(this, 'MessageSecret', platform);
    new EventConsumer(this, 'SendMessage', platform, {
      bus,
      consumer: 'surveys/send-message',
      variables: {
        TABLE_NAME: table.use('write'),
        SIGNING_KEY_ID: signingKey.reading(),
        MESSAGE_SECRET_ID: messageSecret.reading(),
      },
      maxConcurrency: 2,
      postpones: true,
      impact:
        'The provider does not take text messages. Beneficiaries without mail are called instead, later than usual.',
      alarmOn: {
        code: 'message-unconfirmed',
        impact:
          'The provider of text messages does not answer. Beneficiaries without mail are called instead.',
      },
    });
    new EventConsumer(this, 'AlertSupervisor', platform, {
      bus,
      consumer: 'surveys/alert-supervisor',
      variables: { TABLE_NAME: table.use('write'), ...sending },
      maxConcurrency: SENDERS.alertSupervisor,
      postpones: true,
      impact: 'Supervisors are not alerted to dissatisfied beneficiaries, who are therefore not called back.',
    });
    new EventConsumer(this, 'RollUp', platform, {
      bus,
      consumer: 'reports/roll-up',
      variables: { TABLE_NAME: table.use('write') },
      // A batch of any size is one write of the figures of the day. Concurrent writers conflict.
      batchSize: 500,
      gather: Duration.minutes(2),
      maxConcurrency: 2,
      impact:
        'The figures for the leadership are incomplete, so that long waiting times of beneficiaries stay unnoticed.',
    });
  }
}
